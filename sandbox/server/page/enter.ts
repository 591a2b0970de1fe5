import type { EnteredValues } from '../../ui/contract.ts';
import { EntryRefused, entered, type FillValue } from '../acts/entries.ts';
import { keepChoice } from '../acts/interact.ts';
import { controlById, Gone } from '../acts/touched.ts';
import type { Surface } from '../delivery/payloads.ts';
import { isObject, type JsonObject, numberOf, stringOf, stringsOf } from '../json.ts';
import type { User } from '../workspace/entities.ts';
import type { World } from '../world.ts';

const listOf = (raw: unknown) => stringsOf(raw);

/** What came from the page, in the form in which people's acts are given. */
function fillValue(element: JsonObject, raw: unknown): FillValue {
  const type = String(element.type);
  const empty = raw === null || raw === '' || raw === undefined;
  if (/^multi_(static|external)_select$|^checkboxes$/.test(type)) return listOf(raw).map((value) => ({ value }));
  if (/^(static|external)_select$|^radio_buttons$/.test(type)) return empty ? null : { value: String(raw) };
  if (type === 'multi_users_select') return listOf(raw).map((id) => ({ id }));
  if (type === 'users_select') return empty ? null : { id: String(raw) };
  if (type === 'file_input') return listOf(raw).map((fileId) => ({ fileId }));
  if (type.startsWith('multi_')) return listOf(raw);
  if (type === 'datetimepicker') return empty ? null : (numberOf(raw) ?? String(raw));
  return empty ? null : (stringOf(raw) ?? String(raw));
}

/** The state value that results when the person enters this; throws `EntryRefused` when the client would not let them. */
export function enteredById(world: World, user: User, surface: Surface, ids: Ids, raw: unknown): Promise<JsonObject> {
  const control = controlById(surface, ids);
  return entered({ world, user, surface, control, value: fillValue(control.element, raw) });
}

interface Ids {
  block: string;
  action: string;
}

/** Keeps everything that was entered in a place; answers what the client would not take, by block_id. */
export async function keepEntered(
  world: World,
  user: User,
  surface: Surface,
  values: EnteredValues | JsonObject,
): Promise<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const [block, actions] of Object.entries(values)) {
    for (const [action, raw] of Object.entries(isObject(actions) ? actions : {})) {
      try {
        const state = await enteredById(world, user, surface, { block, action }, raw);
        keepChoice(surface, user, controlById(surface, { block, action }), state);
      } catch (error) {
        if (error instanceof Gone) continue;
        if (!(error instanceof EntryRefused)) throw error;
        problems[block] = `This ${error.why}.`;
      }
    }
  }
  return problems;
}
