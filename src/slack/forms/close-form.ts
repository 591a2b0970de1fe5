import { isOrderFormId, orderForms } from '../../forms/forms.ts';
import { formOfCallbackId } from '../../forms/ids.ts';
import { orderNumber } from '../../order/order.ts';
import type { Deps } from '../deps.ts';
import type { ViewClosed } from '../transport/payloads.ts';
import { decodePage } from '../views/ids.ts';
import { words } from '../views/message.ts';

/** Somebody closed a form that was not sent: where something was typed, they are told once that it is kept. */
export async function formClosed(deps: Deps, payload: ViewClosed): Promise<void> {
  const form = formOfCallbackId(payload.view.callback_id);
  const metadata = decodePage(payload.view.private_metadata);
  if (form === undefined || !isOrderFormId(form) || !metadata) return;
  const { team } = deps;
  const person = payload.user.id;
  const draftKey = { team, person, form, order: metadata.o || metadata.m };
  // In its turn: the last letters typed may still be on their way into the draft.
  const kept = await deps.drafts.change(draftKey, async (draft) => ({ result: draft }));
  if (kept?.key !== metadata.k) return;
  if (!kept.touched) return deps.drafts.closed(draftKey, kept.key);
  const opening = deps.openings.closed(metadata.k);
  if (!opening) return;
  const order = metadata.o ? await deps.store.order(team, metadata.o) : undefined;
  const read = await deps.people.wordsOf(person);
  const { kept: keptNew, keptFor } = read.forms.draft;
  const title = orderForms[form].form.title(read);
  const text = order ? keptFor({ form: title, order: orderNumber(order.number) }) : keptNew({ form: title });
  await deps.views.say({ person, trigger: '', inModal: false, responseUrl: opening.responseUrl }, words(text));
}
