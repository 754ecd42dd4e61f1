/** One channel or direct message, with the thread that is open in it. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ChannelView } from '../../server/protocol.ts';
import { channelOf, useDesk } from '../state/desk.ts';
import type { Place } from '../state/place.ts';
import { ChannelHeader } from './channel-header.tsx';
import { Composer } from './composer.tsx';
import { Log } from './log.tsx';
import { byTs, isTopLevel } from './order.ts';
import { Thread } from './thread.tsx';

export function Channel({ place }: { place: Extract<Place, { at: 'channel' }> }) {
  const { seat, actOrSay } = useDesk();
  const channel = channelOf(seat, place.channel);
  const firstUnread = useFirstUnread(channel);
  const unread = channel?.unread ?? 0;
  useEffect(() => {
    // A window in the background has not been read.
    const read = () => {
      if (document.visibilityState !== 'visible' || !channel?.isMember || unread === 0) return;
      void actOrSay({ act: 'read', channel: channel.id });
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [unread]);
  const top = useMemo(() => (channel?.messages ?? []).filter(isTopLevel).sort(byTs), [channel?.messages]);
  if (!channel) return null;
  return (
    <>
      <main class="main" aria-label={channel.name}>
        <ChannelHeader channel={channel} />
        <Log
          label={`Messages in ${channel.name}`}
          channel={channel}
          messages={top}
          focus={place.thread ? undefined : place.focus}
          firstUnread={firstUnread}
        />
        <Foot channel={channel} />
      </main>
      {place.thread && <Thread key={place.thread} channel={channel} parent={place.thread} focus={place.focus} />}
    </>
  );
}

/** Where "New" stands: kept from when the channel was opened, since looking at it marks it as read. */
function useFirstUnread(channel: ChannelView | undefined): string | undefined {
  const first = useRef<string | undefined>(undefined);
  const looked = useRef(false);
  if (channel && !looked.current) {
    looked.current = true;
    first.current = channel.firstUnread;
  }
  return first.current;
}

function Foot({ channel }: { channel: ChannelView }) {
  const { actOrSay } = useDesk();
  if (channel.isArchived) return <p class="foot-note">This channel is archived. It can be read, and nothing more.</p>;
  if (channel.isFrozen)
    return <p class="foot-note">The other company has ended the connection. It can be read, and nothing more.</p>;
  if (channel.isMember) return <Composer key={channel.id} channel={channel} />;
  return (
    <div class="foot-note">
      You are looking at #{channel.name}.{' '}
      <button type="button" class="button primary" onClick={() => void actOrSay({ act: 'join', channel: channel.id })}>
        Join channel
      </button>
    </div>
  );
}
