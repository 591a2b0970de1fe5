import type { KnownBlock } from '@slack/types';
import type { Action } from '../../../order/action.ts';
import { differsFromApproved } from '../../../order/amounts/items.ts';
import { type Order, photoCount } from '../../../order/order.ts';
import { answeredTo, lackingToClose } from '../../../order/own-fields.ts';
import { hasStarted } from '../../../order/progress/stage.ts';
import { basisOf, signatureOn } from '../../../order/signing/signature.ts';
import { section } from '../../blocks.ts';
import type { FormContext } from '../../context.ts';
import { type Draft, emptyDraft } from '../../draft.ts';
import { dateTime } from '../../fields/fields.ts';
import { type Answers, defineForm, type Question } from '../../form.ts';
import { date } from '../../mrkdwn.ts';
import { shownStart } from '../approval.ts';
import { closingQuestions, endOfWork } from '../closure.ts';
import { workTimes } from './work-times.ts';

/** Whether an order is, as far as it shows, what was approved. */
export const isAsPlanned = (order: Order): boolean => !order.progress.question && !differsFromApproved(order);

/** Whether nothing else has to be said to close the order as it was ordered: then two taps do. */
export function asPlannedSuffices({ order, pricesDiffer = false }: FormContext): boolean {
  if (!order || pricesDiffer || !isAsPlanned(order)) return false;
  const { type, own } = order.content;
  const asked = type?.fields.some(
    ({ id, asked, required }) => asked === 'close' && required && answeredTo(own, id) === '',
  );
  return !asked && !lackingToClose(type, { own, photos: photoCount(order), accepted: !!signatureOn(order) });
}

const fields = { endedAt: dateTime({ texts: ({ words }) => words.fields.endedAt }) };

/** Done as planned: closes the order as it was ordered, and asks for nothing that is known. */
export const asPlannedForm = defineForm({
  id: 'as_planned',
  title: ({ forms }) => forms.title.as_planned,
  submit: ({ forms }) => forms.send.as_planned,
  drafted: false,
  fields,
  pages: [{ id: 'as_planned', fields: ['endedAt'], intro: whatItDoes }],
  start: (context): Draft => {
    const { order } = context;
    return {
      ...emptyDraft,
      values: { endedAt: endOfWork(context) },
      base: order?.latest ? basisOf(order.latest) : 0,
      submission: order?.submission ?? 0,
    };
  },
  check: ({ endedAt }, _draft, context) =>
    context.order?.state === 'approved' && !asPlannedSuffices(context)
      ? { endedAt: context.words.fields.error.notAsPlanned({ button: context.words.forms.button.close }) }
      : workTimes(undefined, endedAt, context),
  ask: (answers, draft, context) => [...notBegun(answers, context), ...closingQuestions(answers, draft, context)],
});

/** Seconds before its planned start from which nobody is asked why work is done: people often are early. */
const EARLY = 7 * 86_400;

/** Work that ended long before it was to begin, and that nobody has started. */
function notBegun({ endedAt }: { endedAt?: number | undefined }, { order, words }: FormContext): Question[] {
  if (!order || endedAt === undefined || hasStarted(order) || endedAt > shownStart(order) - EARLY) return [];
  const start = shownStart(order);
  return [{ id: `early ${start} ${endedAt}`, text: words.review.question.beforeStart({ date: date(start, words) }) }];
}

function whatItDoes(_draft: Draft, { words }: FormContext): KnownBlock[] {
  return [section(words.review.closes({ outcome: words.order.outcome.as_ordered }))];
}

/** The closing as an action on the version that its author had before them. Nothing is said for the client. */
export const asPlannedAction = ({ endedAt }: Answers<typeof fields>, { base }: Draft): Action => ({
  type: 'close',
  base,
  closure: {
    ...{ outcome: 'as_ordered', reasonCode: null, explanation: '', note: '' },
    ...{ endedAt, acceptance: null, photos: [] },
  },
});
