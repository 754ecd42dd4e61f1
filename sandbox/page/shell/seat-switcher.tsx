/** Who acts. Each seat is a link, so a second window of another person is one middle click away. */
import { useState } from 'preact/hooks';
import type { PersonView } from '../../server/protocol.ts';
import { useDesk } from '../state/desk.ts';
import { timeOf } from '../text/dates.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { Popover, useMenuKeys } from './popover.tsx';

export function SeatSwitcher() {
  const { seat } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const { me } = seat;
  return (
    <div class="anchor seat-switcher">
      <button
        type="button"
        class="seat-button"
        aria-label={`Acting as ${me.name}, ${me.title}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Avatar person={me} />
        <span class="seat-words">
          <small>Acting as</small>
          <strong>{me.name}</strong>
          <span>{me.title}</span>
        </span>
        <Icon name="down" />
      </button>
      {isOpen && (
        <Popover onClose={() => setOpen(false)}>
          <Seats />
        </Popover>
      )}
    </div>
  );
}

function Seats() {
  const { seat } = useDesk();
  const menu = useMenuKeys(true);
  const free = seat.seats.filter((person) => !person.isDeactivated);
  const companies = [...new Set(free.map((person) => person.company))];
  return (
    <div role="menu" aria-label="Seats" class="menu seats" ref={menu.ref} onKeyDown={menu.onKeyDown}>
      {companies.map((company) => (
        <div key={company} role="group" aria-label={company}>
          <div class="menu-title">{company}</div>
          {free
            .filter((person) => person.company === company)
            .map((person) => (
              <SeatLink key={person.id} person={person} />
            ))}
        </div>
      ))}
      <p class="menu-note">Open one in a new window to be two people at once.</p>
    </div>
  );
}

export const KIND_WORDS = { member: '', guest: 'guest', external: 'external', bot: 'app' } as const;

function SeatLink({ person }: { person: PersonView }) {
  const { seat } = useDesk();
  const isMe = person.id === seat.me.id;
  return (
    <a
      role="menuitem"
      aria-label={person.name}
      aria-current={isMe ? 'true' : undefined}
      href={`?as=${encodeURIComponent(person.handle)}${location.hash}`}
    >
      <Avatar person={person} small />
      <span class="seat-words">
        <strong>
          {person.name} {KIND_WORDS[person.kind] && <span class="tag">{KIND_WORDS[person.kind]}</span>}
        </strong>
        <span>{person.title}</span>
      </span>
      <time>{timeOf({ now: seat.now, me: person }, new Date(seat.now))}</time>
    </a>
  );
}
