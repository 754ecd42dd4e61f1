/** A searchable list under an input: one choice or several. A combobox to the keyboard and to screen readers. */
import type { JSX } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { PersonView } from '../../server/protocol.ts';
import { Avatar } from '../shell/avatar.tsx';
import { Icon, type IconName } from '../shell/icons.tsx';
import { Popover } from '../shell/popover.tsx';

export type Item = {
  id: string;
  name: string;
  note?: string | undefined;
  group?: string | undefined;
  person?: PersonView;
  icon?: IconName;
};

type Props = {
  input: JSX.IntrinsicElements['input'];
  items: Item[];
  chosen: string[];
  isMulti: boolean;
  max: number;
  canClear: boolean;
  placeholder: string | undefined;
  onChoose(ids: string[]): void;
};

export function Picker({ input, items, chosen, isMulti, max, canClear, placeholder, onChoose }: Props) {
  const listId = useId();
  const box = useRef<HTMLInputElement>(null);
  const [query, setQuery] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const isOpen = query !== null;
  const found = items.filter((item) => matches(item, query ?? ''));
  const nameOf = (id: string) => items.find((item) => item.id === id)?.name ?? id;
  const single = isMulti ? '' : chosen.map(nameOf).join('');
  const close = () => setQuery(null);
  const open = () => {
    setQuery(query ?? '');
    setAt(
      Math.max(
        0,
        items.findIndex((item) => !isMulti && item.id === chosen[0]),
      ),
    );
  };
  const choose = (item: Item | undefined) => {
    if (!item) return;
    if (!isMulti) onChoose([item.id]);
    else if (chosen.includes(item.id)) onChoose(chosen.filter((id) => id !== item.id));
    else if (chosen.length < max) onChoose([...chosen, item.id]);
    if (isMulti) setQuery('');
    else close();
    box.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      if (isOpen) setAt((at + step + found.length) % Math.max(1, found.length));
      else open();
    } else if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      if (isOpen) choose(found[at]);
      else open();
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
    } else if (event.key === 'Backspace' && isMulti && !query) onChoose(chosen.slice(0, -1));
    else if (event.key === 'Tab') close();
  };
  return (
    <div class="anchor picker" onClick={() => box.current?.focus()}>
      <div class="picker-box">
        {isMulti &&
          chosen.map((id) => (
            <Chip key={id} name={nameOf(id)} onRemove={() => onChoose(chosen.filter((one) => one !== id))} />
          ))}
        <input
          {...input}
          ref={box}
          type="text"
          role="combobox"
          autocomplete="off"
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && found[at] ? `${listId}-${at}` : undefined}
          value={query || (isOpen ? '' : single)}
          placeholder={single || (isMulti && chosen.length > 0 ? '' : placeholder)}
          onClick={open}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onBlur={close}
          onKeyDown={onKeyDown}
        />
        {canClear && !isMulti && chosen.length > 0 && (
          <button type="button" class="clear" aria-label="Clear choice" onClick={() => onChoose([])}>
            ×
          </button>
        )}
        <span class="caret" aria-hidden="true" />
      </div>
      {isOpen && (
        <Popover onClose={close} matchWidth>
          <Options id={listId} items={found} at={at} chosen={chosen} isMulti={isMulti} onChoose={choose} />
        </Popover>
      )}
    </div>
  );
}

function Chip({ name, onRemove }: { name: string; onRemove(): void }) {
  return (
    <span class="chip">
      {name}
      <button type="button" aria-label={`Remove ${name}`} onClick={onRemove}>
        ×
      </button>
    </span>
  );
}

type OptionsProps = Pick<Props, 'items' | 'chosen' | 'isMulti'> & {
  id: string;
  at: number;
  onChoose(item: Item): void;
};

function Options({ id, items, at, chosen, isMulti, onChoose }: OptionsProps) {
  return (
    <div role="listbox" id={id} class="options" aria-label="Choices" aria-multiselectable={isMulti}>
      {items.length === 0 && <div class="nothing">No match</div>}
      {items.map((item, index) => (
        <div key={item.id}>
          {item.group && item.group !== items[index - 1]?.group && <div class="group">{item.group}</div>}
          <div
            role="option"
            id={`${id}-${index}`}
            aria-label={item.name}
            aria-selected={chosen.includes(item.id)}
            class={index === at ? 'option active' : 'option'}
            ref={(row) => void (index === at && row?.scrollIntoView({ block: 'nearest' }))}
            // Before the input loses the focus, which would close the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={(event) => {
              event.stopPropagation();
              onChoose(item);
            }}
          >
            {item.person && <Avatar person={item.person} small />}
            {item.icon && <Icon name={item.icon} />}
            <span class="option-name">{item.name}</span>
            {item.note && <span class="option-note">{item.note}</span>}
          </div>
        </div>
      ))}
    </div>
  );
}

function matches(item: Item, query: string): boolean {
  const words = query.toLowerCase().split(/\s+/);
  const text = `${item.name} ${item.note ?? ''}`.toLowerCase();
  return words.every((word) => text.includes(word));
}
