import { text } from '../fields.ts';
import { type Draft, defineForm, emptyDraft, type FormContext } from '../form.ts';

const reasonForm = (id: string, title: string, submit: string, hint: string) =>
  defineForm({
    id,
    title,
    submit,
    drafted: false,
    fields: { reason: text({ label: 'Reason', hint, max: 2000, multiline: true }) },
    pages: [{ id, fields: ['reason'] }],
    start: ({ order }: FormContext): Draft => ({ ...emptyDraft, submission: order?.submission ?? 0 }),
  });

/** The four decisions that need nothing but a reason. */
export const rejectionForm = reasonForm('reject', 'Reject service order', 'Reject', 'The requester will read this');
export const changesForm = reasonForm('request_changes', 'Request changes', 'Request changes', 'Say what to change');
export const withdrawalForm = reasonForm(
  'withdraw',
  'Withdraw service order',
  'Withdraw',
  'Everybody involved reads this',
);
export const reopeningForm = reasonForm('reopen', 'Reopen service order', 'Reopen', 'The crew will read this');
