import type { Words } from '../../words/words.ts';
import { section } from '../blocks.ts';
import type { FormContext } from '../context.ts';
import { decidesForNote } from '../deciding.ts';
import { type Draft, emptyDraft } from '../draft.ts';
import { extraAmounts, extraShown } from '../extra-cost.ts';
import { text } from '../fields/fields.ts';
import { defineForm, type Page } from '../form.ts';

const reasonForm = (id: keyof Words['fields']['reason']['hint'], page: Pick<Page, 'intro'> = {}) =>
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
    pages: [{ id, fields: ['reason'], ...page }],
    start: ({ order }: FormContext): Draft => ({
      ...emptyDraft,
      submission: order?.submission ?? 0,
      ...(id === 'dispute' ? { base: order?.progress.question?.entry ?? 0 } : {}),
    }),
  });

/** The decisions that need nothing but a reason. */
export const rejectionForm = reasonForm('reject', { intro: decidesForNote });
export const changesForm = reasonForm('request_changes', { intro: decidesForNote });
export const withdrawalForm = reasonForm('withdraw');
export const reopeningForm = reasonForm('reopen');
/** Its `base` is the entry that asks about the extra cost: an answer to another one is stale. */
export const disputeForm = reasonForm('dispute', {
  intro(draft, about) {
    const { order, words } = about;
    const extra = order && extraShown(order);
    return [
      ...decidesForNote(draft, about),
      ...(order && extra ? [section(words.card.extra.asked(extraAmounts(extra, order.content, words)))] : []),
    ];
  },
});
