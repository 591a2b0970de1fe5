import { mentionAuthor } from '../../../forms/mrkdwn.ts';
import { typeChanges } from '../../../office/types/say.ts';
import type { Words } from '../../../words/words.ts';
import { changeText } from '../../views/desk/types/page.ts';
import type { Changed } from './change.ts';

/** What others have changed in a type while it was open (mrkdwn). */
export function meanwhileText({ type, drawn, last }: Extract<Changed, { kind: 'overtaken' }>, words: Words): string {
  const say = words.types;
  if (!drawn) return `:warning: ${say.savedAlready}`;
  const head = say.meanwhile({ name: last ? mentionAuthor(last.by) : '' });
  return [`:warning: ${head}`, ...typeChanges(drawn, type, words).map((one) => changeText(one, words))].join('\n');
}
