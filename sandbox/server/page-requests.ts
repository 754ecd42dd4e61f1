import { act } from '../interact/act.ts';
import { userOf } from '../core/world.ts';
import { administer } from './admin.ts';
import { clearFaults, dropSockets, faultsOf, planFault } from './faults.ts';
import { tomorrowMorning } from './jump.ts';
import type { Served } from './routes.ts';
import { isoOf } from './seat.ts';
import { type JumpWish, readAct, readAdmin, readFault, readJump } from './wishes.ts';

export type Reply = { status: number; body: object };

const ok = (more: object = {}): Reply => ({ status: 200, body: { ok: true, ...more } });
const refused = (status: number, error: string): Reply => ({ status, body: { ok: false, error } });

/**
 * Does what the page asks for by a POST.
 * @param as the person of the window, by id
 * @returns nothing where there is no such address
 */
export async function answerPage(
  served: Served,
  path: string,
  as: string | undefined,
  args: unknown,
): Promise<Reply | undefined> {
  const { engine, sockets } = served;
  if (path.startsWith('/again/')) {
    await engine.dispatch.again(path.slice('/again/'.length));
    return ok();
  }
  switch (path) {
    case '/act':
      return doAct(served, as, args);
    case '/admin': {
      const read = readAdmin(args);
      if ('error' in read) return refused(400, read.error);
      const done = administer(engine, read.wish);
      return done.ok ? ok() : refused(409, done.error);
    }
    case '/clock':
      return moveClock(served, as, args);
    case '/clock/stop':
      served.jumper.stop();
      return ok();
    case '/faults': {
      const read = readFault(args);
      if ('error' in read) return refused(400, read.error);
      planFault(engine, read.wish);
      return ok(faultsOf(engine));
    }
    case '/faults/clear':
      clearFaults(engine);
      return ok(faultsOf(engine));
    case '/sockets/cut':
      if (sockets.count() === 0) return refused(409, 'no socket of the app is open');
      dropSockets(served);
      return ok();
    default:
      return undefined;
  }
}

async function doAct({ engine }: Served, as: string | undefined, args: unknown): Promise<Reply> {
  const read = readAct(args);
  if ('error' in read) return refused(400, read.error);
  if (as === undefined) return refused(404, 'user_not_found');
  return { status: 200, body: await act(engine, as, read.act) };
}

async function moveClock(served: Served, as: string | undefined, args: unknown): Promise<Reply> {
  const read = readJump(args);
  if ('error' in read) return refused(400, read.error);
  const { clock } = served.engine.world;
  const to = await momentMeant(served, as, read.wish);
  if (to === null) return refused(409, 'there is none to come');
  const isThere = await served.jumper.jump(to.atMs);
  return ok({ now: isoOf(clock.now()), what: to.what, isThere });
}

/** Where a wish leads; null where it names what is not there. */
async function momentMeant({ engine: { world }, moments }: Served, as: string | undefined, wish: JumpWish) {
  const nowMs = world.clock.now();
  if ('moment' in wish) return (await moments[wish.moment]?.()) ?? null;
  if ('advanceMs' in wish) return { atMs: nowMs + wish.advanceMs, what: '' };
  return { atMs: tomorrowMorning(nowMs, as === undefined ? 'UTC' : userOf(world, as).timeZone), what: '' };
}
