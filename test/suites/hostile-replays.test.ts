import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { signedRequest } from '../../sandbox/deliver/signing.ts';
import { beginWalk, ENGLISH, type Walk } from '../support/cast.ts';
import { outcomeOf } from '../support/outcome.ts';
import { deliveryOf, nameOf, type Scene, SCENES } from '../support/scenes.ts';
import { send, type Sent } from '../support/stage-http.ts';
import { type Body, stage } from '../support/stage.ts';

/** The same walk twice: as it is, and with every request recorded on its way, and sent again and again. */
let once: Walk, recorded: Walk;
beforeAll(async () => {
  [once, recorded] = [
    beginWalk(await stage({ over: 'http' }), ENGLISH),
    beginWalk(await stage({ over: 'http' }), ENGLISH),
  ];
});
afterAll(async () => {
  await once.on.end();
  await recorded.on.end();
});

/** As old as a request may be (docs.slack.dev, verifying requests from Slack), with some room. */
const AGO_MS = 4 * 60_000;

/** The request of a scene, with Slack's signature, as somebody on the way could have kept it. */
function recording({ on }: Walk, scene: Scene): Sent {
  const entry = on.slack.journal.deliveries(deliveryOf(scene)).at(-1);
  if (!entry || entry.kind === 'call' || entry.kind === 'response_url') throw new Error('nothing was delivered');
  if (!on.door) throw new Error('nobody listens');
  const given = { kind: entry.kind, body: entry.payload as Body };
  return signedRequest(on.door.signingSecret, Date.now() - AGO_MS, given);
}

async function post({ on }: Walk, sent: Sent, times: number): Promise<number[]> {
  const url = on.door?.url() ?? '';
  const answers = await Promise.all(Array.from({ length: times }, () => send(url, sent)));
  await on.slack.idle();
  return answers.map(({ status }) => status);
}

test.each(SCENES.map((scene) => [nameOf(scene), scene] as const))(
  '%s, recorded and sent again within five minutes, happens once',
  async (_name, scene) => {
    for (const walk of [once, recorded]) await scene.prepare?.(walk);
    await scene.act(once);
    await scene.act(recorded);
    const sent = recording(recorded, scene);
    const statuses = [...(await post(recorded, sent, 2)), ...(await post(recorded, sent, 1))];
    expect(statuses).toEqual([200, 200, 200]);
    expect(await outcomeOf(recorded.on)).toEqual(await outcomeOf(once.on));
    await scene.after?.(once);
    await scene.after?.(recorded);
  },
);
