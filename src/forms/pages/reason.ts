import { text } from '../fields.ts';
import { type Draft, defineForm, type FormContext } from '../form.ts';

const start = ({ order }: FormContext): Draft => ({
  values: {},
  items: [],
  base: 0,
  submission: order?.submission ?? 0,
});

function reasonForm<I extends string>(id: I, title: string, submit: string, hint: string) {
  const form = defineForm({
    id,
    title,
    submit,
    drafted: false,
    fields: { reason: text({ label: 'Reason', hint, max: 2000, multiline: true }) },
    pages: [{ id, fields: ['reason'] }],
    start,
  });
  return { ...form, id };
}

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
