import { Refusal } from '../access/refusal.ts';
import { validateView } from '../blocks/validate.ts';
import { allViews } from '../changes/views.ts';
import { isObject, type JsonObject, objectOf, objectsOf, parseJson, stringOf } from '../json.ts';
import type { OpenView } from '../workspace/entities.ts';
import type { World } from '../world.ts';
import { limitComplaint } from './block-errors.ts';

const MAX_BYTES = 250 * 1024;

/** The view as an object, checked like Slack does; refuses with Slack's error otherwise. */
export function checkedView(
  world: World,
  given: unknown,
  options: { type: 'modal' | 'home'; replaces?: OpenView },
): JsonObject {
  const view = typeof given === 'string' ? parseJson(given) : given;
  if (!isObject(view)) throw new Refusal('invalid_arguments', badView('must provide an object [json-pointer:/view]'));
  if (Buffer.byteLength(JSON.stringify(view)) > MAX_BYTES) {
    world.complaints.raise('limit', 'A view larger than 250 KB was sent', { callback_id: view.callback_id });
    throw new Refusal('view_too_large');
  }
  if (view.type !== options.type)
    throw new Refusal('invalid_arguments', badView(`unsupported type: ${String(view.type)} [json-pointer:/view/type]`));
  const problems = validateView(view);
  if (problems.length > 0) {
    limitComplaint(world, `view ${String(view.callback_id)}`, problems);
    const messages = problems.map((problem) => `[ERROR] ${problem.message} [json-pointer:${problem.pointer}]`);
    throw new Refusal('invalid_arguments', { response_metadata: { messages } });
  }
  const wantsFiles = objectsOf(view.blocks).some((block) => objectOf(block.element).type === 'file_input');
  if (wantsFiles) complainUnlessGranted(world, 'files:read', 'A file_input');
  const externalId = stringOf(view.external_id) ?? '';
  const twin = externalId && allViews(world.workspace).find((open) => open.externalId === externalId);
  if (twin && twin !== options.replaces) throw new Refusal('duplicate_external_id');
  return view;
}

function complainUnlessGranted(world: World, scope: string, what: string): void {
  if (!world.scopes.has(scope))
    world.complaints.raise('missing_scope', `${what} needs the scope ${scope}`, { needed: scope });
}

const badView = (message: string) => ({ response_metadata: { messages: [`[ERROR] ${message}`] } });
