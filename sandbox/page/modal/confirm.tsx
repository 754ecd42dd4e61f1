/** The confirm composition object, asked before an action goes out. */
import type { Confirm } from '@slack/types';
import { useDialog } from '../shell/dialog.ts';
import { plainText } from '../text/emoji.ts';
import { Text } from '../text/spans.tsx';

export function ConfirmDialog({ confirm, onAnswer }: { confirm: Confirm; onAnswer(yes: boolean): void }) {
  const dialog = useDialog(true, () => onAnswer(false), '.confirm-yes');
  const title = plainText(confirm.title?.text ?? 'Are you sure?');
  return (
    <div class="backdrop confirm-backdrop">
      <div
        class="dialog confirm"
        role="alertdialog"
        aria-modal="true"
        aria-label={title}
        ref={dialog.ref}
        onKeyDown={dialog.onKeyDown}
        tabIndex={-1}
      >
        <h2>{title}</h2>
        <div class="confirm-text">
          <Text of={confirm.text} />
        </div>
        <div class="dialog-foot">
          <button type="button" class="button" onClick={() => onAnswer(false)}>
            {plainText(confirm.deny?.text ?? 'Cancel')}
          </button>
          <button
            type="button"
            class={`button confirm-yes ${confirm.style ?? 'primary'}`}
            onClick={() => onAnswer(true)}
          >
            {plainText(confirm.confirm?.text ?? 'Yes')}
          </button>
        </div>
      </div>
    </div>
  );
}
