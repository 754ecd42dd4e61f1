import { useDesk } from '../state/desk.ts';
import { format, timeOf } from '../text/dates.ts';
import { Icon } from './icons.tsx';

type Props = { live: boolean; isInspecting: boolean; onMenu(): void; onInspect(): void };

export function TopBar({ live, isInspecting, onMenu, onInspect }: Props) {
  const { seat } = useDesk();
  const now = new Date(seat.now);
  return (
    <header class="top-bar">
      <button type="button" class="icon-button menu-button" aria-label="Menu" onClick={onMenu}>
        <Icon name="menu" />
      </button>
      <span class="badge">SANDBOX</span>
      <span class="what-it-is">A local stand-in for Slack. Nothing here leaves this machine.</span>
      {!live && (
        <span class="reconnecting" role="status">
          Reconnecting…
        </span>
      )}
      <span class="spring" />
      <span class="clock" title={`The sandbox's clock, in ${seat.me.timeZone}`}>
        <span class="day">{format(seat, now, { weekday: 'short', day: 'numeric', month: 'short' })}</span>{' '}
        {timeOf(seat, now)}
      </span>
      <button type="button" class="text-button" aria-pressed={isInspecting} onClick={onInspect}>
        <Icon name="pulse" /> Inspector
      </button>
    </header>
  );
}
