/** What every dialog owes the keyboard: the focus comes in, stays in, and goes back where it was. */
import { useEffect, useRef } from 'preact/hooks';

const FOCUSABLE = 'a[href], button:not([disabled]), input:not([disabled]), textarea, [tabindex="0"]';

const reachable = (root: HTMLElement) =>
  [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => element.offsetParent !== null);

/** `first`: a selector of what gets the focus; else the first thing that can have it. */
export function useDialog(isOpen: boolean, onEscape: () => void, first?: string) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen || !ref.current) return;
    const before = document.activeElement as HTMLElement | null;
    const wanted = first ? ref.current.querySelector<HTMLElement>(first) : null;
    (wanted ?? reachable(ref.current)[0] ?? ref.current).focus();
    return () => before?.focus();
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) {
      event.stopPropagation();
      onEscape();
    }
    if (event.key !== 'Tab' || !ref.current) return;
    const all = reachable(ref.current);
    const edge = event.shiftKey ? all[0] : all.at(-1);
    if (document.activeElement !== edge) return;
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0])?.focus();
  };
  return { ref, onKeyDown };
}
