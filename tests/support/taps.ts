import type { ModalView } from '@slack/types';
import type { PersonRecord, Store } from '../../db/ports.ts';
import type { Raw } from '../../src/forms/draft.ts';
import type { OrderFormId } from '../../src/forms/forms.ts';
import type { Action } from '../../src/order/action.ts';
import type { Item } from '../../src/order/content.ts';
import type { Order } from '../../src/order/order.ts';
import type { Actor } from '../../src/order/people.ts';
import type { NewOrder } from '../../src/order/refusal.ts';
import { createOrders, policyOf } from '../../src/orders.ts';
import { defaultSettings } from '../../src/settings.ts';
import { replyTo } from '../../src/slack/commands/commands.ts';
import { editForm } from '../../src/slack/forms/edit-form.ts';
import { openForm } from '../../src/slack/forms/open-form.ts';
import { submitView } from '../../src/slack/forms/submit-form.ts';
import { showOrder } from '../../src/slack/home/home.ts';
import type { Submitted } from '../../src/slack/replies/submitted.ts';
import { BlockActions, ViewSubmission } from '../../src/slack/transport/payloads.ts';
import { wordsFor } from '../../src/words/words.ts';
import { quietDeps } from './deps.ts';
import { stateWith } from './forged.ts';
import { actions, cast, doer, farid, item } from './workflow.ts';

/** The workspace of the tapped orders; everybody of the cast is its member. */
const TEAM = 'T1';

/** One person's taps, answered in this process; what they would be shown is handed out instead. */
export interface Taps {
  open(form: OrderFormId, order: Order): Promise<ModalView>;
  submit(view: ModalView, values?: Readonly<Record<string, Raw>>): Promise<Submitted>;
  show(order: Order): Promise<ModalView>;
  /** A button of a form; how its view is drawn again then stands in `drawn`, as JSON. */
  press(view: ModalView, button: string, value: string): Promise<void>;
  readonly drawn: readonly string[];
  command(text: string): Promise<unknown>;
}

/** The person with this id taps. */
export function tapsOf(store: Store, id: string): Taps {
  const record = (id: string): PersonRecord | undefined => {
    const party = cast.find((one) => one.id === id);
    return party && { ...party, team: TEAM, timeZone: 'UTC', kind: 'member', admin: false, fetchedAt: Date.now() };
  };
  const person = record(id);
  if (!person) throw new Error(`nobody is ${id}`);
  const shown: ModalView[] = [];
  const drawn: string[] = [];
  const quiet = quietDeps(store);
  const deps = quietDeps(store, {
    people: {
      ...quiet.people,
      find: async (id) => record(id),
      findAll: async (ids) => new Map(ids.flatMap((id) => [[id, record(id)] as const]).flatMap(known)),
    },
    views: {
      ...quiet.views,
      show: async (_, view) => void shown.push(view),
      async update(_, view) {
        drawn.push(JSON.stringify(view));
        return 'shown';
      },
    },
  });
  const caller = { person: id, trigger: 't', inModal: false, responseUrl: undefined, words: async () => wordsFor() };
  const showing = async (work: Promise<void>): Promise<ModalView> => {
    await work;
    const view = shown.pop();
    if (!view) throw new Error('nothing was shown');
    return view;
  };
  return {
    open: (form, order) => showing(openForm(deps, caller, { form, order: order.id })),
    show: (order) => showing(showOrder(deps, caller, order.id)),
    submit: ({ blocks: _, ...view }, values = {}) =>
      submitView(
        deps,
        ViewSubmission.parse({
          ...{ type: 'view_submission', team: { id: TEAM }, user: { id }, trigger_id: 't' },
          view: { ...view, id: 'V1', hash: '1', state: stateWith(values) },
        }),
      ),
    drawn,
    press: ({ blocks: _, ...view }, action_id, value) =>
      editForm(
        deps,
        BlockActions.parse({
          ...{ type: 'block_actions', team: { id: TEAM }, user: { id }, trigger_id: 't' },
          view: { ...view, id: 'V1', hash: '1', state: stateWith({}) },
          actions: [{ action_id, block_id: 'b', value, action_ts: '1800000000.000100' }],
        }),
        caller,
      ),
    command: (text) =>
      replyTo(
        deps,
        { ...{ command: '/so', text, team_id: TEAM, user_id: id, channel_id: 'C1' }, trigger_id: 't' },
        person,
      ),
  };
}

const known = ([id, record]: readonly [string, PersonRecord | undefined]): [string, PersonRecord][] =>
  record ? [[id, record]] : [];

/** The page that a submission goes on to; throws when there is none. */
export function nextPage({ ack }: Submitted): ModalView {
  if (ack.response_action !== 'update') throw new Error(`there is no next page: ${JSON.stringify(ack)}`);
  return ack.view;
}

/** An order with so many versions of so many items each, decided and stored one after the other; without any it waits for approval. */
export async function storedOrder(
  store: Store,
  id: string,
  { versions, items = 2 }: { versions: number; items?: number },
): Promise<Order> {
  const orders = createOrders({ store, nudge: () => {}, now: Date.now });
  let order: Order | NewOrder = { state: 'new', team: TEAM, id };
  const act = async (action: Action, actor: Actor = doer[action.type]): Promise<Order> => {
    const acted = await orders.act({
      ...{ order, action, policy: policyOf(defaultSettings), actor: () => actor },
      ...{ key: crypto.randomUUID(), spentDraft: null },
    });
    if (acted.kind !== 'accepted') throw new Error(`${action.type} was ${JSON.stringify(acted)}`);
    return acted.order;
  };
  const { submit, approve } = actions();
  if (submit.type !== 'submit') throw new Error('not a submission');
  order = await act({ ...submit, content: { ...submit.content, items: listOf(items, 0) } });
  if (versions > 0) order = await act(approve);
  for (let base = 1; base < versions; base++) {
    const { confirm_partial: confirm } = actions(base);
    order = await act(confirm.type === 'confirm_partial' ? { ...confirm, items: listOf(items, base) } : confirm);
  }
  return order;
}

/** The worker of the tapped orders. */
export const WORKER = farid.id;

/** Half of the items differ from version to version. */
const listOf = (count: number, version: number): Item[] =>
  Array.from({ length: count }, (_, n) =>
    item(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, {
      description: `Circulation pump no. ${n} with flanges and seals`,
      quantity: 1000 + (n % 2) * version,
    }),
  );
