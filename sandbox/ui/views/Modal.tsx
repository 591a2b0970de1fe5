import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Blocks } from '../blocks/Blocks.tsx';
import type { ShownView } from '../contract.ts';
import { SurfaceContext, useEntering } from '../elements/surface.ts';
import { usePage } from '../page.ts';
import { Icon } from '../widgets/Icon.tsx';
import { usePageTurns } from './page-turns.ts';

/** The modal on top of the stack; `depth` says how many lie on one another. */
export function Modal({ shown, depth }: { shown: ShownView; depth: number }) {
  const { act, view } = usePage();
  const { surface, pending } = useEntering({ view: shown.id }, shown.blocks, shown.values);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const [sending, setSending] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const errors = { ...shown.errors, ...problems };
  const wrong = Object.keys(errors).join(' ');

  useEffect(() => {
    const [first = ''] = wrong.split(' ');
    const field = first && form.current?.querySelector(`[data-block="${CSS.escape(first)}"]`);
    if (field) field.querySelector<HTMLElement>('input, select, textarea')?.focus();
  }, [wrong]);
  usePageTurns(form, shown);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setProblems({});
    const { problems: found } = await act({ act: 'submit', view: shown.id, values: pending() });
    setProblems(found ?? {});
    setSending(false);
  };
  const close = (all: boolean) => void act({ act: 'close', view: shown.id, all });

  return (
    <form ref={form} className="modal" onSubmit={(event) => void submit(event)} noValidate>
      <header className="modal-head">
        {depth > 1 && (
          <button type="button" className="icon" aria-label="Back to the form before" onClick={() => close(false)}>
            <Icon name="back" />
          </button>
        )}
        <span className="app-icon" aria-hidden="true">
          SO
        </span>
        <h2>
          {shown.title}
          <small>{view.team.app}</small>
        </h2>
        <button type="button" className="icon" aria-label="Close" onClick={() => close(true)}>
          ×
        </button>
      </header>
      {shown.trouble && !sending && (
        <p className="trouble" role="alert">
          <Icon name="warning" /> {shown.trouble}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <section className="modal-body" tabIndex={0} aria-label={shown.title}>
        <SurfaceContext value={{ ...surface, errors }}>
          <Blocks blocks={shown.blocks} />
        </SurfaceContext>
      </section>
      <footer className="modal-foot">
        <button type="button" className="button" onClick={() => close(false)}>
          {shown.close}
        </button>
        {shown.submit && (
          <button type="submit" className="button primary" aria-busy={sending}>
            {shown.submit}
          </button>
        )}
      </footer>
    </form>
  );
}
