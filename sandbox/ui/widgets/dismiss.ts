import { type RefObject, useEffect, useRef } from 'react';

/**
 * Closes something open when one clicks or goes elsewhere, or presses Escape in it. A click elsewhere counts first: what
 * closes before it may move the button away from under the finger.
 */
export function useDismiss(box: RefObject<HTMLElement | null>, open: boolean, close: () => void): void {
  const latest = useRef(close);
  latest.current = close;
  useEffect(() => {
    if (!open) return;
    const isElsewhere = ({ target }: Event) => target instanceof Node && !box.current?.contains(target);
    let pressed = false;
    const onDown = (event: Event) => {
      pressed = isElsewhere(event);
    };
    const onUp = () => {
      if (pressed) setTimeout(() => latest.current());
      pressed = false;
    };
    const onFocus = (event: Event) => {
      if (!pressed && isElsewhere(event)) latest.current();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('pointerdown', onDown);
    document.addEventListener('pointerup', onUp);
    document.addEventListener('pointercancel', onUp);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onDown);
      document.removeEventListener('pointerup', onUp);
      document.removeEventListener('pointercancel', onUp);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey);
    };
  }, [box, open]);
}
