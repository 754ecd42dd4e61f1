/** Moving the sandbox's clock: one jump, or a week of mornings, until somebody stops it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ClockView, Moved } from '../../server/protocol.ts';
import type { JumpWish } from '../../server/wishes.ts';
import { useDesk } from './desk.ts';
import { askServer, postJson } from './feed.ts';

const DAYS_OF_WEEK = 7;

/** `day`: which day of a week that is played, from 1; null for a single jump. */
export type Moving = { day: number | null; stopping: boolean };

export type ClockHand = {
  /** Null while the clock goes by itself. */
  moving: Moving | null;
  /** Instants with names, as whoever started the sandbox gave them. */
  moments: readonly string[];
  /** The moment that it was last sent to, in words; empty once it moves on. */
  arrived: string;
  move(wish: JumpWish): Promise<void>;
  /** To 09:00 of each of the next seven days, in the zone of this seat. */
  playWeek(): Promise<void>;
  /** Ends what moves once the step that it is at is done. */
  stop(): void;
};

export function useClock(): ClockHand {
  const { seat, say } = useDesk();
  const [moving, setMoving] = useState<Moving | null>(null);
  const [arrived, setArrived] = useState('');
  const moments = useMoments();
  // What goes on outlives a drawing of the page, which alone would see the state as it was.
  const run = useRef({ isMoving: false, isStopped: false });

  /** One jump after the other, until one does not arrive. */
  const go = async (wishes: readonly JumpWish[], isWeek: boolean) => {
    if (run.current.isMoving) return;
    run.current = { isMoving: true, isStopped: false };
    setArrived('');
    for (const [index, wish] of wishes.entries()) {
      if (run.current.isStopped) break;
      setMoving({ day: isWeek ? index + 1 : null, stopping: false });
      const moved = await moveClock(seat.me.id, wish);
      if ('error' in moved) say(refusal(wish, moved.error));
      else if (moved.isThere) setArrived(moved.what);
      if ('error' in moved || !moved.isThere) break;
    }
    run.current.isMoving = false;
    setMoving(null);
  };
  const stop = () => {
    if (!run.current.isMoving || run.current.isStopped) return;
    run.current.isStopped = true;
    setMoving((old) => old && { ...old, stopping: true });
    void askServer('/clock/stop', {});
  };
  const mornings = Array.from({ length: DAYS_OF_WEEK }, () => ({ to: 'tomorrow 09:00' }) as const);
  const move = (wish: JumpWish) => go([wish], false);
  return { moving, moments, arrived, move, playWeek: () => go(mornings, true), stop };
}

function useMoments(): readonly string[] {
  const [moments, setMoments] = useState<readonly string[]>([]);
  useEffect(() => {
    // Where there is no answer there are no such buttons; the feed says that the sandbox is away.
    void fetch('/clock')
      .then(async (response) => setMoments(((await response.json()) as ClockView).moments))
      .catch(() => undefined);
  }, []);
  return moments;
}

const refusal = (wish: JumpWish, why: string) =>
  'moment' in wish ? `${wish.moment}: ${why}` : `Moving the clock went wrong: ${why}`;

/** Moves the clock for everybody; settles when the app has followed. */
async function moveClock(as: string, wish: JumpWish): Promise<Moved | { error: string }> {
  try {
    const response = await postJson(`/clock?as=${encodeURIComponent(as)}`, wish);
    const answer = (await response.json()) as Moved | { error: string };
    return response.ok || 'error' in answer ? answer : { error: `HTTP ${response.status}` };
  } catch {
    return { error: 'the sandbox does not answer' };
  }
}
