import { useId } from 'preact/hooks';
import type { ChannelView } from '../../server/protocol.ts';
import { personOf, useDesk } from '../state/desk.ts';
import { placeToHash } from '../state/place.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { SeatSwitcher } from './seat-switcher.tsx';

export function Sidebar() {
  const { seat, place } = useDesk();
  const isHome = place?.at === 'home';
  const app = seat.people.find((person) => person.isBot)?.name ?? 'App';
  return (
    <nav class="sidebar" aria-label="Workspace">
      <SeatSwitcher />
      <div class="sidebar-scroll">
        {seat.canReachHome && (
          <section>
            <h2>{app}</h2>
            <a class="place" href="#home" aria-current={isHome ? 'page' : undefined}>
              <Icon name="home" /> Home
            </a>
          </section>
        )}
        <Group title="Channels" channels={seat.channels.filter((channel) => channel.kind !== 'im')} />
        <Group title="Direct messages" channels={seat.channels.filter((channel) => channel.kind === 'im')} />
      </div>
    </nav>
  );
}

function Group({ title, channels }: { title: string; channels: ChannelView[] }) {
  if (channels.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {channels.map((channel) => (
          <li key={channel.id}>
            <ChannelLink channel={channel} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChannelLink({ channel }: { channel: ChannelView }) {
  const { place } = useDesk();
  const id = useId();
  const isHere = place?.at === 'channel' && place.channel === channel.id;
  const state = [channel.unread > 0 && 'unread', channel.isArchived && 'archived', !channel.isMember && 'outside'];
  return (
    <a
      class={`place ${state.filter(Boolean).join(' ')}`}
      href={placeToHash({ at: 'channel', channel: channel.id })}
      aria-label={channel.name}
      aria-describedby={id}
      aria-current={isHere ? 'page' : undefined}
    >
      <ChannelIcon channel={channel} />
      <span class="place-name">{channel.name}</span>
      <span class="marks" id={id}>
        {channel.isShared && <span class="tag">shared</span>}
        {channel.isArchived && <span class="tag">archived</span>}
        {channel.isFrozen && <span class="tag">frozen</span>}
        {channel.unread > 0 && (
          <span class={channel.mentioned || channel.kind === 'im' ? 'count-mark mentioned' : 'count-mark'}>
            {channel.unread > 99 ? '99+' : channel.unread}
            <span class="sr-only"> unread{channel.mentioned ? ', you are mentioned' : ''}</span>
          </span>
        )}
      </span>
    </a>
  );
}

export function ChannelIcon({ channel }: { channel: ChannelView }) {
  const { seat } = useDesk();
  if (channel.kind !== 'im') return <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />;
  const other = channel.members.map((id) => personOf(seat, id)).find((person) => person && person.id !== seat.me.id);
  return other ? <Avatar person={other} small /> : <Icon name="person" />;
}
