/** The sandbox's day and time, and the ways to move it forward, for everybody and for the app. */
import { useState } from 'preact/hooks';
import type { JumpWish } from '../../server/wishes.ts';
import { type ClockHand, type Moving, useClock } from '../state/clock.ts';
import { useDesk } from '../state/desk.ts';
import { format, timeOf } from '../text/dates.ts';
import { Icon } from './icons.tsx';
import { Popover } from './popover.tsx';

const JUMPS: readonly [label: string, wish: JumpWish][] = [
  ['+1 hour', { advanceMs: 3_600_000 }],
  ['Tomorrow 09:00', { to: 'tomorrow 09:00' }],
];

/** Where there is room the ways stand beside the clock, else behind it; the styles show one of the two. */
export function ClockBar() {
  const { seat } = useDesk();
  const hand = useClock();
  const { moving } = hand;
  return (
    <div class={moving ? 'clock-bar moving' : 'clock-bar'} role="group" aria-label="Clock">
      <span role="status" class={moving ? 'clock-moving' : 'clock-arrived'} title={hand.arrived}>
        {moving ? progressOf(moving) : hand.arrived}
      </span>
      <span class="clock" title={`The sandbox's clock, in ${seat.me.timeZone}`}>
        <Now weekday="short" />
      </span>
      <Jumps hand={hand} />
      <ClockDrop hand={hand} />
    </div>
  );
}

function progressOf({ day, stopping }: Moving): string {
  if (stopping) return 'Stopping…';
  return day === null ? 'Moving…' : `Day ${day} of 7`;
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

/** They keep the focus while the clock moves: a disabled button would lose it. The last one then stops what moves. */
function Jumps({ hand }: { hand: ClockHand }) {
  const { moving, moments, move, playWeek, stop } = hand;
  const all = [...JUMPS, ...moments.map((moment): [string, JumpWish] => [moment, { moment }])];
  return (
    <div class="jumps">
      {all.map(([label, wish]) => (
        <button
          key={label}
          type="button"
          class="text-button"
          title="Moves the clock for everybody, and the app"
          aria-disabled={moving !== null}
          onClick={() => void move(wish)}
        >
          {label}
        </button>
      ))}
      <button
        type="button"
        class="text-button play"
        title={
          moving ? 'Ends with the step that it is at' : 'To 09:00 of each of the next seven days, one after the other'
        }
        aria-disabled={moving?.stopping ?? false}
        onClick={() => (moving ? stop() : void playWeek())}
      >
        {moving ? 'Stop' : 'Play a week'}
      </button>
    </div>
  );
}

function ClockDrop({ hand }: { hand: ClockHand }) {
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
            <h2>
              {day}
              {/* Said already by the status of the bar, for which a phone has no room. */}
              {hand.moving && (
                <span class="drop-moving" aria-hidden="true">
                  {progressOf(hand.moving)}
                </span>
              )}
            </h2>
            <Jumps hand={hand} />
            {hand.arrived && (
              <p class="drop-arrived" aria-hidden="true">
                {hand.arrived}
              </p>
            )}
            <p class="menu-note">Moves the day of everybody, and of the app. It never goes back.</p>
          </div>
        </Popover>
      )}
    </div>
  );
}
