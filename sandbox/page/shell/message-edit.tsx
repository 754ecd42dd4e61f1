/** An own message while it is being changed. Enter saves, Escape gives up. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../server/protocol.ts';
import { refusalText, useDesk } from '../state/desk.ts';
import { typedText } from '../text/typed.ts';

export function MessageEdit({ message, onDone }: { message: MessageView; onDone(): void }) {
  const { seat, act } = useDesk();
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(() => typedText(seat, message.text));
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    area.current?.focus();
    area.current?.setSelectionRange(text.length, text.length);
  }, []);
  const save = async () => {
    const result = await act({ act: 'edit', channel: message.channel, ts: message.ts, text: text.trim() });
    if (result.ok) onDone();
    else setProblem(refusalText(result.error));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') onDone();
    else if (event.key === 'Enter' && !event.shiftKey) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="message-edit">
      <textarea
        ref={area}
        rows={2}
        aria-label="Edit message"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {problem && <p class="composer-note problem" role="alert" children={problem} />}
      <div class="message-edit-foot">
        <button type="button" class="button" onClick={onDone}>
          Cancel
        </button>
        <button type="button" class="button primary" onClick={() => void save()}>
          Save
        </button>
      </div>
    </div>
  );
}
