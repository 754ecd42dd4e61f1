import type { PersonView, Seat } from '../../server/protocol.ts';
import { useDesk } from '../state/desk.ts';

const COLOURS = [
  '#0f766e',
  '#8a4b2a',
  '#4b5d9e',
  '#7a4a86',
  '#4d7321',
  '#a3402f',
  '#2f6f93',
  '#8a6a12',
  '#5b5f66',
  '#a0356b',
  '#5a4a9c',
  '#3c6b4f',
];

/** Two letters of a Latin name, the last two characters of a Chinese one, as people there abbreviate. */
function initialsOf(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return Array.from(name).slice(-2).join('');
  const words = name.split(/\s+/).filter(Boolean);
  return `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toUpperCase();
}

/** By the place among the seats, so that nobody shares a colour with their neighbour. */
function colourOf(seat: Seat, id: string): string {
  const at = seat.seats.findIndex((person) => person.id === id);
  return COLOURS.at(at % COLOURS.length) ?? '#555555';
}

/** Decoration: the name always stands beside it. */
export function Avatar({ person, small = false }: { person: PersonView; small?: boolean }) {
  const { seat } = useDesk();
  const kind = `avatar ${small ? 'small' : ''} ${person.isBot ? 'bot' : ''}`;
  return (
    <span
      class={kind}
      style={{ backgroundColor: person.isBot ? '#135e5b' : colourOf(seat, person.id) }}
      aria-hidden="true"
    >
      {initialsOf(person.name)}
    </span>
  );
}
