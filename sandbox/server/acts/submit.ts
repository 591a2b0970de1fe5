import { Refusal } from '../access/refusal.ts';
import { checkedView } from '../calls/checked-view.ts';
import { dropModals, redraw, showModal, stackOf } from '../changes/views.ts';
import { isEmptyBody } from '../delivery/ack-watch.ts';
import { submissionPayload } from '../delivery/payloads.ts';
import { isObject, type JsonObject, numberOf, objectOf, stringOf, textOf } from '../json.ts';
import type { Outcome, Parcel } from '../ports.ts';
import { fields } from '../shown/controls.ts';
import { type ModalView, modalView } from '../shown/modal-view.ts';
import { isEmptyState } from '../workspace/element-state.ts';
import type { OpenView, User } from '../workspace/entities.ts';
import type { World } from '../world.ts';

/** What the person sees after pressing the submit button. */
export type SubmitResult =
  | { closed: true }
  | { /** By block_id. */ errors: Record<string, string> }
  | { view: ModalView }
  | { trouble: string };

/** The banner of the client when the app's answer was late, missing or wrong. */
export const TROUBLE = 'We had some trouble connecting. Try again?';

/** Presses the submit button of the visible modal and shows what the app made of it. */
export async function submitModal(world: World, user: User, view: OpenView): Promise<SubmitResult> {
  const parcel = submissionOf(world, user, view);
  return settleSubmission(world, user, view, await world.delivery.interaction(user.id, parcel));
}

/** The same submission is delivered twice at the same time; what each answer came to on the screen, in their order. */
export async function submitTwice(world: World, user: User, view: OpenView): Promise<SubmitResult[]> {
  const parcel = submissionOf(world, user, view);
  const deliveries = [world.delivery.interaction(user.id, parcel), world.delivery.interaction(user.id, parcel)];
  return Promise.all(deliveries.map(async (delivery) => settleSubmission(world, user, view, await delivery)));
}

function submissionOf(world: World, user: User, view: OpenView): Parcel {
  if (view.submit === null) throw new Error(`${user.realName}: this modal has no submit button`);
  const problems = Object.entries(formProblems(view));
  if (problems.length > 0) throw new Error(`${user.realName} cannot submit this form. ${named(view, problems)}`);
  view.errors = {};
  view.trouble = undefined;
  const payload = submissionPayload(world, user, view);
  return { type: 'interactive', payload, acceptsResponse: true, label: `view_submission ${view.callbackId}` };
}

/** What Slack's client objects to before it sends a form, by block_id. */
export function formProblems(view: OpenView): Record<string, string> {
  const problems: Record<string, string> = {};
  for (const { block, element } of fields(view.blocks)) {
    const blockId = String(block.block_id);
    const value = objectOf(view.state[blockId]?.[String(element.action_id)]);
    const least = numberOf(element.min_length) ?? 0;
    const text = stringOf(value.value);
    if (!isEmptyState(value)) {
      if (text !== undefined && text.length < least) problems[blockId] = `Please enter ${least} characters or more`;
    } else if (block.optional !== true) problems[blockId] = 'Please complete this required field';
  }
  return problems;
}

function named(view: OpenView, problems: [string, string][]): string {
  const label = (id: string) => textOf(view.blocks.find((block) => block.block_id === id)?.label);
  return problems.map(([id, text]) => `"${label(id)}": ${text.toLowerCase()}`).join('; ');
}

type Action = (world: World, user: User, view: OpenView, body: JsonObject) => SubmitResult;

const ACTIONS: Record<string, Action> = {
  errors: showErrors,
  clear: (world, user) => {
    dropModals(world.workspace, user.id, 'all');
    return { closed: true };
  },
  update: (world, _, view, body) => {
    redraw(world.workspace, view, checkedView(world, body.view, { type: 'modal', replaces: view }));
    return { view: modalView(world.workspace, view) };
  },
  push: (world, user, _, body) => {
    const pushed = showModal(world.workspace, user.id, checkedView(world, body.view, { type: 'modal' }), 'push');
    return { view: modalView(world.workspace, pushed) };
  },
};

/** Applies the app's ack to the modal; anything Slack cannot make sense of leaves it open with a banner. */
export function settleSubmission(world: World, user: User, view: OpenView, outcome: Outcome): SubmitResult {
  if (!stackOf(world.workspace, user.id).includes(view)) return { closed: true };
  if (outcome.status === 'unanswered') return troubled(world, view);
  const { body } = outcome;
  if (isEmptyBody(body)) {
    const stack = stackOf(world.workspace, user.id);
    world.workspace.stacks.set(user.id, stack.slice(0, stack.indexOf(view)));
    world.workspace.changed();
    return { closed: true };
  }
  const action = isObject(body) ? ACTIONS[String(body.response_action)] : undefined;
  try {
    if (action === undefined || !isObject(body)) throw new Refusal(`no such response_action: ${JSON.stringify(body)}`);
    return action(world, user, view, body);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const text = `view_submission ${view.callbackId} was acked with something Slack refuses: ${error.error} ${JSON.stringify(error.extra)}`;
    world.complaints.raise('bad_ack', text, { body });
    return troubled(world, view);
  }
}

function showErrors(world: World, _: User, view: OpenView, body: JsonObject): SubmitResult {
  const errors = Object.entries(objectOf(body.errors));
  const inputs = new Set(fields(view.blocks).map(({ block }) => String(block.block_id)));
  if (errors.length === 0) throw new Refusal('errors is empty');
  for (const [blockId, text] of errors) {
    if (!inputs.has(blockId)) throw new Refusal(`errors names ${blockId}, which is no input block of the view`);
    if (typeof text !== 'string' || text === '') throw new Refusal(`the error of ${blockId} is no text`);
  }
  view.errors = Object.fromEntries(errors.map(([blockId, text]) => [blockId, String(text)]));
  world.workspace.changed();
  return { errors: { ...view.errors } };
}

function troubled(world: World, view: OpenView): SubmitResult {
  view.trouble = TROUBLE;
  world.workspace.changed();
  return { trouble: TROUBLE };
}
