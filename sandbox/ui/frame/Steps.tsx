import type { Step } from '../contract.ts';
import { usePage } from '../page.ts';
import { Icon } from '../widgets/Icon.tsx';

/** What to try next, and as whom; what has been done is ticked off. */
export function Steps({ onClose }: { onClose(): void }) {
  const { view } = usePage();
  const done = view.steps.filter((step) => step.done).length;
  const next = view.steps.findIndex((step) => !step.done);
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
          <StepView key={step.title} step={step} current={at === next} />
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

function StepView({ step, current }: { step: Step; current: boolean }) {
  const { view, go } = usePage();
  const person = view.people.find(({ key }) => key === step.as);
  const isMe = view.me.key === step.as;
  return (
    <li className={step.done ? 'done' : current ? 'current' : ''} aria-current={current ? 'step' : undefined}>
      <span className="tick" aria-hidden="true">
        {step.done && <Icon name="check" />}
      </span>
      <div>
        <strong>
          {step.title}
          {step.done && <span className="sr"> (done)</span>}
        </strong>
        {current && <p>{step.detail}</p>}
        {current &&
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
