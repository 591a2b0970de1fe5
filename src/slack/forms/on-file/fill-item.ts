import { isOrderFormId } from '../../../forms/forms.ts';
import { formOfCallbackId } from '../../../forms/ids.ts';
import { modal } from '../../../forms/modal.ts';
import { recordIn } from '../../../forms/on-file.ts';
import { filledFrom, itemForm } from '../../../forms/pages/item.ts';
import type { Deps } from '../../deps.ts';
import type { BlockActions } from '../../transport/payloads.ts';
import { decodeItem, encodeItem } from '../../views/ids.ts';
import { aboutOf, startSession } from '../form-session.ts';
import { contextOf, editorValues } from '../items/submit-item.ts';
import { refusedBy } from '../meanwhile.ts';
import { withCatalogue } from './records.ts';

/** Whether something happened in the item editor. */
export const isItemEditor = ({ view }: BlockActions): boolean =>
  formOfCallbackId(view?.callback_id ?? '') === itemForm.id;

/**
 * Somebody chose a line of the catalogue in the item editor: its fields are filled in with what the line says, and with what it
 * costs where they see prices and it costs that in the order's currency. Nothing is kept before the item is saved.
 */
export async function fillItem(deps: Deps, { user, view, actions: [action] }: BlockActions): Promise<void> {
  const metadata = decodeItem(view?.private_metadata ?? '');
  if (!action || !view || !metadata || !isOrderFormId(metadata.f)) return;
  const values = editorValues(view.state?.values ?? {});
  const chosen = recordIn(values.onFile);
  const started = await startSession(deps, aboutOf(user.id, metadata.f, metadata));
  if (chosen === '' || 'sorry' in started || (await refusedBy(deps, started))) return;
  const [kept, record] = await Promise.all([
    deps.drafts.load(started.draftKey),
    deps.store.record(started.team, 'item', chosen),
  ]);
  const session = await withCatalogue(deps, started, kept?.items.find(({ id }) => id === metadata.i)?.onFile, chosen);
  const context = contextOf(session, kept ?? { items: [] }, metadata.c);
  const line = context.onFile?.lines.get(chosen);
  // What is no longer active is refused when the item is saved.
  if (!record || !line?.active) return;
  const { unitPrice, currency } = record.data;
  const price = context.seesPrices !== false && currency === context.currency ? unitPrice : null;
  const filled = modal(itemForm, filledFrom(line, price, values, context), context, {
    page: 'item',
    metadata: encodeItem(metadata),
    itemOffset: 0,
    // Slack forgets what its inputs had.
    generation: Number(/\d+$/.exec(action.action_id)?.[0] ?? 0) + 1,
  });
  await deps.updates.show(`item ${view.id}`, async () => {
    const drawn = await deps.views.update(view.id, filled, view.hash ?? undefined);
    return drawn !== 'later';
  });
}
