import { Refusal } from '../access/refusal.ts';
import type { Origin } from '../access/triggers.ts';
import { checkedView } from '../calls/checked-view.ts';
import { type Args, type Methods, optional, required } from '../calls/method.ts';
import { allViews, publishHome, redraw, showModal, stackOf } from '../changes/views.ts';
import type { JsonObject } from '../json.ts';
import { viewObject } from '../objects/view.ts';
import type { OpenView } from '../workspace/entities.ts';
import type { World } from '../world.ts';

/** views.* */
export const views: Methods = {
  'views.open': { scopes: [], tier: 'T4', handler: (args, world) => show(args, world, 'root') },
  'views.push': { scopes: [], tier: 'T4', handler: (args, world) => show(args, world, 'push') },
  'views.update': { scopes: [], tier: 'T4', handler: update },
  'views.publish': { scopes: [], tier: 'T4', handler: publish },
};

function show(args: Args, world: World, how: 'root' | 'push'): JsonObject {
  const trigger = required(args, 'trigger_id');
  const { userId, client } = liveTrigger(world, trigger);
  const view = checkedView(world, args.view, { type: 'modal' });
  if (how === 'push' && stackOf(world.workspace, userId).length === 0) throw new Refusal('not_found');
  world.triggers.spend(trigger);
  return { view: viewObject(world.workspace, showModal(world.workspace, userId, view, how, client)) };
}

function liveTrigger(world: World, trigger: string): Origin {
  try {
    return world.triggers.check(trigger);
  } catch (error) {
    const why = error instanceof Refusal ? error.error : String(error);
    world.complaints.raise('bad_trigger', `A view was to be opened with a trigger that does not work: ${why}`, { why });
    throw error;
  }
}

function update(args: Args, world: World): JsonObject {
  const id = optional(args, 'view_id');
  const externalId = optional(args, 'external_id');
  if (!id && !externalId)
    throw new Refusal('invalid_arguments', {
      response_metadata: { messages: ['[ERROR] missing required field: view_id or external_id'] },
    });
  const open = allViews(world.workspace).find((view) => (id ? view.id === id : view.externalId === externalId));
  if (open === undefined) throw new Refusal('not_found');
  checkHash(args, open);
  const view = checkedView(world, args.view, { type: open.type, replaces: open });
  redraw(world.workspace, open, view);
  return { view: viewObject(world.workspace, open) };
}

function publish(args: Args, world: World): JsonObject {
  if (!world.manifest.homeTab) throw new Refusal('not_enabled');
  const userId = required(args, 'user_id');
  const user = world.workspace.users.get(userId);
  if (user === undefined || user.isBot || user.isStranger || user.deleted) {
    throw new Refusal('invalid_arguments', { response_metadata: { messages: ['[ERROR] invalid user_id'] } });
  }
  const open = world.workspace.homes.get(userId);
  if (open !== undefined) checkHash(args, open);
  const view = checkedView(world, args.view, { type: 'home', ...(open ? { replaces: open } : {}) });
  return { view: viewObject(world.workspace, publishHome(world.workspace, userId, view)) };
}

function checkHash(args: Args, open: OpenView): void {
  const hash = optional(args, 'hash');
  if (hash !== undefined && hash !== open.hash) throw new Refusal('hash_conflict');
}
