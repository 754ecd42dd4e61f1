/** Text and dates. */
import { useEffect, useRef } from 'preact/hooks';
import { MAX_TEXT } from '../modal/check.ts';
import type { AnyElement } from '../state/values.ts';
import { placeholderOf } from './parts.ts';
import { named, type Slot, useField } from './surface.tsx';

/** How near to the limit the count begins to show. */
const COUNT_FROM = 0.8;

export function TextInput({ element, slot }: { element: AnyElement; slot: Slot }) {
  const { state, keep, send } = useField(slot, element);
  const value = (state['value'] as string | null) ?? '';
  const config = element['dispatch_action_config'] as { trigger_actions_on?: string[] } | undefined;
  // Slack's default for dispatch_action is Enter alone.
  const sendOn = config?.trigger_actions_on ?? ['on_enter_pressed'];
  const write = (text: string) => {
    const next = { type: element.type, value: text === '' ? null : text };
    keep(next);
    if (slot.dispatches && sendOn.includes('on_character_entered')) void send(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || event.shiftKey) return;
    if (!slot.dispatches || !sendOn.includes('on_enter_pressed')) return;
    event.preventDefault();
    void send(state);
  };
  const shared = {
    ...named(slot, placeholderOf(element)),
    value,
    placeholder: placeholderOf(element),
    onInput: (event: { currentTarget: { value: string } }) => write(event.currentTarget.value),
    onKeyDown,
  };
  const multiline = element['multiline'] === true;
  return (
    <>
      {multiline ? <GrowingArea {...shared} /> : <input type="text" autocomplete="off" {...shared} />}
      <Count length={value.length} max={(element['max_length'] as number | undefined) ?? MAX_TEXT} />
    </>
  );
}

function Count({ length, max }: { length: number; max: number }) {
  if (length < max * COUNT_FROM) return null;
  return (
    <div class={length > max ? 'count over' : 'count'}>
      {length} / {max}
    </div>
  );
}

function GrowingArea(props: { value: string } & Record<string, unknown>) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (!area.current) return;
    area.current.style.height = 'auto';
    area.current.style.height = `${area.current.scrollHeight + 2}px`;
  }, [props.value]);
  return <textarea rows={3} ref={area} {...props} />;
}

export function DateInput({ element, slot }: { element: AnyElement; slot: Slot }) {
  const { state, change } = useField(slot, element);
  return (
    <input
      type="date"
      class="date"
      {...named(slot, placeholderOf(element) ?? 'Date')}
      value={(state['selected_date'] as string | null) ?? ''}
      onChange={(event) => void change({ selected_date: event.currentTarget.value || null })}
    />
  );
}
