import type { Person } from '../../sandbox/server/acts.ts';
import { type JsonObject, objectOf } from '../../sandbox/server/json.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';

/** What a client sends of a form that is open: the sandbox shows each person one screen, people have several. */
export interface Window {
  /** The view as a payload carries it. */
  readonly view: JsonObject;
  /** The value of each input, by its block: `{ type, value }`. */
  readonly state: Readonly<Record<string, JsonObject>>;
}

/** The form on this person's screen, as another window of theirs that shows the same and has a view id of its own. */
export function windowOf(person: Person, id = `V${person.id.slice(1)}SECOND`): Window {
  const modal = person.topModal();
  if (!modal) throw new Error(`${person.name} has no form open`);
  return {
    view: {
      ...{ id, type: 'modal', callback_id: modal.callbackId, private_metadata: modal.privateMetadata },
      ...{ hash: `${modal.hash}.other`, blocks: modal.blocks, previous_view_id: null, root_view_id: id },
    },
    state: Object.fromEntries(modal.fields.map(({ blockId, value }) => [blockId, value])),
  };
}

/** The submit button of a window, with these values in it. Resolves with the body of the app's ack. */
export async function submitIn(sandbox: Sandbox, person: Person, window: Window, typed: Window['state'] = {}) {
  const outcome = await deliver(sandbox, person, { type: 'view_submission', view: withState(window, typed) });
  return objectOf('body' in outcome ? outcome.body : undefined);
}

/** A button pressed, or an input left, in a window. `at`: seconds, as Slack stamps it. */
export async function pressIn(
  sandbox: Sandbox,
  person: Person,
  window: Window,
  action: { action_id: string; block_id: string; value?: string },
  { typed = {}, at = Date.now() / 1000 }: { typed?: Window['state']; at?: number } = {},
): Promise<void> {
  const view = withState(window, typed);
  const actions = [{ ...action, action_ts: at.toFixed(6) }];
  await deliver(sandbox, person, {
    type: 'block_actions',
    view,
    actions,
    container: { type: 'view', view_id: view.id },
  });
}

function deliver(sandbox: Sandbox, person: Person, payload: JsonObject) {
  return sandbox.deliver({
    type: 'interactive',
    acceptsResponse: payload.type === 'view_submission',
    label: `${String(payload.type)} from another window`,
    payload: {
      ...{ team: { id: sandbox.teamId, domain: 'sandbox' }, api_app_id: sandbox.appId, enterprise: null },
      ...{ user: { id: person.id, username: person.name, name: person.name, team_id: sandbox.teamId } },
      ...{ is_enterprise_install: false, trigger_id: sandbox.trigger(person.id), response_urls: [], ...payload },
    },
  });
}

function withState({ view, state }: Window, typed: Window['state']): JsonObject {
  const blocks = Array.isArray(view.blocks) ? view.blocks.map(objectOf) : [];
  const values = Object.entries({ ...state, ...typed }).map(([block, value]) => {
    const element = objectOf(blocks.find(({ block_id }) => block_id === block)?.element);
    return [block, { [String(element.action_id)]: value }];
  });
  return { ...view, state: { values: Object.fromEntries(values) } };
}
