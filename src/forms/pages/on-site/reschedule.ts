import type { Action } from '../../../order/action.ts';
import { planIn } from '../../../order/plan.ts';
import type { FormContext } from '../../context.ts';
import { type Draft, emptyDraft } from '../../draft.ts';
import { dateTime } from '../../fields/fields.ts';
import { type Answers, defineForm } from '../../form.ts';
import { shownStart, unusualStart } from '../approval.ts';

const fields = { plannedStart: dateTime({ texts: ({ words }) => words.fields.newStart }) };

/** Reschedule: when the work is to begin from now on. */
export const rescheduleForm = defineForm({
  id: 'reschedule',
  title: ({ forms }) => forms.title.reschedule,
  submit: ({ forms }) => forms.send.reschedule,
  drafted: false,
  fields,
  pages: [{ id: 'reschedule', fields: ['plannedStart'] }],
  start: ({ order }): Draft => {
    if (!order) throw new Error('rescheduling needs an order');
    const values = { plannedStart: shownStart(order) };
    return { ...emptyDraft, values, base: order.lastEntry.seq, submission: order.submission };
  },
  check: ({ plannedStart }, _draft, { order, words }) =>
    order && plannedStart === shownStart(order) ? { plannedStart: words.fields.error.sameStart } : {},
  ask: unusualStart,
});

/** The new time as an action that names the one which the form showed: somebody else may have changed it meanwhile. */
export function rescheduleAction(
  { plannedStart }: Answers<typeof fields>,
  { base }: Draft,
  { order, shownPlan }: FormContext,
): Action {
  const seen = order && base === order.lastEntry.seq ? planIn(order) : shownPlan;
  return { type: 'reschedule', plannedStart, seen: seen?.plannedStart ?? null };
}
