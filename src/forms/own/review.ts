import type { KnownBlock } from '@slack/types';
import type { OwnForm } from '../../order/own-fields.ts';
import type { FormContext } from '../context.ts';
import type { Draft } from '../draft.ts';
import { bytesOf, lineSections } from '../sizes.ts';
import { ownAnswers, ownName, ownParts, typeOf } from './fields.ts';
import { ownLines } from './lines.ts';

/** Bytes of answers on a review: the page stays an answer that Slack takes. */
const ROOM = 4000;

/** What is answered to own fields that are asked in these places, as the review of a form shows it. */
export function ownBlocks(places: readonly OwnForm[], draft: Draft, context: FormContext, room = ROOM): KnownBlock[] {
  const type = typeOf(draft, context);
  const fields = ownParts.fields(draft, context);
  const accepted = (type?.fields ?? []).flatMap(({ id }) => {
    const answer = fields[ownName(id)]?.accept(draft.values[ownName(id)] ?? null, context);
    return answer && 'ok' in answer ? [[ownName(id), answer.ok] as const] : [];
  });
  const lines = ownLines(ownAnswers(type, places, Object.fromEntries(accepted)), context.words);
  const more = (count: number) => context.words.forms.moreLines({ count });
  return lines.length > 0 ? lineSections({ lines, more }, room, bytesOf) : [];
}
