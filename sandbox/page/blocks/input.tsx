/** The input block: label, element, hint, error. */
import type { InputBlock } from '@slack/types';
import { useId } from 'preact/hooks';
import type { AnyElement } from '../state/values.ts';
import { plainText } from '../text/emoji.ts';
import { Element } from './element.tsx';
import { useSurface } from './surface.tsx';

/** These are groups of inputs, which a `<label>` cannot point at. */
const GROUPS = new Set(['checkboxes', 'radio_buttons']);

export function InputShown({ block, blockId }: { block: InputBlock; blockId: string }) {
  const id = useId();
  const error = useSurface().errors[blockId];
  const element = block.element as unknown as AnyElement;
  const isGroup = GROUPS.has(element.type);
  const optional = block.optional ?? false;
  const parts = { id: `${id}-input`, label: `${id}-label`, hint: `${id}-hint`, error: `${id}-error` };
  const describedBy = [error && parts.error, block.hint && parts.hint].filter(Boolean).join(' ') || undefined;
  const slot = {
    blockId,
    id: parts.id,
    labelledBy: parts.label,
    describedBy,
    invalid: error !== undefined,
    dispatches: block.dispatch_action ?? false,
    isInput: true,
    optional,
  };
  const label = plainText(block.label.text);
  return (
    <div class={error === undefined ? 'input-block' : 'input-block wrong'}>
      <div class="label-line">
        {isGroup ? <span id={parts.label} class="label" children={label} /> : null}
        {isGroup ? null : <label id={parts.label} for={parts.id} class="label" children={label} />}
        {optional && <span class="optional">(optional)</span>}
      </div>
      <Element element={element} slot={slot} />
      {error !== undefined && (
        <div class="error" id={parts.error}>
          {error}
        </div>
      )}
      {block.hint && (
        <div class="hint" id={parts.hint}>
          {plainText(block.hint.text)}
        </div>
      )}
    </div>
  );
}
