/** Checkboxes and radio buttons. */
import type { Option } from '@slack/types';
import type { AnyElement } from '../state/values.ts';
import { plainText } from '../text/emoji.ts';
import { Text } from '../text/spans.tsx';
import { named, type Slot, useField } from './surface.tsx';

export function Choices({ element, slot }: { element: AnyElement; slot: Slot }) {
  const { state, change } = useField(slot, element);
  const many = element.type === 'checkboxes';
  const options = element['options'] as Option[];
  const chosen = many ? (state['selected_options'] as Option[]) : [state['selected_option'] as Option | null];
  const isChosen = (option: Option) => chosen.some((one) => one?.value === option.value);
  const choose = (option: Option) => {
    if (!many) return change({ selected_option: option });
    // In the order of the options, not of the clicks.
    return change({ selected_options: options.filter((one) => (one === option ? !isChosen(one) : isChosen(one))) });
  };
  return (
    <div
      {...named(slot, 'Options')}
      role={many ? 'group' : 'radiogroup'}
      class="choices"
      aria-labelledby={slot.labelledBy}
    >
      {options.map((option) => (
        <label key={option.value} class="choice">
          <input
            type={many ? 'checkbox' : 'radio'}
            name={slot.id}
            checked={isChosen(option)}
            onChange={() => void choose(option)}
          />
          <span>
            <Text of={option.text} />
            {option.description && <span class="description">{plainText(option.description.text)}</span>}
          </span>
        </label>
      ))}
    </div>
  );
}
