import type { KnownBlock } from '@slack/types';
import { formatMoney, isPriced, totals } from '../../order/amounts/money.ts';
import { isReopened } from '../../order/signing/signature.ts';
import type { Acceptance } from '../../order/version.ts';
import { itemName } from '../../words/labour.ts';
import { representative } from '../../words/representative.ts';
import { section } from '../blocks.ts';
import type { FormContext } from '../context.ts';
import { type Draft, type Raw, textIn } from '../draft.ts';
import { cleanText, conditional, select, text } from '../fields/fields.ts';
import type { Answers, Errors, Question } from '../form.ts';
import { quantityAndPrice } from '../item-list.ts';
import { bold, date, escaped, quoted } from '../mrkdwn.ts';
import { ownBlocks } from '../own/review.ts';
import { bytesOf, lineSections } from '../sizes.ts';

const ACCEPTANCES = ['accepted', 'refused', 'unavailable'] as const;

/** The client's word on the finished work, as every form asks for it that closes an order. */
export const acceptanceFields = {
  acceptance: conditional(
    select({
      texts: ({ words }) => ({ label: words.fields.acceptance.label }),
      as: 'radio',
      options: ({ words }) => ACCEPTANCES.map((value) => ({ value, text: words.fields.acceptance.option[value] })),
    }),
  ),
  acceptedBy: conditional(text({ texts: ({ words }) => words.fields.acceptedBy, max: 120, optional: true })),
  acceptedAs: conditional(text({ texts: ({ words }) => words.fields.acceptedAs, max: 120, optional: true })),
  reservations: conditional(
    text({ texts: ({ words }) => words.fields.reservations, max: 1000, multiline: true, optional: true }),
  ),
};

/** The names of these fields, in the order in which they are asked. */
export const acceptanceNames = Object.keys(acceptanceFields);

type AcceptanceAnswers = Answers<typeof acceptanceFields>;

/** `lacking`: what the order's type asks for, and does not get. Another answer is to be chosen first, which may settle the rest. */
export function clientErrors(answers: Partial<AcceptanceAnswers>, lacking: Errors, context: FormContext): Errors {
  return 'acceptance' in lacking ? {} : acceptanceErrors(answers, context);
}

/** What does not fit together: an acceptance by nobody, a refusal for no reason, and what somebody said who was not there. */
function acceptanceErrors(
  { acceptance, ...said }: Partial<AcceptanceAnswers>,
  { words: { fields } }: FormContext,
): Errors {
  const { acceptedBy, acceptedAs, reservations } = said;
  const nobody = fields.error.notAccepted({ accepted: fields.acceptance.option.accepted });
  switch (acceptance) {
    case 'accepted':
      return acceptedBy ? {} : { acceptedBy: fields.error.acceptedBy };
    case 'refused':
      return {
        ...(acceptedBy ? {} : { acceptedBy: fields.error.refusedBy }),
        ...(reservations ? {} : { reservations: fields.error.refusedBecause }),
      };
    case 'unavailable':
      return {
        ...(acceptedBy ? { acceptedBy: nobody } : {}),
        ...(acceptedAs ? { acceptedAs: nobody } : {}),
        ...(reservations ? { reservations: nobody } : {}),
      };
    default:
      return {};
  }
}

/** That the client is said to refuse what they have signed. */
export function refusalQuestions(
  { acceptance }: Partial<AcceptanceAnswers>,
  { order, words }: Pick<FormContext, 'order' | 'words'>,
): Question[] {
  const signed = order && !isReopened(order) ? order.latest?.signed : undefined;
  if (acceptance !== 'refused' || !signed) return [];
  const { name, version, at } = signed;
  const said = { name: escaped(name), version, date: date(at, words) };
  return [{ id: `refused ${at}`, text: words.review.question.refusedAfterSigning(said) }];
}

/** The client's word as the order keeps it; null where it was not asked for. */
export function acceptanceFrom(answers: Partial<AcceptanceAnswers>): Acceptance | null {
  const { acceptance, acceptedBy: name = '', acceptedAs, reservations } = answers;
  const who = { name, ...(acceptedAs ? { position: acceptedAs } : {}) };
  switch (acceptance) {
    case 'accepted':
      return { kind: 'accepted', ...who, ...(reservations ? { reservations } : {}) };
    case 'refused':
      return { kind: 'refused', ...who, reason: reservations ?? '' };
    case 'unavailable':
      return { kind: 'unavailable' };
    default:
      return null;
  }
}

/** What the client says of the work, and what they wrote or said besides. `text`: escaped mrkdwn. */
export function acceptanceText(
  acceptance: Acceptance,
  words: FormContext['words'],
): { readonly text: string; readonly quote?: string } {
  const { entry } = words;
  if (acceptance.kind === 'unavailable') return { text: entry.unavailable };
  const name = escaped(representative(acceptance, words));
  if (acceptance.kind === 'refused') return { text: entry.refused({ name }), quote: acceptance.reason };
  const { reservations } = acceptance;
  return reservations ? { text: entry.reserved({ name }), quote: reservations } : { text: entry.accepted({ name }) };
}

/** The client's word that is about to be sent. */
export function acceptanceReview({ values }: Draft, { words }: FormContext): KnownBlock[] {
  const [acceptedBy, acceptedAs, reservations] = [values.acceptedBy, values.acceptedAs, values.reservations].map(
    (value) => cleanText(textIn(value), true),
  );
  const kind = ACCEPTANCES.find((one) => one === values.acceptance);
  const acceptance = acceptanceFrom({ acceptance: kind, acceptedBy, acceptedAs, reservations });
  if (!acceptance) return [];
  const { text, quote = '' } = acceptanceText(acceptance, words);
  return [section(quote === '' ? text : `${text}\n${quoted(quote, 1000)}`)];
}

/** What is asked besides whether the client accepts the work. */
const BESIDES = ['acceptedAs', 'reservations'] as const;
/** Which answer that was entered for. */
const ANSWERED = 'answered';

/** What was entered besides for another answer is kept aside, and found again by who goes back to it. */
export function besidesOfAnswer<D extends Draft>(draft: D): D {
  const { acceptance, [ANSWERED]: before } = draft.values;
  if (typeof acceptance !== 'string' || acceptance === before) return draft;
  const values: Record<string, Raw> = { ...draft.values, [ANSWERED]: acceptance };
  if (typeof before !== 'string') return { ...draft, values };
  for (const name of BESIDES) {
    const { [name]: entered, [`${name}-${acceptance}`]: kept } = values;
    delete values[name];
    if (entered !== undefined) values[`${name}-${before}`] = entered;
    if (kept !== undefined) values[name] = kept;
  }
  return { ...draft, values };
}

/** Bytes of the items, and of what was entered, in what a client is shown: the page stays an answer that Slack takes. */
const ITEMS = 6000;
const ENTERED = 2500;

/**
 * What the client is shown before they say whether they accept it: the work, results of the checklist and whatever else was entered on site,
 * and the items. `workDone`: '' where this form reports none.
 */
export function acceptanceSummary(draft: Draft, workDone: string, context: FormContext): KnownBlock[] {
  const { items } = draft;
  const { review, items: words, document } = context.words;
  const lines = items.map((item) => `• ${bold(itemName(item, context.words))}: ${quantityAndPrice(item, context)}`);
  return [
    section(review.forClient),
    ...(workDone ? [section(`*${document.work.done}*\n${quoted(workDone, 1000)}`)] : []),
    ...ownBlocks(['confirm', 'close'], draft, context, ENTERED),
    ...(lines.length > 0
      ? lineSections({ lines, more: (count) => words.moreInPdf({ count }) }, ITEMS, bytesOf)
      : [section(review.noItems)]),
    ...(isPriced(items) ? [section(totalOf(items, context))] : []),
  ];
}

function totalOf(items: Draft['items'], context: FormContext): string {
  const { review } = context.words;
  const sum = totals({ items, taxRate: context.taxRate, decimals: context.decimals });
  const [net, gross] = [sum.net, sum.gross].map((amount) => formatMoney(amount, context, context.locale));
  return context.taxRate > 0 && net && gross
    ? review.totalWithTax({ net, gross })
    : review.total({ amount: net ?? '' });
}
