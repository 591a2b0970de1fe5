import type { Attachment } from '../../order/content.ts';
import { photoCount } from '../../order/order.ts';
import type { OwnForm } from '../../order/own-fields.ts';
import { lackingToClose, mergedAnswers } from '../../order/own-fields.ts';
import { signatureOn } from '../../order/signing/signature.ts';
import type { FormContext } from '../context.ts';
import { type Draft, filesIn } from '../draft.ts';
import type { Errors } from '../form.ts';
import { ownAnswers, ownName } from '../own/fields.ts';
import { listedPlain } from '../sizes.ts';
import { takesOffered } from './photos.ts';

/** Whether closing an order still needs a photo that this draft does not bring with these fields. */
export function lacksPhoto(draft: Draft, { order }: FormContext, fields: readonly string[]): boolean {
  if (!order?.content.type?.closing.photos) return false;
  const isGiven = fields.some((name) => filesIn(draft.values[name] ?? null).length > 0) || takesOffered(draft);
  return photoCount(order) === 0 && !isGiven;
}

/** What a form answers of what an order's type may ask for. */
interface Answered extends Readonly<Record<string, unknown>> {
  readonly photos?: readonly Attachment[] | undefined;
  readonly acceptance?: 'accepted' | 'refused' | 'unavailable' | undefined;
}

/**
 * What is lacking to close the order as performed, under the fields that would give it, as far as they were answered. `asked`: in
 * which places the form asks own fields. `offered`: how many photos from the channel it takes, or may take yet. `otherwise`: under
 * which field a checklist is missed that the form does not ask.
 */
export function lackingErrors(
  answers: Answered,
  {
    asked,
    otherwise,
    offered = 0,
  }: { readonly asked: readonly OwnForm[]; readonly otherwise?: string; readonly offered?: number },
  { order, words }: FormContext,
): Errors {
  const { photos, acceptance } = answers;
  const type = order?.content.type;
  if (!type) return {};
  const lacking = lackingToClose(type, {
    own: mergedAnswers(type, order.content.own, ownAnswers(type, asked, answers), asked),
    photos: photoCount(order) + (photos?.length ?? 0) + offered,
    accepted: acceptance === 'accepted' || (otherwise !== undefined && !!signatureOn(order)),
  });
  if (!lacking) return {};
  const say = words.fields.error.lacking;
  const here = lacking.lines.filter((line) => asked.includes(line.asked));
  const elsewhere = lacking.lines.filter((line) => !here.includes(line)).map(({ label }) => label);
  const missed = { count: elsewhere.length, lines: listedPlain(elsewhere, words) };
  return {
    ...(otherwise !== undefined && elsewhere.length > 0 ? { [otherwise]: say.checklist(missed) } : {}),
    ...Object.fromEntries(here.flatMap(({ id }) => (ownName(id) in answers ? [[ownName(id), say.line]] : []))),
    ...(lacking.photos && photos !== undefined ? { photos: say.photos } : {}),
    ...(lacking.acceptance && acceptance !== undefined
      ? { acceptance: say.acceptance({ accepted: words.fields.acceptance.option.accepted }) }
      : {}),
  };
}
