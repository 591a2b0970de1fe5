import { type Surface, suggestionPayload } from '../delivery/payloads.ts';
import { type JsonObject, numberOf, objectOf, objectsOf, stringOf, textOf } from '../json.ts';
import type { Control } from '../shown/controls.ts';
import type { User } from '../workspace/entities.ts';
import type { World } from '../world.ts';

/** Who looks for options, and where. */
export interface Asking {
  world: World;
  user: User;
  surface: Surface;
  control: Control;
}

const OPTIONS_MAX = 100;
const TEXT_MAX = 75;
const VALUE_MAX = 150;

/** Asks the app for the options of an external menu while the person types; complains and offers nothing when its answer is not one. */
export async function suggested(entry: Asking & { value: unknown }): Promise<JsonObject[]> {
  const { value } = entry;
  if (Array.isArray(value)) {
    if (value.every((one) => typeof objectOf(one).value === 'string')) return knownOptions(entry);
    const lists = await Promise.all(value.map((one) => suggested({ ...entry, value: String(one) })));
    return lists.flat();
  }
  if (typeof objectOf(value).value === 'string') return knownOptions(entry);
  return suggest(entry, stringOf(objectOf(value).search) ?? String(value ?? ''));
}

/** What may be chosen without asking again: what the app offered last, and what is chosen already. */
function knownOptions({ control: { block, element }, surface }: Asking): JsonObject[] {
  const state = surface.in === 'view' ? surface.view.state[String(block.block_id)]?.[String(element.action_id)] : {};
  const { selected_option: one, selected_options: several } = objectOf(state);
  return [...(remembered.get(element) ?? []), ...objectsOf(several), ...objectsOf([one])];
}

/** What the app offered last, by the element that asked. */
const remembered = new WeakMap<JsonObject, JsonObject[]>();

/** Asks the app for the options that fit what is typed, and remembers them for the choice. */
export async function suggest(asking: Asking, typed: string): Promise<JsonObject[]> {
  const options = await ask(asking, typed);
  remembered.set(asking.control.element, options);
  return options;
}

async function ask({ world, user, surface, control }: Asking, typed: string): Promise<JsonObject[]> {
  const { element, block } = control;
  const least = numberOf(element.min_query_length) ?? 3;
  if (typed.length < least)
    throw new Error(`${user.realName}: "${control.labels[0]}" offers nothing before ${least} characters are typed`);
  const asked = { actionId: String(element.action_id), blockId: String(block.block_id), value: typed };
  const payload = suggestionPayload(world, user, surface, asked);
  const label = `block_suggestion ${asked.actionId}`;
  const outcome = await world.delivery.interaction(user.id, {
    type: 'interactive',
    payload,
    acceptsResponse: true,
    label,
  });
  if (outcome.status !== 'acked') return [];
  const { options, option_groups: groups } = objectOf(outcome.body);
  const problem = objection(options, groups);
  if (problem === undefined)
    return [...objectsOf(options), ...objectsOf(groups).flatMap((group) => objectsOf(group.options))];
  world.complaints.raise('bad_ack', `${label}: ${problem}`, { body: objectOf(outcome.body) });
  return [];
}

function objection(options: unknown, groups: unknown): string | undefined {
  if ((options === undefined) === (groups === undefined)) return 'the answer needs either options or option_groups';
  if (objectsOf(options).length > OPTIONS_MAX || objectsOf(groups).length > OPTIONS_MAX) return 'more than 100 options';
  const all = [...objectsOf(options), ...objectsOf(groups).flatMap((group) => objectsOf(group.options))];
  const long = all.find(
    (option) => textOf(option.text).length > TEXT_MAX || (stringOf(option.value) ?? '').length > VALUE_MAX,
  );
  if (long !== undefined) return `the option "${textOf(long.text)}" is longer than 75 (text) or 150 (value) characters`;
  const empty = all.find((option) => textOf(option.text) === '' || !stringOf(option.value));
  return empty === undefined ? undefined : 'an option lacks its text or value';
}
