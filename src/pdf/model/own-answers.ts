import type { Version } from '../../order/version.ts';
import { ownValue } from '../../words/own-value.ts';
import type { Words } from '../../words/words.ts';
import type { Field } from '../document.ts';
import { plainLine, plainText } from '../fonts/plain-text.ts';

/** What a version answers to its type's own fields: what was entered, and the results of the checklist. */
export function ownAnswersOf({ content: { own = [] } }: Version, words: Words) {
  const checks = own.filter(({ kind }) => kind === 'check');
  const details: Field[] = own.flatMap((answer) => {
    const value = plainText(ownValue(answer, words));
    return answer.kind === 'check' || value === '' ? [] : [{ label: plainLine(answer.label), value }];
  });
  return {
    details,
    checklist: checks.map((check) => ({
      line: plainLine(check.label),
      result: plainLine(ownValue(check, words)),
      /** It did not pass. */
      failed: check.value === 'fail',
    })),
  };
}
