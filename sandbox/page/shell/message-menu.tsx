/** What can be done with a message: react, the app's shortcuts, and with an own one edit and delete. */
import { useState } from 'preact/hooks';
import type { ChannelView, MessageView } from '../../server/protocol.ts';
import { isWritable, useDesk } from '../state/desk.ts';
import { Popover, useMenuKeys } from './popover.tsx';
import { emojiText, OFFERED, useReact } from './reactions.tsx';

type Props = {
  message: MessageView;
  channel: ChannelView;
  onEdit(): void;
  /** The address of its thread, where one could be begun. */
  thread: string | undefined;
};

export function MessageMenu(props: Props) {
  const { seat } = useDesk();
  const [isOpen, setOpen] = useState(false);
  const canWrite = isWritable(props.channel);
  if (!canWrite && seat.shortcuts.length === 0) return null;
  return (
    <div class="anchor">
      <button
        type="button"
        class="tool"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        •••
      </button>
      {isOpen && (
        <Popover onClose={() => setOpen(false)} align="end">
          <Items {...props} canWrite={canWrite} onClose={() => setOpen(false)} />
        </Popover>
      )}
    </div>
  );
}

function Items({
  message,
  channel,
  thread,
  onEdit,
  canWrite,
  onClose,
}: Props & { canWrite: boolean; onClose(): void }) {
  const { seat, actOrSay } = useDesk();
  const menu = useMenuKeys(true);
  const isOwn = canWrite && message.user === seat.me.id;
  const after = (doing: () => void) => () => {
    onClose();
    doing();
  };
  const at = { channel: channel.id, ts: message.ts };
  return (
    <div role="menu" aria-label="More actions" class="menu" ref={menu.ref} onKeyDown={menu.onKeyDown}>
      {canWrite && <ReactionItems message={message} onClose={onClose} />}
      {thread !== undefined && (
        <a role="menuitem" href={thread} onClick={onClose}>
          Reply in thread
        </a>
      )}
      {seat.shortcuts.map(({ name, callbackId, description }) => (
        <button
          key={callbackId}
          type="button"
          role="menuitem"
          title={description}
          onClick={after(() => void actOrSay({ act: 'shortcut', callbackId, message: at }))}
        >
          {name}
        </button>
      ))}
      {isOwn && (
        <button type="button" role="menuitem" onClick={after(onEdit)}>
          Edit message
        </button>
      )}
      {isOwn && <DeleteItems message={message} after={after} />}
    </div>
  );
}

function ReactionItems({ message, onClose }: { message: MessageView; onClose(): void }) {
  const react = useReact(message);
  const choose = (name: string) => {
    onClose();
    react(name);
  };
  return (
    <div class="reaction-items" role="group" aria-label="React">
      {OFFERED.map((name) => (
        <button
          key={name}
          type="button"
          role="menuitem"
          aria-label={`React with ${name}`}
          title={`:${name}:`}
          onClick={() => choose(name)}
        >
          {emojiText(name)}
        </button>
      ))}
    </div>
  );
}

type Deleting = { message: MessageView; after(doing: () => void): () => void };

function DeleteItems({ message, after }: Deleting) {
  const { seat, actOrSay, ask } = useDesk();
  const plain = (text: string) => ({ type: 'plain_text', text }) as const;
  const sure = (what: string) =>
    ask({
      title: plain(`Delete ${what}`),
      text: plain('It cannot be brought back.'),
      confirm: plain('Delete'),
      deny: plain('Cancel'),
      style: 'danger',
    });
  const remove = async () => {
    if (await sure('this message')) await actOrSay({ act: 'delete', channel: message.channel, ts: message.ts });
  };
  const removeFile = async (file: string, name: string) => {
    if (await sure(name)) await actOrSay({ act: 'delete-file', file });
  };
  const files = message.files.filter((file) => !file.isDeleted && message.user === seat.me.id);
  return (
    <>
      {files.map(({ id, name }) => (
        <button key={id} type="button" role="menuitem" onClick={after(() => void removeFile(id, name))}>
          Delete file {name}
        </button>
      ))}
      <button type="button" role="menuitem" class="danger" onClick={after(() => void remove())}>
        Delete message
      </button>
    </>
  );
}
