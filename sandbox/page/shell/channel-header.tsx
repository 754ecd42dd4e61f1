/** Name, topic, members and pins. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { ChannelView } from '../../server/protocol.ts';
import { personOf, useDesk } from '../state/desk.ts';
import { placeToHash } from '../state/place.ts';
import { timeOf, tsToDate } from '../text/dates.ts';
import { flatText } from '../text/flat.ts';
import { Mrkdwn } from '../text/spans.tsx';
import { AdminMenu } from './admin-menu.tsx';
import { Icon, type IconName } from './icons.tsx';
import { Members } from './members.tsx';
import { Popover } from './popover.tsx';
import { ChannelIcon } from './sidebar.tsx';

export function ChannelHeader({ channel }: { channel: ChannelView }) {
  const members = `${channel.members.length} ${channel.members.length === 1 ? 'member' : 'members'}`;
  const isChannel = channel.kind !== 'im';
  return (
    <header class="channel-header">
      <h1>
        <ChannelIcon channel={channel} /> {channel.name}
      </h1>
      {channel.isShared && <span class="tag">shared</span>}
      {channel.topic && (
        <span class="topic" title={channel.topic}>
          <Mrkdwn text={channel.topic} />
        </span>
      )}
      <span class="spring" />
      {channel.pins.length > 0 && (
        <Drop icon="pin" label={`${channel.pins.length} pinned`} title="Pinned messages">
          <Pins channel={channel} />
        </Drop>
      )}
      {isChannel && (
        <Drop icon="people" label={members} title="Members">
          <Members channel={channel} />
        </Drop>
      )}
      {isChannel && (
        <Drop icon="key" label="Administrator" title={`Administrator of #${channel.name}`} class="administrator">
          <AdminMenu channel={channel} />
        </Drop>
      )}
    </header>
  );
}

type DropProps = { icon: IconName; label: string; title: string; class?: string; children: ComponentChildren };

function Drop(props: DropProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <div class="anchor">
      <button
        type="button"
        class={`text-button ${props.class ?? ''}`}
        aria-label={props.label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name={props.icon} /> <span class="drop-label">{props.label}</span>
      </button>
      {isOpen && (
        <Popover onClose={() => setOpen(false)} align="end">
          <div role="dialog" aria-label={props.title} class="drop">
            <h2>{props.title}</h2>
            {props.children}
          </div>
        </Popover>
      )}
    </div>
  );
}

function Pins({ channel }: { channel: ChannelView }) {
  const { seat } = useDesk();
  const pinned = channel.pins.map((ts) => channel.messages.find((message) => message.ts === ts));
  return (
    <ul class="pins">
      {pinned.map(
        (message) =>
          message && (
            <li key={message.ts}>
              <a href={placeToHash({ at: 'channel', channel: channel.id, focus: message.ts })}>
                <strong>{personOf(seat, message.user)?.name}</strong> <time>{timeOf(seat, tsToDate(message.ts))}</time>
                <span class="pin-text">{flatText(seat, message.text)}</span>
              </a>
            </li>
          ),
      )}
    </ul>
  );
}
