import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface DialogProps {
  label: string;
  className?: string;
  /** Escape was pressed, or the dialog was left some other way. */
  onClose(): void;
  children: ReactNode;
}

/** A modal dialog of the browser: it keeps the focus inside, closes on Escape, and gives the focus back. */
export function Dialog({ label, className = '', onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const gone = useRef(false);
  // Before the effects of what is inside, which put the focus where it belongs.
  useLayoutEffect(() => {
    const before = document.activeElement;
    const dialog = ref.current;
    gone.current = false;
    return () => {
      gone.current = true;
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  // A browser closes a dialog by itself when Escape is pressed again and again; what is still there is shown again.
  useLayoutEffect(() => {
    if (ref.current && !ref.current.open) ref.current.showModal();
  });
  return (
    <dialog
      ref={ref}
      className={`dialog ${className}`}
      aria-label={label}
      onCancel={(event) => {
        // A file picker that is left without a file says "cancel" as well.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClose={({ target, currentTarget }) => {
        if (target === currentTarget && !gone.current) onClose();
      }}
    >
      {children}
    </dialog>
  );
}
