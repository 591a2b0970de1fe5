import { differsFromApproved, itemsDiffer } from '../order/items.ts';
import type { Action, Item } from '../order/order.ts';
import { dateTime, files, sometimes, text, tick } from './fields.ts';
import { type Answers, type Draft, defineForm, type Errors, type FormContext } from './form.ts';
import { reviewBlocks } from './review.ts';

const fields = {
  workDone: text({ label: 'Work done', max: 3000, multiline: true }),
  startedAt: dateTime({ label: 'Work started' }),
  endedAt: dateTime({ label: 'Work ended' }),
  reason: sometimes(
    text({
      label: 'Reason for the changes',
      hint: 'The items differ from the version before; say why',
      max: 1000,
      multiline: true,
    }),
  ),
  photos: files({ label: 'Photos', max: 20 }),
  final: tick({
    label: 'Finished?',
    text: 'This finishes the job',
    hint: 'The order is closed with this confirmation',
  }),
};

/** The items of the version that the confirmation was started from. */
export const baseItems = (draft: Draft, { order }: FormContext): readonly Item[] =>
  order?.versions.find(({ n }) => n === draft.base)?.content.items ?? [];

/** Create confirmation: the work as it really was, filled in with the latest version. */
export const confirmationForm = defineForm({
  id: 'confirm',
  title: 'Create confirmation',
  submit: 'Send confirmation',
  drafted: true,
  fields,
  pages: [
    { id: 'items', fields: [], items: 'against-version' },
    {
      id: 'report',
      fields: ['workDone', 'startedAt', 'endedAt', 'reason', 'photos', 'final'],
      without: (draft, context) => (itemsDiffer(baseItems(draft, context), draft.items) ? [] : ['reason']),
    },
    { id: 'review', fields: [], intro: reviewBlocks },
  ],
  start: ({ order, now }): Draft => {
    const latest = order?.versions.at(-1);
    if (!order || !latest) throw new Error('a confirmation needs an approved order');
    const planned = order.plannedStart ?? order.content.requestedStart;
    return {
      values: { startedAt: planned < now ? planned : null, endedAt: planned < now ? roundedDown(now) : null },
      items: latest.content.items,
      base: latest.n,
      submission: order.submission,
    };
  },
  check: (answers, _draft, context) => workTimes(answers.startedAt, answers.endedAt, context),
});

/** Whether the confirmation ends the order, and how the order then ends. */
export const endsAs = (draft: Draft, context: FormContext): 'open' | 'as_ordered' | 'with_changes' => {
  if (!Array.isArray(draft.values.final) || !draft.values.final.includes('yes')) return 'open';
  const order = context.order;
  return order && differsFromApproved({ ...order, content: { ...order.content, items: draft.items } })
    ? 'with_changes'
    : 'as_ordered';
};

/** The confirmation as an action on the version it was started from. */
export function confirmationAction(answers: Answers<typeof fields>, draft: Draft): Action {
  const { workDone, startedAt, endedAt, reason, photos } = answers;
  return {
    type: answers.final ? 'confirm_final' : 'confirm_partial',
    base: draft.base,
    items: draft.items,
    report: { workDone, startedAt, endedAt, reason: reason ?? '', photos },
  };
}

/** Work ends after it starts, and not in the future (an hour is forgiven for clocks and zones). */
export function workTimes(startedAt: number | undefined, endedAt: number | undefined, { now }: FormContext): Errors {
  if (endedAt === undefined) return {};
  if (startedAt !== undefined && endedAt <= startedAt)
    return { endedAt: 'The end must be after the start. Choose a later end.' };
  if (endedAt > now + 3600) return { endedAt: 'This lies in the future. Choose when the work really ended.' };
  return {};
}

/** The last full five minutes. */
export const roundedDown = (seconds: number): number => seconds - (seconds % 300);
