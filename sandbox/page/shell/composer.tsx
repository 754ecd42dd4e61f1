/** Where messages and commands are written. Enter sends, Shift+Enter is a new line. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ChannelView } from '../../server/protocol.ts';
import { isSaidBySlack, refusalText, useDesk } from '../state/desk.ts';
import { type Chosen, useUpload } from '../state/uploads.ts';
import { ChosenFiles } from './chosen-files.tsx';
import { Icon } from './icons.tsx';
import { ownCommand, suggest, type Suggestion, usageOf } from './suggest.ts';
import { SuggestionList } from './suggestion-list.tsx';

/** What stood in a composer when the person left it, by channel and thread; a reload loses it, which is enough here. */
const drafts = new Map<string, string>();

/** Keeps the focus in the composer while its button is pressed. */
const stay = (event: Event) => event.preventDefault();

export function Composer({ channel, threadTs }: { channel: ChannelView; threadTs?: string }) {
  const { seat, act } = useDesk();
  const listId = useId();
  const draftKey = `${seat.me.id} ${channel.id} ${threadTs ?? ''}`;
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(drafts.get(draftKey) ?? '');
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [isShut, setShut] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [files, setFiles] = useState<Chosen[]>([]);
  const { isUploading, add } = useUpload((chosen) => setFiles((old) => [...old, ...chosen]));
  const inThread = threadTs !== undefined;
  const offer = isShut ? null : suggest(seat, text, caret, inThread);
  const chosen = offer?.found[at];

  useEffect(() => {
    drafts.set(draftKey, text);
    if (!area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${Math.min(area.current.scrollHeight, 240)}px`;
  }, [text]);

  const note = (value: string, where: number) => {
    setText(value);
    setCaret(where);
    setAt(0);
    setShut(false);
    setProblem(null);
  };
  const complete = (one: Suggestion) => {
    if (!offer) return;
    const start = text.slice(0, offer.from) + one.insert;
    note(start + text.slice(caret).replace(/^\S*\s?/, ''), start.length);
    area.current?.focus();
    requestAnimationFrame(() => area.current?.setSelectionRange(start.length, start.length));
  };
  const send = async () => {
    const said = text.trim();
    if ((said === '' && files.length === 0) || isUploading) return;
    const isCommand = said.startsWith('/') && text.startsWith('/');
    if (isCommand && inThread) {
      const name = said.split(/\s/)[0];
      return setProblem(`Slash commands do not work in threads. Use ${name} in the channel itself.`);
    }
    note('', 0);
    // A command takes no files along: they stay for the message after it.
    if (!isCommand) setFiles([]);
    const written = { text: said, files: files.map(({ id }) => id), ...(threadTs ? { threadTs } : {}) };
    const post = { act: 'post', channel: channel.id, ...written } as const;
    const command = ownCommand(seat, channel.id, said) ?? { act: 'command', channel: channel.id, text: said };
    const result = await act(isCommand ? command : post);
    if (result.ok) return;
    // What was written is given back, unless something new was begun meanwhile.
    setText((now) => now || said);
    if (!isCommand) setFiles((now) => (now.length > 0 ? now : files));
    if (!isSaidBySlack(result.error)) setProblem(refusalText(result.error));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const rows = offer?.found.length ?? 0;
    const isWhole = chosen !== undefined && text.trim() === chosen.name;
    if (rows > 0 && step !== undefined) setAt((at + step + rows) % rows);
    else if (chosen && (event.key === 'Tab' || (event.key === 'Enter' && !isWhole))) complete(chosen);
    else if (offer && event.key === 'Escape') setShut(true);
    else if (event.key === 'Enter' && !event.shiftKey) void send();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const startCommand = () => {
    note('/', 1);
    area.current?.focus();
  };
  const label = inThread ? 'Reply' : `Message ${channel.kind === 'im' ? '' : '#'}${channel.name}`;
  const isEmpty = (text.trim() === '' && files.length === 0) || isUploading;
  const usage = inThread ? null : usageOf(seat, text);
  return (
    <div class="composer anchor">
      {offer && <SuggestionList id={listId} offer={offer} at={at} onChoose={complete} />}
      {usage && <p class="composer-note">Usage: {usage}</p>}
      {inThread && text.startsWith('/') && !problem && (
        <p class="composer-note">Slash commands do not work in threads, as in Slack.</p>
      )}
      {problem && <p class="composer-note problem" role="alert" children={problem} />}
      <ChosenFiles files={files} onRemove={(id) => setFiles(files.filter((file) => file.id !== id))} />
      <div class="composer-box">
        <AttachButton isBusy={isUploading} onChoose={add} />
        <textarea
          ref={area}
          rows={1}
          aria-label={label}
          placeholder={inThread ? 'Reply…' : label}
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={chosen ? `${listId}-${at}` : undefined}
          value={text}
          onInput={(event) => note(event.currentTarget.value, event.currentTarget.selectionStart)}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onBlur={() => setShut(true)}
          onKeyDown={onKeyDown}
        />
        {!inThread && text === '' && seat.commands.length > 0 && (
          <button type="button" class="slash" aria-label="Show commands" onPointerDown={stay} onClick={startCommand}>
            /
          </button>
        )}
        <button type="button" class="send" aria-label="Send" disabled={isEmpty} onClick={() => void send()}>
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}

function AttachButton({ isBusy, onChoose }: { isBusy: boolean; onChoose(files: FileList | null): Promise<void> }) {
  const input = useRef<HTMLInputElement>(null);
  const take = async () => {
    await onChoose(input.current?.files ?? null);
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <input type="file" multiple hidden ref={input} aria-label="Files to attach" onChange={() => void take()} />
      <button
        type="button"
        class="attach"
        aria-label="Attach files"
        aria-busy={isBusy}
        onClick={() => input.current?.click()}
      >
        <Icon name="clip" />
      </button>
    </>
  );
}
