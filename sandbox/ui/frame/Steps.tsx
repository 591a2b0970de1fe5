import { useState } from 'react';
import type { Step } from '../contract.ts';
import { usePage } from '../page.ts';
import { Icon } from '../widgets/Icon.tsx';

/** What to try next, and as whom; what has been done is ticked off. Each can be opened and read at any time. */
export function Steps({ onClose }: { onClose(): void }) {
  const { view } = usePage();
  const done = view.steps.filter((step) => step.done).length;
  const next = view.steps.findIndex((step) => !step.done);
  /** The step that was opened, and which one was next then: the one after it opens by itself. */
  const [chosen, choose] = useState({ at: next, next });
  const open = chosen.next === next ? chosen.at : next;
  return (
    <aside className="side steps" aria-label="First steps">
      <header className="side-head">
        <h2>
          First steps{' '}
          <small>
            {done} of {view.steps.length}
          </small>
        </h2>
        <button type="button" className="icon" aria-label="Close the first steps" onClick={onClose}>
          ×
        </button>
      </header>
      <ol className="scroll">
        {view.steps.map((step, at) => (
          <StepView
            key={step.title}
            step={step}
            current={at === next}
            open={at === open}
            onToggle={() => choose({ at: at === open ? -1 : at, next })}
          />
        ))}
      </ol>
      {next === -1 && (
        <p className="all-done" role="status">
          You have seen a whole life of an order.
        </p>
      )}
    </aside>
  );
}

interface StepProps {
  step: Step;
  current: boolean;
  open: boolean;
  onToggle(): void;
}

function StepView({ step, current, open, onToggle }: StepProps) {
  const { view, go } = usePage();
  const person = view.people.find(({ key }) => key === step.as);
  const isMe = view.me.key === step.as;
  return (
    <li className={step.done ? 'done' : current ? 'current' : ''} aria-current={current ? 'step' : undefined}>
      <span className="tick" aria-hidden="true">
        {step.done && <Icon name="check" />}
      </span>
      <div>
        <button type="button" className="step" aria-expanded={open} onClick={onToggle}>
          <strong>
            {step.title}
            {step.done && <span className="sr"> (done)</span>}
          </strong>
        </button>
        {open && <p>{step.detail}</p>}
        {open &&
          (isMe ? (
            <small>You are {person?.name}.</small>
          ) : (
            <button type="button" className="button primary" onClick={() => go({ as: step.as, at: '' })}>
              Be {person?.name}
            </button>
          ))}
      </div>
    </li>
  );
}
