/** The emojis under a message, and the few that can be put to one. */
import type { ChannelView, MessageView } from '../../server/protocol.ts';
import { isWritable, useDesk } from '../state/desk.ts';
import { emojiOf } from '../text/emoji.ts';

/** What an agency answers with, mostly. */
export const OFFERED = ['+1', 'white_check_mark', 'eyes', 'tada', 'pray', 'x'];

export const emojiText = (name: string) => emojiOf(name) ?? `:${name}:`;

/** Puts an emoji to a message, or takes the own one away where it is there. */
export function useReact(message: MessageView) {
  const { seat, actOrSay } = useDesk();
  return (name: string) => {
    const remove = message.reactions.some((one) => one.name === name && one.users.includes(seat.me.id));
    void actOrSay({ act: 'react', channel: message.channel, ts: message.ts, name, remove });
  };
}

export function Reactions({ message, channel }: { message: MessageView; channel: ChannelView }) {
  const { seat } = useDesk();
  const react = useReact(message);
  if (message.reactions.length === 0) return null;
  const isOpen = isWritable(channel);
  return (
    <div class="reactions" role="group" aria-label="Reactions">
      {message.reactions.map(({ name, users }) => (
        <button
          key={name}
          type="button"
          class="reaction"
          aria-label={`${name}, ${users.length}`}
          aria-pressed={users.includes(seat.me.id)}
          disabled={!isOpen}
          onClick={() => react(name)}
        >
          {emojiText(name)} <span>{users.length}</span>
        </button>
      ))}
    </div>
  );
}
