import { ClockBar } from './clock-bar.tsx';
import { Icon } from './icons.tsx';

type Props = {
  live: boolean;
  /** How many faults are planned. */
  faults: number;
  open: { inspector: boolean; faults: boolean };
  onMenu(): void;
  onInspect(): void;
  onFaults(): void;
};

export function TopBar({ live, faults, open, onMenu, onInspect, onFaults }: Props) {
  const planned = faults === 0 ? 'Faults' : `Faults, ${faults} planned`;
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
      <ClockBar />
      <button type="button" class="text-button" aria-label={planned} aria-pressed={open.faults} onClick={onFaults}>
        <Icon name="bolt" /> <span class="bar-label">Faults</span>
        {faults > 0 && <span class="fault-count">{faults}</span>}
      </button>
      <button
        type="button"
        class="text-button"
        aria-label="Inspector"
        aria-pressed={open.inspector}
        onClick={onInspect}
      >
        <Icon name="pulse" /> <span class="bar-label">Inspector</span>
      </button>
    </header>
  );
}
