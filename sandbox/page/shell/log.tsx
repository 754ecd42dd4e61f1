/** The list of messages: days, grouping, and where it is scrolled to. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ChannelView, MessageView } from '../../server/protocol.ts';
import { useDesk } from '../state/desk.ts';
import { dayOf, dayTitle, tsToDate } from '../text/dates.ts';
import { Message } from './message.tsx';
import { repliesText } from './order.ts';

/** Messages of one person stand together when no more time than this lies between them. */
const GROUP_MS = 5 * 60_000;
/** Nearer to the end than this, the list follows what arrives. */
const FOLLOW_PX = 120;

type Props = {
  label: string;
  channel: ChannelView;
  messages: MessageView[];
  focus: string | undefined;
  firstUnread?: string | undefined;
  inThread?: boolean;
};

export function Log({ label, channel, messages, focus, firstUnread, inThread = false }: Props) {
  const { seat } = useDesk();
  const log = useFollowing(messages, focus);
  return (
    <div class="log" role="log" aria-label={label} tabIndex={0} ref={log}>
      <div class="log-inner">
        {messages.length === 0 && <p class="quiet">Nothing has been said here yet.</p>}
        {messages.map((message, index) => {
          const before = messages[index - 1];
          const date = tsToDate(message.ts);
          const isNewDay = !before || dayOf(seat, date) !== dayOf(seat, tsToDate(before.ts));
          const isNew = message.ts === firstUnread;
          return (
            <div key={message.ts}>
              {isNewDay && !inThread && <Rule text={dayTitle(seat, date)} kind="day" />}
              {inThread && index === 1 && <Rule text={repliesText(messages.length - 1)} kind="day" />}
              {isNew && <Rule text="New" kind="new" />}
              <Message
                message={message}
                channel={channel}
                follows={!isNewDay && !isNew && !(inThread && index === 1) && belongsTo(message, before)}
                inThread={inThread}
                isFocus={message.ts === focus}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Rule({ text, kind }: { text: string; kind: 'day' | 'new' }) {
  return (
    <div class={`rule ${kind}`} role="separator" aria-label={text}>
      <span>{text}</span>
    </div>
  );
}

function belongsTo(message: MessageView, before: MessageView | undefined): boolean {
  if (!before || message.user !== before.user || message.subtype || before.subtype) return false;
  if (message.ephemeral !== before.ephemeral) return false;
  return tsToDate(message.ts).getTime() - tsToDate(before.ts).getTime() < GROUP_MS;
}

/** Starts at the end (or at the message asked for) and follows new messages while the person is at the end. */
function useFollowing(messages: MessageView[], focus: string | undefined) {
  const log = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    const element = log.current;
    const note = () => {
      if (element) atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < FOLLOW_PX;
    };
    element?.addEventListener('scroll', note);
    // A window made wider, or a composer that grows, must not push the last buttons out of sight.
    const follow = new ResizeObserver(() => element && atEnd.current && element.scrollTo(0, element.scrollHeight));
    for (const watched of [element, element?.firstElementChild]) if (watched) follow.observe(watched);
    return () => {
      element?.removeEventListener('scroll', note);
      follow.disconnect();
    };
  }, []);
  useLayoutEffect(() => {
    if (log.current && atEnd.current && !focus) log.current.scrollTop = log.current.scrollHeight;
  }, [messages]);
  useLayoutEffect(() => {
    log.current?.querySelector('.is-focus')?.scrollIntoView({ block: 'center' });
  }, [focus]);
  return log;
}
