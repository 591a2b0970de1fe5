import type { PlainTextOption } from '@slack/types';
import type { KeptRecord } from '../../../../db/ports.ts';
import { cleanText } from '../../../forms/fields/fields.ts';
import { option, recordText } from '../../../forms/fields/records.ts';
import { keptRecord, recordIn } from '../../../forms/on-file.ts';
import { priceText, typedOf } from '../../../office/records/say.ts';
import { valuesOf } from '../../../office/records/values.ts';
import type { TypedInto } from '../../../office/types/read.ts';
import type { Words } from '../../../words/words.ts';
import type { Deps } from '../../deps.ts';
import type { BlockActions, BlockSuggestion } from '../../transport/payloads.ts';
import { decodeType, typeIds } from '../../views/desk/ids.ts';
import { itemEditorView } from '../../views/desk/types/editor.ts';
import { type AtDesk, atDesk } from '../admin.ts';
import { redraw } from '../keep.ts';
import { typedIn } from './typed.ts';

/** Lines of the catalogue that are offered at once. */
const OFFERED = 40;
/** Characters of what is typed that count. */
const TYPED = 100;

/** The lines of the catalogue that an admin searches for a type's item, with their prices; nothing for others. */
export async function typeItemsOffered(
  deps: Deps,
  { action_id, user, value }: BlockSuggestion,
): Promise<PlainTextOption[]> {
  if (!action_id.startsWith(`${typeIds.catalogue}:`)) return [];
  const desk = await atDesk(deps, user.id, 0);
  if ('refused' in desk) return [];
  const found = await deps.store.suggestions(
    deps.team,
    { kind: 'item' },
    cleanText(value.slice(0, TYPED), false),
    OFFERED,
  );
  return found.flatMap((line) => {
    const facts = [line.externalId, priceText(valuesOf(line).unitPrice ?? '', desk.words)].filter(Boolean);
    const one = option(recordText(line.data.description, facts.join(' · ')), { kind: 'record', value: line.id });
    return one ?? [];
  });
}

/** Whether there is a line of the catalogue that an item could be taken from. */
export const hasCatalogue = async ({ store, team }: Deps): Promise<boolean> =>
  (await store.suggestions(team, { kind: 'item' }, '', 1)).length > 0;

/**
 * Fills in the editor of a type's item with the line of the catalogue that was chosen: its price too where that is in the currency
 * that is asked for. Nothing is saved yet.
 */
export async function fillTypeItem(
  deps: Deps,
  { words }: AtDesk,
  { view, actions: [action] }: BlockActions,
): Promise<void> {
  const state = decodeType(view?.private_metadata ?? '');
  const chosen = recordIn(action?.selected_option?.value ?? '');
  if (!view || !state || chosen === '') return;
  const line = await deps.store.record(deps.team, 'item', chosen);
  if (!line?.active) return;
  const typed = filledWith(line, typedIn(view), state.m ?? '', words);
  const drawn = itemEditorView({ state: { ...state, g: (state.g ?? 0) + 1 }, typed }, words);
  await redraw(deps, view.id, drawn);
}

function filledWith(line: KeptRecord<'item'>, before: TypedInto, currency: string, words: Words): TypedInto {
  const values = valuesOf(line);
  const { description, kind } = line.data;
  return new Map([
    ...before,
    ...Object.entries({ onFile: keptRecord(line.id), kind, description }),
    ['quantity', before.get('quantity') || '1'],
    ['unit', typedOf({ kind: 'unit' }, values.unit ?? '', words, currency)],
    ['unitPrice', typedOf({ kind: 'price' }, values.unitPrice ?? '', words, currency)],
  ]);
}
