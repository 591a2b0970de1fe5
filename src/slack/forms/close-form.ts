import { isOrderFormId, orderForms } from '../../forms/forms.ts';
import { formOfCallbackId } from '../../forms/ids.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import type { Deps } from '../deps.ts';
import type { ViewClosed } from '../transport/payloads.ts';
import { decodePage } from '../views/ids.ts';
import { words } from '../views/message.ts';
import { aboutOf, draftKeyOf } from './form-session.ts';

/** How long Slack takes answers to what opened a form: 30 minutes, less a margin. Milliseconds. */
const ANSWERABLE = 25 * 60_000;
/** A form is not open, or its draft kept, for longer. Milliseconds: 30 days. */
const REMEMBERED = 30 * 86_400_000;

/**
 * Somebody closed a form that was not sent: where something was typed, they are told once that it is kept. Beside the command that
 * opened the form each time it is opened; by direct message once for each filling-in.
 */
export async function formClosed(deps: Deps, payload: ViewClosed): Promise<void> {
  const form = formOfCallbackId(payload.view.callback_id);
  const metadata = decodePage(payload.view.private_metadata);
  if (form === undefined || !isOrderFormId(form) || !metadata) return;
  const { team, store, now } = deps;
  const person = payload.user.id;
  const draftKey = draftKeyOf(team, aboutOf(person, form, metadata));
  // In its turn: the last letters typed may still be on their way into the draft.
  const kept = await deps.drafts.change(draftKey, async (draft) => ({ result: draft }));
  if (kept?.key !== metadata.k) return;
  if (!kept.touched) return deps.drafts.closed(draftKey, kept.key);
  const { k, w: opened } = metadata;
  if (!(await store.once(team, `kept ${k} ${opened?.t ?? ''}`, now() + REMEMBERED))) return;
  const of = metadata.o || metadata.y;
  const order = of ? await store.order(team, of) : undefined;
  const read = await deps.people.wordsOf(person);
  const { kept: keptNew, keptFor } = read.forms.draft;
  const title = metadata.y ? read.forms.copy.button : orderForms[form].form.title(read);
  const text = order ? keptFor({ form: title, order: orderNumber(order.number) }) : keptNew({ form: title });
  const answerable = opened !== undefined && deps.isAnswerable(opened.u) && now() - opened.t < ANSWERABLE;
  const responseUrl = answerable ? opened.u : undefined;
  await deps.views.say({ person, trigger: '', inModal: false, responseUrl }, words(text));
}
