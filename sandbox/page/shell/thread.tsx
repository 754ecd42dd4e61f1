/** The side pane with one thread. */
import { useEffect, useRef } from 'preact/hooks';
import type { ChannelView } from '../../server/protocol.ts';
import { isWritable, useDesk } from '../state/desk.ts';
import { Composer } from './composer.tsx';
import { Icon } from './icons.tsx';
import { Log } from './log.tsx';
import { byTs } from './order.ts';

export function Thread(props: { channel: ChannelView; parent: string; focus: string | undefined }) {
  const { channel, parent, focus } = props;
  const { go } = useDesk();
  const pane = useRef<HTMLElement>(null);
  useEffect(() => pane.current?.focus(), []);
  const messages = channel.messages
    .filter((message) => message.ts === parent || message.threadTs === parent)
    .sort(byTs);
  const close = () => go({ at: 'channel', channel: channel.id });
  return (
    <aside
      class="thread"
      aria-label="Thread"
      tabIndex={-1}
      ref={pane}
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header class="channel-header">
        <h2>Thread</h2>
        <span class="topic">{channel.kind === 'im' ? channel.name : `#${channel.name}`}</span>
        <span class="spring" />
        <button type="button" class="icon-button" onClick={close}>
          <Icon name="close" />
          <span class="sr-only">Close thread</span>
        </button>
      </header>
      <Log label="Replies" channel={channel} messages={messages} focus={focus} inThread />
      {isWritable(channel) && <Composer channel={channel} threadTs={parent} />}
    </aside>
  );
}
