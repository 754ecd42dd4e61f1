/** The stack of modals. All views of it stay alive, so that Back finds what was typed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ModalView as SlackModal } from '@slack/types';
import type { ModalView } from '../../server/protocol.ts';
import { Blocks } from '../blocks/block.tsx';
import { pressOn, SurfaceProvider } from '../blocks/surface.tsx';
import { useDialog } from '../shell/dialog.ts';
import { Icon } from '../shell/icons.tsx';
import { isSaidBySlack, refusalText, useDesk } from '../state/desk.ts';
import { useValues } from '../state/values.ts';
import { plainText } from '../text/emoji.ts';
import { checkInputs } from './check.ts';
import { useErrors } from './errors.ts';

export function ModalStack() {
  const { seat } = useDesk();
  if (seat.modals.length === 0) return null;
  return (
    <div class="backdrop">
      {seat.modals.map((modal, index) => (
        <Modal key={modal.id} modal={modal} isTop={index === seat.modals.length - 1} depth={index} />
      ))}
    </div>
  );
}

const FIRST_INPUT = '.modal-body :is(input, textarea, [role=combobox])';

function Modal({ modal, isTop, depth }: { modal: ModalView; isTop: boolean; depth: number }) {
  const desk = useDesk();
  const view = modal.view as SlackModal;
  const { values, set } = useValues(view.blocks);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const close = (all: boolean) => void desk.actOrSay({ act: 'close', modal: modal.id, all });
  // Assumed: Escape does what the X does, and closes the whole stack.
  const dialog = useDialog(isTop, () => close(true), FIRST_INPUT);
  const errors = useErrors(modal, modal.busy || isSending, dialog.ref);
  useTopOnNewView(dialog.ref, view);

  const submit = async () => {
    const wrong = checkInputs(view.blocks, values);
    errors.begin(wrong);
    setRefusal(null);
    if (Object.keys(wrong).length > 0) return;
    setSending(true);
    const result = await desk.act({ act: 'submit', modal: modal.id, state: values });
    setSending(false);
    errors.finish();
    // Errors of fields come with the Seat.
    if (!result.ok && !result.fields && !isSaidBySlack(result.error)) setRefusal(refusalText(result.error));
  };
  const surface = {
    values,
    set,
    errors: errors.shown,
    mend: errors.mend,
    press: pressOn(desk, { modal: modal.id }, values),
  };
  const title = plainText(view.title.text);
  const isBusy = modal.busy || isSending;
  const trouble = modal.trouble ?? refusal;
  return (
    <div
      class="dialog modal"
      role="dialog"
      aria-modal="true"
      aria-label={title}
      aria-busy={isBusy}
      hidden={!isTop}
      ref={dialog.ref}
      onKeyDown={dialog.onKeyDown}
      tabIndex={-1}
    >
      <header class="modal-head">
        {depth > 0 && (
          <button type="button" class="icon-button" aria-label="Back" onClick={() => close(false)}>
            <Icon name="back" />
          </button>
        )}
        <h2>{title}</h2>
        <button type="button" class="icon-button" aria-label="Dismiss" onClick={() => close(true)}>
          <Icon name="close" />
        </button>
      </header>
      {isBusy && <div class="progress" />}
      <form
        class="modal-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (view.submit && !isBusy) void submit();
        }}
      >
        <div class="modal-body">
          {trouble && <p class="trouble" role="alert" children={trouble} />}
          <SurfaceProvider value={surface}>
            <Blocks blocks={view.blocks} />
          </SurfaceProvider>
        </div>
        <footer class="dialog-foot">
          <button type="button" class="button" onClick={() => close(false)}>
            {plainText(view.close?.text ?? (view.submit ? 'Cancel' : 'Close'))}
          </button>
          {view.submit && (
            <button type="submit" class="button primary" disabled={isBusy} children={plainText(view.submit.text)} />
          )}
        </footer>
      </form>
    </div>
  );
}

/** A view that was replaced by another one (not only re-rendered) begins at its top. */
function useTopOnNewView(ref: { current: HTMLElement | null }, view: SlackModal) {
  const identity = `${view.title.text} ${view.callback_id ?? ''}`;
  const seen = useRef(identity);
  useEffect(() => {
    if (seen.current === identity) return;
    seen.current = identity;
    ref.current?.querySelector('.modal-body')?.scrollTo(0, 0);
    ref.current?.querySelector<HTMLElement>(FIRST_INPUT)?.focus();
  }, [identity]);
}
