/** A small panel beside what opened it. Fixed, so that no scrolling parent cuts it off. */
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const GAP_PX = 4;
const EDGE_PX = 8;
const MOST_PX = 480;

type Props = {
  onClose(): void;
  align?: 'start' | 'end';
  /** As wide as what it hangs from: for lists under an input. */
  matchWidth?: boolean;
  children: ComponentChildren;
};

/** Stands as a child of a positioned `.anchor`, beside the thing it belongs to. */
export function Popover({ onClose, align = 'start', matchWidth = false, children }: Props) {
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => panel.current && placeBeside(panel.current, align, matchWidth);
    place();
    addEventListener('scroll', place, true);
    addEventListener('resize', place);
    return () => {
      removeEventListener('scroll', place, true);
      removeEventListener('resize', place);
    };
  });
  useEffect(() => {
    const leave = (event: PointerEvent) => {
      if (!panel.current?.parentElement?.contains(event.target as Node)) onClose();
    };
    addEventListener('pointerdown', leave, true);
    return () => removeEventListener('pointerdown', leave, true);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onClose();
    panel.current?.parentElement?.querySelector<HTMLElement>('button, input')?.focus();
  };
  return (
    <div class="popover" ref={panel} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

function placeBeside(panel: HTMLElement, align: 'start' | 'end', matchWidth: boolean): void {
  const anchor = panel.parentElement?.getBoundingClientRect();
  if (!anchor) return;
  if (matchWidth) panel.style.width = `${anchor.width}px`;
  const below = innerHeight - anchor.bottom - GAP_PX - EDGE_PX;
  const above = anchor.top - GAP_PX - EDGE_PX;
  const goesUp = panel.scrollHeight > below && above > below;
  panel.style.maxHeight = `${Math.min(goesUp ? above : below, MOST_PX)}px`;
  const height = panel.offsetHeight;
  panel.style.top = `${goesUp ? anchor.top - GAP_PX - height : anchor.bottom + GAP_PX}px`;
  const wanted = align === 'start' ? anchor.left : anchor.right - panel.offsetWidth;
  panel.style.left = `${Math.max(EDGE_PX, Math.min(wanted, innerWidth - panel.offsetWidth - EDGE_PX))}px`;
}

/** Arrow keys move through a menu's items; the first has the focus when it opens. */
export function useMenuKeys(isOpen: boolean) {
  const ref = useRef<HTMLDivElement>(null);
  const items = () => [...(ref.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
  useEffect(() => {
    if (isOpen) (items().find((item) => item.ariaCurrent) ?? items()[0])?.focus();
  }, [isOpen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    all.at((at + step) % all.length)?.focus();
  };
  return { ref, onKeyDown };
}
