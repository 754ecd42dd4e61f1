/** Shows one interactive element. Which kinds exist here is a closed list; anything else is a loud box. */
import type { Button } from '@slack/types';
import { useState } from 'preact/hooks';
import { useDesk } from '../state/desk.ts';
import type { AnyElement } from '../state/values.ts';
import { plainText } from '../text/emoji.ts';
import { Choices } from './choices.tsx';
import { FileInput } from './file-input.tsx';
import { DateInput, TextInput } from './text-input.tsx';
import { Overflow } from './overflow.tsx';
import { altOf, urlOf } from './parts.ts';
import { Select } from './select.tsx';
import { type Slot, useSurface } from './surface.tsx';
import { Unknown } from './unknown.tsx';

export function Element({ element, slot }: { element: AnyElement; slot: Slot }) {
  switch (element.type) {
    case 'button':
      return <ButtonShown button={element as unknown as Button} slot={slot} />;
    case 'static_select':
    case 'multi_static_select':
    case 'users_select':
    case 'multi_users_select':
    case 'conversations_select':
    case 'multi_conversations_select':
      return <Select element={element} slot={slot} />;
    case 'checkboxes':
    case 'radio_buttons':
      return <Choices element={element} slot={slot} />;
    case 'overflow':
      return <Overflow element={element} slot={slot} />;
    case 'datepicker':
      return <DateInput element={element} slot={slot} />;
    case 'file_input':
      return slot.isInput ? <FileInput element={element} slot={slot} /> : <Unknown what="element here" of={element} />;
    case 'plain_text_input':
      return slot.isInput ? <TextInput element={element} slot={slot} /> : <Unknown what="element here" of={element} />;
    case 'image':
      return <img class="thumb" src={urlOf(element)} alt={altOf(element)} />;
    default:
      return <Unknown what="element" of={element} />;
  }
}

function ButtonShown({ button, slot }: { button: Button; slot: Slot }) {
  const surface = useSurface();
  const desk = useDesk();
  const [pressed, setPressed] = useState(false);
  const press = async () => {
    if (button.confirm && !(await desk.ask(button.confirm))) return;
    setPressed(true);
    if (button.url) open(button.url, '_blank', 'noopener');
    await surface.press(slot.blockId, button.action_id ?? '');
    setPressed(false);
  };
  // A press is not blocked while another waits: Slack lets people click twice, and the app must bear it.
  return (
    <button
      type="button"
      class={`button ${button.style ?? ''} ${pressed ? 'waiting' : ''}`}
      aria-label={button.accessibility_label}
      aria-busy={pressed}
      onClick={() => void press()}
    >
      {plainText(button.text.text)}
    </button>
  );
}
