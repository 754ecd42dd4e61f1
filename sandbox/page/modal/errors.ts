/** The errors of a modal: those found here before sending, and those that the app answered with. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ModalView } from '../../server/protocol.ts';

type Errors = Record<string, string>;

/** `isBusy`: an answer is awaited, so what is wrong is not known yet. */
export function useErrors(modal: ModalView, isBusy: boolean, dialog: { current: HTMLElement | null }) {
  const [own, setOwn] = useState<Errors>({});
  const [mended, setMended] = useState<readonly string[]>([]);
  const mustShow = useRef(false);
  const answered = Object.entries(modal.errors).filter(([blockId]) => !mended.includes(blockId));
  const shown: Errors = { ...Object.fromEntries(answered), ...own };
  const count = Object.keys(shown).length;
  useEffect(() => {
    if (!mustShow.current || isBusy || count === 0) return;
    mustShow.current = false;
    showFirst(dialog.current);
  });
  return {
    shown,
    /** A submission is tried: the first error, found here or answered, will be scrolled to. */
    begin: (wrong: Errors) => {
      mustShow.current = true;
      setOwn(wrong);
    },
    /** It was answered: what the app says now holds, also of inputs that were mended before. */
    finish: () => setMended([]),
    /** An error goes as soon as the person changes what it is about. */
    mend: (blockId: string) => {
      setMended((old) => (old.includes(blockId) ? old : [...old, blockId]));
      setOwn(({ [blockId]: _gone, ...rest }) => rest);
    },
  };
}

function showFirst(dialog: HTMLElement | null) {
  const first = dialog?.querySelector<HTMLElement>('.input-block.wrong');
  first?.scrollIntoView({ block: 'center' });
  first?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
}
