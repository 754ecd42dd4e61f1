/** The "more" menu. */
import type { PlainTextOption } from '@slack/types';
import { useState } from 'preact/hooks';
import { Popover, useMenuKeys } from '../shell/popover.tsx';
import type { AnyElement } from '../state/values.ts';
import { plainText } from '../text/emoji.ts';
import { type Slot, useField } from './surface.tsx';

export function Overflow({ element, slot }: { element: AnyElement; slot: Slot }) {
  const [isOpen, setOpen] = useState(false);
  const { change } = useField(slot, element);
  const menu = useMenuKeys(isOpen);
  const choose = (option: PlainTextOption) => {
    setOpen(false);
    if (option.url) open(option.url, '_blank', 'noopener');
    void change({ selected_option: option });
  };
  return (
    <div class="anchor">
      <button
        type="button"
        class="button more"
        aria-label="More options"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        •••
      </button>
      {isOpen && (
        <Popover onClose={() => setOpen(false)} align="end">
          <div role="menu" aria-label="More options" class="menu" ref={menu.ref} onKeyDown={menu.onKeyDown}>
            {(element['options'] as PlainTextOption[]).map((option) => (
              <button key={option.value} type="button" role="menuitem" onClick={() => choose(option)}>
                {plainText(option.text.text)}
              </button>
            ))}
          </div>
        </Popover>
      )}
    </div>
  );
}
