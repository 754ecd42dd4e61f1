/** The sandbox's day and time, and the ways to move it forward, for everybody and for the app. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { JumpWish } from '../../server/wishes.ts';
import { useDesk } from '../state/desk.ts';
import { moveClock } from '../state/feed.ts';
import { format, timeOf } from '../text/dates.ts';
import { Icon } from './icons.tsx';
import { Popover } from './popover.tsx';

const HOUR_MS = 3_600_000;

const JUMPS: readonly [label: string, wish: JumpWish][] = [
  ['+1 hour', { advanceMs: HOUR_MS }],
  ['+1 day', { advanceMs: 24 * HOUR_MS }],
  ['Tomorrow 09:00', { to: 'tomorrow 09:00' }],
];

/** Where there is room the ways stand beside the clock, else behind it; the styles show one of the two. */
export function ClockBar() {
  const { seat, say } = useDesk();
  const [isMoving, setMoving] = useState(false);
  const move = async (wish: JumpWish) => {
    if (isMoving) return;
    setMoving(true);
    const why = await moveClock(seat.me.id, wish);
    setMoving(false);
    if (why !== undefined) say(`Moving the clock went wrong: ${why}`);
  };
  return (
    <div class={isMoving ? 'clock-bar moving' : 'clock-bar'} role="group" aria-label="Clock">
      <span class="clock" title={`The sandbox's clock, in ${seat.me.timeZone}`}>
        <Now weekday="short" />
      </span>
      <Jumps isMoving={isMoving} onMove={move} />
      <ClockDrop>
        <Jumps isMoving={isMoving} onMove={move} />
      </ClockDrop>
      <span role="status" class={isMoving ? 'clock-moving' : 'sr-only'}>
        {isMoving ? 'Moving…' : ''}
      </span>
    </div>
  );
}

function Now({ weekday }: { weekday?: 'short' }) {
  const { seat } = useDesk();
  const now = new Date(seat.now);
  return (
    <>
      <span class="day">{format(seat, now, { day: 'numeric', month: 'short', ...(weekday && { weekday }) })}</span>{' '}
      {timeOf(seat, now)}
    </>
  );
}

type JumpsProps = { isMoving: boolean; onMove(wish: JumpWish): Promise<void> };

/** They keep the focus while the clock moves: a disabled button would lose it. */
function Jumps({ isMoving, onMove }: JumpsProps) {
  return (
    <div class="jumps">
      {JUMPS.map(([label, wish]) => (
        <button
          key={label}
          type="button"
          class="text-button"
          title="Moves the clock for everybody, and the app"
          aria-disabled={isMoving}
          onClick={() => void onMove(wish)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}

function ClockDrop({ children }: { children: ComponentChildren }) {
  const { seat } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const day = format(seat, new Date(seat.now), { weekday: 'long', day: 'numeric', month: 'long' });
  return (
    <div class="anchor clock-drop">
      <button
        type="button"
        class="text-button"
        aria-label={`Clock: ${day}, ${timeOf(seat, new Date(seat.now))}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="clock" /> <Now />
      </button>
      {isOpen && (
        <Popover onClose={() => setOpen(false)} align="end">
          <div role="dialog" aria-label="Clock" class="drop">
            <h2>{day}</h2>
            {children}
            <p class="menu-note">Moves the day of everybody, and of the app. It never goes back.</p>
          </div>
        </Popover>
      )}
    </div>
  );
}
