import type { Json } from '../contract.ts';
import { str, textOf } from '../json.ts';
import { TextObject } from '../text/Mrkdwn.tsx';
import { Dialog } from '../widgets/Dialog.tsx';

/** The question before a press. */
export function Confirm({ of, onAnswer }: { of: Json; onAnswer(yes: boolean): void }) {
  return (
    <Dialog label={textOf(of.title)} className="confirm" onClose={() => onAnswer(false)}>
      <h2>{textOf(of.title)}</h2>
      <p className="block-text">
        <TextObject of={of.text} />
      </p>
      <footer>
        <button type="button" className="button" onClick={() => onAnswer(false)}>
          {textOf(of.deny)}
        </button>
        <button type="button" className={`button ${str(of.style) || 'primary'}`} onClick={() => onAnswer(true)}>
          {textOf(of.confirm)}
        </button>
      </footer>
    </Dialog>
  );
}
