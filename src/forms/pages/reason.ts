import type { Words } from '../../words/words.ts';
import type { FormContext } from '../context.ts';
import { type Draft, emptyDraft } from '../draft.ts';
import { text } from '../fields/fields.ts';
import { defineForm } from '../form.ts';

const reasonForm = (id: keyof Words['fields']['reason']['hint']) =>
  defineForm({
    id,
    title: ({ forms }) => forms.title[id],
    submit: ({ forms }) => forms.send[id],
    drafted: false,
    fields: {
      reason: text({
        texts: ({ words: { fields } }) => ({ label: fields.reason.label, hint: fields.reason.hint[id] }),
        max: 2000,
        multiline: true,
      }),
    },
    pages: [{ id, fields: ['reason'] }],
    start: ({ order }: FormContext): Draft => ({ ...emptyDraft, submission: order?.submission ?? 0 }),
  });

/** The four decisions that need nothing but a reason. */
export const rejectionForm = reasonForm('reject');
export const changesForm = reasonForm('request_changes');
export const withdrawalForm = reasonForm('withdraw');
export const reopeningForm = reasonForm('reopen');
