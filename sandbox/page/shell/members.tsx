/** Who is in the channel; with inviting and leaving, which the app hears about. */
import type { ChannelView, PersonView } from '../../server/protocol.ts';
import { Picker } from '../blocks/picker.tsx';
import { isWritable, personOf, useDesk } from '../state/desk.ts';
import { useAdminister } from './administer.ts';
import { Avatar } from './avatar.tsx';
import { KIND_WORDS } from './seat-switcher.tsx';

export function Members({ channel }: { channel: ChannelView }) {
  const { seat, actOrSay } = useDesk();
  const others = seat.people.filter((person) => !channel.members.includes(person.id));
  return (
    <>
      <ul class="members">
        {channel.members.map((id) => (
          <Member key={id} id={id} />
        ))}
      </ul>
      {isWritable(channel) && (
        <div class="member-acts">
          <Picker
            input={{ 'aria-label': 'Invite' }}
            items={others.map((person) => ({ id: person.id, name: person.name, note: person.title, person }))}
            chosen={[]}
            isMulti={false}
            max={1}
            canClear={false}
            placeholder="Invite somebody"
            onChoose={([user]) => user && void actOrSay({ act: 'invite', channel: channel.id, user })}
          />
          <button type="button" class="button" onClick={() => void actOrSay({ act: 'leave', channel: channel.id })}>
            Leave channel
          </button>
        </div>
      )}
    </>
  );
}

function Member({ id }: { id: string }) {
  const { seat } = useDesk();
  const person = personOf(seat, id);
  if (!person) return <li>{id}</li>;
  return (
    <li>
      <Avatar person={person} small />
      <span class="seat-words">
        <strong>
          {person.name} {KIND_WORDS[person.kind] && <span class="tag">{KIND_WORDS[person.kind]}</span>}
        </strong>
        <span>{[person.title, person.company].filter(Boolean).join(' · ')}</span>
      </span>
      {!person.isBot && <Deactivate person={person} />}
    </li>
  );
}

/** Not the acting person's to do: the workspace's administrator switches accounts off. */
function Deactivate({ person }: { person: PersonView }) {
  const administer = useAdminister();
  const sure = {
    title: `Deactivate ${person.name}`,
    text: `The workspace administrator switches the account off: ${person.name} leaves every channel.`,
    confirm: 'Deactivate',
  };
  return (
    <button
      type="button"
      class="text-button administrator"
      aria-label={`Deactivate ${person.name}`}
      title="As the workspace administrator"
      onClick={() => void administer({ do: 'deactivate', user: person.id }, sure)}
    >
      Deactivate
    </button>
  );
}
