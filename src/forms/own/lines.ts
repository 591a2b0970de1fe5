import type { OwnAnswer } from '../../order/own-fields.ts';
import { ownValue } from '../../words/own-value.ts';
import type { Words } from '../../words/words.ts';
import { bold, clip, escaped } from '../mrkdwn.ts';

/** Characters of an answer in a list; the document has all of it. */
const SHOWN = 300;

/** Answers to own fields, one mrkdwn line each: the fields first, then the checklist under its heading. Nothing for empty ones. */
export function ownLines(answers: readonly OwnAnswer[] = [], words: Words): string[] {
  const said = answers.filter(({ value }) => value !== '');
  const lines = (isCheck: boolean) =>
    said.flatMap((answer) => ((answer.kind === 'check') === isCheck ? [ownLine(answer, words)] : []));
  const checks = lines(true);
  return [...lines(false), ...(checks.length > 0 ? [words.entry.checklist, ...checks] : [])];
}

const ownLine = (answer: OwnAnswer, words: Words): string =>
  words.entry.answer({
    label: bold(answer.label),
    value: clip(escaped(ownValue(answer, words).replace(/\s*\n\s*/g, ' ')), SHOWN),
  });
