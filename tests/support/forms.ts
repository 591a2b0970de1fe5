import { expect } from 'vitest';
import { type JsonObject, objectOf, objectsOf } from '../../sandbox/server/json.ts';
import { stateOf as untouched } from '../../sandbox/server/workspace/element-state.ts';
import type { Candidate, FormContext } from '../../src/forms/context.ts';
import type { Draft, Raw } from '../../src/forms/draft.ts';
import type { Form } from '../../src/forms/form.ts';
import { fieldsOf, pagesOf } from '../../src/forms/form.ts';
import type { OrderFormId } from '../../src/forms/forms.ts';
import { type Drawing, modal } from '../../src/forms/modal.ts';
import type { Attachment } from '../../src/order/content.ts';
import type { Order } from '../../src/order/order.ts';
import { StateValues } from '../../src/slack/transport/payloads.ts';
import { words } from './words.ts';
import { ana, asking, farid, greta, inState, lena, MORNING, olga, sam } from './workflow.ts';

/** Everybody the forms may meet, with what Slack says of them. */
export const known: readonly Candidate[] = [
  ...[ana, sam, lena, farid, olga].map((party) => ({ ...party, kind: 'member' as const })),
  { ...greta, kind: 'guest' },
  { id: 'UEXT', name: 'Ext Ernal', kind: 'external' },
  { id: 'UBOT', name: 'Botty', kind: 'bot' },
  { id: 'UGONE', name: 'Gone Person', kind: 'deactivated' },
];

/** An hour after the planned start. */
export const NOW = MORNING + 93_600;

/** What a form knows: about an order as it stands, or a new one. */
export const context = (order: Order | undefined, changes: Partial<FormContext> = {}): FormContext => ({
  now: NOW,
  words,
  order,
  person: order && order.state !== 'changes_requested' && order !== orderFor.edit ? sam : ana,
  people: new Map(known.map((one) => [one.id, one])),
  currency: 'EUR',
  decimals: 2,
  locale: 'en-GB',
  taxRate: 21_000,
  pricesFor: 'everybody',
  allowOwnApproval: false,
  ...changes,
});

export const photo: Attachment = { fileId: 'F1', name: 'boiler room.jpg', mimetype: 'image/jpeg', size: 12_345 };

/** The order each form is opened on. */
export const orderFor: Readonly<Record<OrderFormId, Order | undefined>> = {
  submit: undefined,
  approve: inState.submitted,
  reject: inState.submitted,
  request_changes: inState.submitted,
  // Another object than what its supervisor decides on: the requester edits this one.
  edit: { ...inState.submitted },
  resubmit: inState.changes_requested,
  withdraw: inState.submitted,
  dispute: asking,
  confirm: inState.approved,
  as_planned: inState.approved,
  close: inState.approved,
  hold: inState.approved,
  add_photos: inState.approved,
  reschedule: inState.approved,
  assign: inState.approved,
  hand_over: inState.submitted,
  reopen: inState.completed,
};

const submission = {
  title: 'Replace circulation pump',
  client: 'Acme',
  location: 'Hall 3, upper floor',
  description: 'It leaks.\nSince Monday.',
  priority: 'urgent',
  requestedStart: MORNING + 86_400,
  requestedEnd: MORNING + 90_000,
  supervisor: sam.id,
  coordinator: lena.id,
  proposedCrew: [farid.id, greta.id],
  contact: 'Mr. Jensen, +49 40 5550 19',
  clientReference: 'PO-17',
  attachments: [photo],
};
const plan = { crew: [farid.id, greta.id], coordinator: lena.id, plannedStart: MORNING + 90_000 };
const reason = { reason: 'It is the other pump.\nPlease look.' };

/** What somebody types into each form, all of it in order. */
export const wellFilled: Readonly<Record<OrderFormId, Readonly<Record<string, Raw>>>> = {
  submit: submission,
  edit: submission,
  resubmit: submission,
  approve: { ...plan, upTo: '25.50', comment: 'Mind the dog', signature: 'Samuel Okafor' },
  assign: plan,
  as_planned: { endedAt: NOW - 300 },
  add_photos: {},
  hold: { reasonCode: 'parts', note: 'The seal is on order', until: 1_900_000_000 },
  reschedule: { plannedStart: 1_900_000_000 },
  hand_over: { to: lena.id, note: 'On leave' },
  reject: reason,
  request_changes: reason,
  withdraw: reason,
  reopen: reason,
  dispute: reason,
  confirm: {
    workDone: 'Pump replaced.\nCircuit vented.',
    startedAt: MORNING + 90_000,
    endedAt: NOW - 300,
    reason: 'Two seals more',
    photos: [photo],
    final: ['yes'],
    note: 'All tidy',
    acceptance: 'accepted',
    acceptedBy: 'Mr. Jensen',
    acceptedAs: 'Facility manager',
    reservations: 'The door squeaks.\nTo be oiled.',
  },
  close: {
    outcome: 'as_ordered',
    reasonCode: 'other',
    explanation: 'The road was flooded',
    endedAt: NOW - 300,
    note: 'All tidy',
    acceptance: 'accepted',
    acceptedBy: 'Mr. Jensen',
    acceptedAs: 'Facility manager',
    reservations: 'The door squeaks.\nTo be oiled.',
    photos: [photo],
  },
};

export const drawing = (page: string, changes: Partial<Drawing> = {}): Drawing => ({
  page,
  metadata: '{}',
  itemOffset: 0,
  generation: 0,
  ...changes,
});

/** A page as it goes over the wire. */
export function drawn(form: Form, draft: Draft, about: FormContext, page: string, changes: Partial<Drawing> = {}) {
  const view: JsonObject = JSON.parse(JSON.stringify(modal(form, draft, about, drawing(page, changes))));
  return view;
}

/** The blocks of a drawn view. */
export const blocksOf = (view: JsonObject): JsonObject[] => objectsOf(view.blocks);

/** What Slack sends when a page is submitted untouched. */
export const stateOf = (view: JsonObject): StateValues => StateValues.parse(untouched(blocksOf(view)));

/** What Slack sends when these values are typed into the inputs of a drawn page, whatever stood there. */
export function typedState(view: JsonObject, values: Readonly<Record<string, Raw>>): StateValues {
  const inputs = blocksOf(view).filter(({ type }) => type === 'input');
  const state = inputs.map(({ block_id, element: drawnElement }) => {
    const element = objectOf(drawnElement);
    return [block_id, { [String(element.action_id)]: typed(element, values[String(block_id)] ?? null) }];
  });
  return StateValues.parse(Object.fromEntries(state));
}

/** One input's state; an option must be among those drawn. */
function typed(element: JsonObject, raw: Raw): JsonObject {
  const option = (value: unknown) => {
    const found = objectsOf(element.options).find((one) => one.value === value);
    return found ?? expect.unreachable(`${value} is not offered`);
  };
  const list = Array.isArray(raw) ? raw : [];
  switch (element.type) {
    case 'plain_text_input':
      return { type: element.type, value: raw };
    case 'datetimepicker':
      return { type: element.type, selected_date_time: raw };
    case 'users_select':
      return { type: element.type, selected_user: raw };
    case 'multi_users_select':
      return { type: element.type, selected_users: list };
    case 'static_select':
    case 'radio_buttons':
      return { type: element.type, selected_option: raw === null ? null : option(raw) };
    case 'checkboxes':
      return { type: element.type, selected_options: list.map(option) };
    case 'file_input':
      return {
        type: element.type,
        files: list.map((file) => (typeof file === 'string' ? { id: file } : { ...file, id: file.fileId })),
      };
    default:
      throw new Error(`no form draws a ${element.type}`);
  }
}

/** The draft after every page was drawn, filled in and read, one after the other, as a person goes through a form. */
export function walkedThrough(
  form: Form,
  about: FormContext,
  values: Readonly<Record<string, Raw>>,
  items?: Draft['items'],
): Draft {
  let draft: Draft = form.start(about);
  if (items) draft = { ...draft, items };
  for (let index = 0; index < pagesOf(form, draft, about).length; index++) {
    const page = pagesOf(form, draft, about)[index];
    if (!page) break;
    const state = typedState(drawn(form, draft, about, page.id), values);
    const read = fieldsOf(page, draft, about).map((name) => [name, readField(form, name, state)]);
    draft = { ...draft, values: { ...draft.values, ...Object.fromEntries(read) } };
  }
  return draft;
}

/** A field's answer in a page's state. */
export function readField(form: Form, name: string, state: StateValues): Raw {
  const value = Object.values(state[name] ?? {})[0];
  return value ? (form.fields[name]?.read(value) ?? null) : null;
}
