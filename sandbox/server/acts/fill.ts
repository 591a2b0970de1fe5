import { stackOf } from '../changes/views.ts';
import { type JsonObject, objectOf, stringsOf } from '../json.ts';
import { type Control, fields, listed, matching } from '../shown/controls.ts';
import type { OpenView, User } from '../workspace/entities.ts';
import type { World } from '../world.ts';
import { entered, type FillValue } from './entries.ts';
import { chooseOn, keepChoice } from './interact.ts';

const REDRAW_MS = 3000;

/** Fills fields of the visible modal, each by its block_id or its label; fields that appear after an earlier answer are waited for. */
export async function fillModal(world: World, user: User, values: Record<string, FillValue>): Promise<void> {
  let dispatched = false;
  for (const [name, value] of Object.entries(values)) {
    const field: Field = dispatched ? await appearing(world, user, name) : fieldNow(world, user, name);
    dispatched = (await fillField(world, user, field, value)) || dispatched;
  }
}

interface Field {
  view: OpenView;
  control: Control;
}

function lookFor(world: World, user: User, name: string): Field | undefined {
  const view = stackOf(world.workspace, user.id).at(-1);
  if (view === undefined) throw new Error(`${user.realName} has no modal open to fill "${name}" in`);
  const [control, ...others] = matching(fields(view.blocks), name);
  if (control !== undefined && others.length > 0)
    throw new Error(`${user.realName} sees several fields "${name}": ${listed([control, ...others])}`);
  return control === undefined ? undefined : { view, control };
}

function fieldNow(world: World, user: User, name: string): Field {
  const field = lookFor(world, user, name);
  if (field !== undefined) return field;
  const view = stackOf(world.workspace, user.id).at(-1);
  const there = listed(fields(view?.blocks ?? []));
  throw new Error(`${user.realName} sees no field "${name}"; there is: ${there || 'none'}`);
}

async function appearing(world: World, user: User, name: string): Promise<Field> {
  await world.workspace.waitFor(() => lookFor(world, user, name), REDRAW_MS).catch(() => undefined);
  return fieldNow(world, user, name);
}

/** Enters the value; true when the app was told of it at once (dispatch_action). */
async function fillField(world: World, user: User, { view, control }: Field, value: FillValue): Promise<boolean> {
  const surface = { in: 'view', view } as const;
  const state = await entered({ world, user, surface, control, value });
  const before = objectOf(view.state[String(control.block.block_id)]?.[String(control.element.action_id)]);
  delete view.errors[String(control.block.block_id)];
  if (!dispatches(control) || JSON.stringify(before) === JSON.stringify(state)) {
    keepChoice(surface, user, control, state);
    world.workspace.changed();
    return false;
  }
  await chooseOn(world, user, surface, control, state);
  return true;
}

/** Text inputs tell the app on Enter or on each character, as configured; everything else at once. */
function dispatches({ block, element }: Control): boolean {
  if (block.dispatch_action !== true) return false;
  const config: JsonObject = objectOf(element.dispatch_action_config);
  return element.dispatch_action_config === undefined || stringsOf(config.trigger_actions_on).length > 0;
}
