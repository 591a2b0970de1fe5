import type { Action } from '../../order/action.ts';
import type { FormContext } from '../context.ts';
import { type Draft, emptyDraft } from '../draft.ts';
import { text } from '../fields/fields.ts';
import { person } from '../fields/people.ts';
import { type Answers, defineForm, type Errors, type Question } from '../form.ts';
import { awayNow, overLimit } from './order-review.ts';
import { party } from './submission.ts';

const fields = {
  to: person({ texts: ({ words }) => words.fields.handOverTo, eligible: 'supervisors and admins' }),
  note: text({ texts: ({ words }) => words.fields.handOverNote, max: 500, multiline: true, optional: true }),
};

/** The present supervisor is no choice; nor is the requester, where nobody approves their own order. */
function check({ to }: Partial<Answers<typeof fields>>, _draft: Draft, context: FormContext): Errors {
  const { order, words, allowOwnApproval } = context;
  if (!to || !order) return {};
  if (to.id === order.supervisor.id) return { to: words.refusal.sameSupervisor({ name: to.name }) };
  if (to.id !== order.requester.id || allowOwnApproval) return {};
  return { to: words.fields.error.requesterSupervisor({ name: to.name }) };
}

/** Who is to decide is away; or may not approve as much: once it is approved there is nothing left to, but extra cost. */
function ask({ to }: Partial<Answers<typeof fields>>, _draft: Draft, context: FormContext): Question[] {
  const { order } = context;
  if (!to || !order) return [];
  const decides = !order.approval || order.progress.question;
  // Nor is whose it is suggested.
  const absent = [...(context.absent ?? []), order.supervisor.id];
  return [...(decides ? overLimit(to, order.content.items, { ...context, absent }) : []), ...awayNow(to, context)];
}

/** Hand over: who decides from now on. */
export const handOverForm = defineForm({
  id: 'hand_over',
  title: ({ forms }) => forms.title.hand_over,
  submit: ({ forms }) => forms.send.hand_over,
  drafted: false,
  fields,
  pages: [{ id: 'hand_over', fields: ['to', 'note'] }],
  start: ({ order }): Draft => ({ ...emptyDraft, submission: order?.submission ?? 0 }),
  check,
  ask,
});

/** Handing over the submission that its author had before them. */
export const handOverAction = ({ to, note }: Answers<typeof fields>, { submission }: Draft): Action => ({
  type: 'hand_over',
  submission,
  to: party(to),
  note,
});
