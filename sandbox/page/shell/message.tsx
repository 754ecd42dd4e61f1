import { useState } from 'preact/hooks';
import type { ChannelView, MessageView, PersonView } from '../../server/protocol.ts';
import { Blocks } from '../blocks/block.tsx';
import { SurfaceOf } from '../blocks/surface.tsx';
import { personOf, useDesk } from '../state/desk.ts';
import { placeToHash } from '../state/place.ts';
import { dateText, timeOf, tsToDate } from '../text/dates.ts';
import { Mrkdwn } from '../text/spans.tsx';
import { Avatar } from './avatar.tsx';
import { Files } from './files.tsx';
import { Icon } from './icons.tsx';
import { MessageEdit } from './message-edit.tsx';
import { MessageMenu } from './message-menu.tsx';
import { repliesText } from './order.ts';
import { Reactions } from './reactions.tsx';

type Props = {
  message: MessageView;
  channel: ChannelView;
  /** It continues what the same person said just before: no head of its own. */
  follows: boolean;
  inThread: boolean;
  isFocus: boolean;
};

export function Message({ message, channel, follows, inThread, isFocus }: Props) {
  const { seat } = useDesk();
  const [isEditing, setEditing] = useState(false);
  const person = personOf(seat, message.user);
  const time = timeOf(seat, tsToDate(message.ts));
  const name = person?.name ?? message.user;
  if (message.subtype && message.subtype !== 'bot_message' && message.subtype !== 'thread_broadcast') {
    return <SystemLine message={message} name={name} time={time} />;
  }
  const canReply = !inThread && message.replyCount === 0;
  const isPinned = channel.pins.includes(message.ts);
  const classes = [follows && 'follows', message.ephemeral && 'ephemeral', isPinned && 'pinned', isFocus && 'is-focus'];
  return (
    <article
      class={`message ${classes.filter(Boolean).join(' ')}`}
      aria-label={`${name} at ${time}`}
      data-ts={message.ts}
    >
      <div class="gutter">{follows ? <time>{time}</time> : person && <Avatar person={person} />}</div>
      <div class="message-body">
        {isPinned && <Mark icon="pin" text="Pinned" />}
        {message.ephemeral && <Mark icon="eye" text="Only visible to you" />}
        {!follows && <Head name={name} person={person} time={time} />}
        {isEditing ? <MessageEdit message={message} onDone={() => setEditing(false)} /> : <Content message={message} />}
        {message.editedAt && <span class="edited">(edited)</span>}
        <Files files={message.files} />
        <Reactions message={message} channel={channel} />
        {!inThread && !message.ephemeral && message.replyCount > 0 && <Replies message={message} />}
        {!message.ephemeral && (
          <div class="tools">
            {canReply && <ReplyLink message={message} />}
            <MessageMenu
              message={message}
              channel={channel}
              thread={canReply ? threadOf(message) : undefined}
              onEdit={() => setEditing(true)}
            />
          </div>
        )}
      </div>
    </article>
  );
}

function Mark({ icon, text }: { icon: 'pin' | 'eye'; text: string }) {
  return (
    <div class="message-mark">
      <Icon name={icon} /> {text}
    </div>
  );
}

function Head({ name, person, time }: { name: string; person: PersonView | undefined; time: string }) {
  return (
    <div class="message-head">
      <strong>{name}</strong>
      {person?.isBot && <span class="tag">app</span>}
      {person?.kind === 'guest' && <span class="tag">guest</span>}
      {person?.kind === 'external' && <span class="tag">{person.company}</span>}
      <time>{time}</time>
    </div>
  );
}

function Content({ message }: { message: MessageView }) {
  if (message.blocks.length === 0) return message.text === '' ? null : <Mrkdwn text={message.text} />;
  return (
    <SurfaceOf on={{ message: { channel: message.channel, ts: message.ts } }} blocks={message.blocks}>
      <Blocks blocks={message.blocks} />
    </SurfaceOf>
  );
}

const threadOf = (message: MessageView) =>
  placeToHash({ at: 'channel', channel: message.channel, thread: message.threadTs ?? message.ts });

function ReplyLink({ message }: { message: MessageView }) {
  return (
    <a class="tool" href={threadOf(message)}>
      Reply in thread
    </a>
  );
}

function Replies({ message }: { message: MessageView }) {
  const { seat } = useDesk();
  const last = message.latestReply ? tsToDate(message.latestReply).getTime() / 1000 : null;
  return (
    <a class="replies" href={threadOf(message)}>
      <strong>{repliesText(message.replyCount)}</strong>
      {last !== null && <span>Last reply {dateText(seat, last, '{date_short_pretty} {time}', '')}</span>}
    </a>
  );
}

function SystemLine({ message, name, time }: { message: MessageView; name: string; time: string }) {
  return (
    <article class="message system" aria-label={`${name} at ${time}`} data-ts={message.ts}>
      <div class="gutter">
        <time>{time}</time>
      </div>
      <Mrkdwn text={message.text} />
    </article>
  );
}
