/** The grey lines that Slack itself would say, and refusals that have no better place. */
import { useDesk } from '../state/desk.ts';
import { Icon } from './icons.tsx';

type Note = { id: string; text: string };

export function Notices({ said, onDismiss }: { said: Note[]; onDismiss(id: string): void }) {
  const { seat, actOrSay } = useDesk();
  return (
    <div class="notices" role="region" aria-label="Notices" aria-live="polite">
      {seat.notices.map((note) => (
        <Line key={note.id} note={note} onDismiss={() => void actOrSay({ act: 'dismiss-notice', id: note.id })} />
      ))}
      {said.map((note) => (
        <Line key={note.id} note={note} onDismiss={() => onDismiss(note.id)} />
      ))}
    </div>
  );
}

function Line({ note, onDismiss }: { note: Note; onDismiss(): void }) {
  return (
    <div class="notice">
      <span>{note.text}</span>
      <button type="button" class="icon-button" aria-label="Dismiss notice" onClick={onDismiss}>
        <Icon name="close" />
      </button>
    </div>
  );
}
