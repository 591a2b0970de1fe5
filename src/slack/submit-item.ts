import { accept, type Errors } from '../forms/form.ts';
import { isOrderFormId } from '../forms/forms.ts';
import { ITEM_LIMITS, itemForm, itemFrom } from '../forms/item.ts';
import type { Item } from '../order/order.ts';
import { begunDraft } from './begun.ts';
import type { Deps } from './deps.ts';
import { startSession } from './form-session.ts';
import { decodeItem } from './ids.ts';
import { type StateValues, teamOf, type ViewSubmission } from './payloads.ts';
import { redraw } from './redraw.ts';
import { outdated, type Submitted, say, sorry } from './submitted.ts';
import { typedInto } from './typed.ts';

/** The item editor was submitted: the item goes into the draft of the form below, which is drawn again after the ack. */
export async function submitItem(deps: Deps, payload: ViewSubmission): Promise<Submitted> {
  const metadata = decodeItem(payload.view.private_metadata);
  if (!metadata || !isOrderFormId(metadata.f)) return outdated();
  const { f: form, o: order, m: source, v: parentView, i: itemId } = metadata;
  const about = { team: teamOf(payload), person: payload.user.id, form, order, source };
  const session = await startSession(deps, about);
  if ('sorry' in session) return sorry(payload, session);
  const editor = { values: editorValues(payload.view.state?.values ?? {}), items: [], base: 0, submission: 0 };
  return deps.drafts.change<Submitted>(session.draftKey, async (before) => {
    const kept = await begunDraft(deps, session, before, metadata);
    if (!kept) {
      const text = 'The form that this item belongs to was sent or begun afresh. Close it and open it again.';
      return { result: say('Out of date', text, typedInto(itemForm, editor, session.context)) };
    }
    const errors = (errors: Errors) => ({
      result: { ack: { response_action: 'errors' as const, errors: { ...errors } } },
    });
    const { answers, errors: wrong } = accept(itemForm, editor, session.context);
    if (Object.keys(wrong).length > 0) return errors(wrong);
    const { kind, description, unit } = answers;
    if (kind === undefined || description === undefined || unit === undefined) return { result: outdated() };
    const item = itemFrom(
      { kind, description, unit, quantity: answers.quantity ?? 0, unitPrice: answers.unitPrice ?? null },
      itemId,
    );
    const known = kept.items.some(({ id }) => id === item.id);
    if (!known && kept.items.length >= ITEM_LIMITS.count)
      return errors({ description: `An order has at most ${ITEM_LIMITS.count} items. Remove one first.` });
    const items: Item[] = known ? kept.items.map((one) => (one.id === item.id ? item : one)) : [...kept.items, item];
    // The view underneath is Slack's to name; what the modal carries is believed only where Slack does not say.
    const view = {
      id: payload.view.previous_view_id ?? parentView,
      page: metadata.p,
      base: metadata.b,
      hash: metadata.h,
    };
    const after = () => redraw(deps, about, metadata.k, view);
    return { draft: { ...kept, items, touched: true }, result: { ack: {}, after } };
  });
}

function editorValues(state: StateValues) {
  return Object.fromEntries(
    Object.entries(itemForm.fields).map(([name, field]) => [
      name,
      field.read(Object.values(state[name] ?? {})[0] ?? {}),
    ]),
  );
}
