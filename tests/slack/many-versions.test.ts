import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { PersonRecord, Store } from '../../db/ports.ts';
import { accept } from '../../src/forms/answers.ts';
import { orderForms } from '../../src/forms/forms.ts';
import type { ActionType } from '../../src/order/action.ts';
import type { Order, WholeOrder } from '../../src/order/order.ts';
import { MAX_VERSIONS, type NewOrder, refusalToOpen } from '../../src/order/refusal.ts';
import { createOrders } from '../../src/orders.ts';
import type { Deps } from '../../src/slack/deps.ts';
import { openForm } from '../../src/slack/forms/open-form.ts';
import { wordsFor } from '../../src/words/words.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { quietDeps } from '../support/deps.ts';
import { context, wellFilled } from '../support/forms.ts';
import { newDatabase } from '../support/new-database.ts';
import { words } from '../support/words.ts';
import { actions, decided, doer, farid, inState, policy, refusal } from '../support/workflow.ts';

/** An order with so many versions, as decided one after the other. */
function orderWith(versions: number): WholeOrder {
  let order = inState.approved;
  while (order.versions.length < versions) {
    const decision = decided(order, { ...actions(order.versions.length).confirm_partial });
    if (decision.kind !== 'accepted') throw new Error(`version ${order.versions.length + 1} was ${decision.kind}`);
    order = decision.order;
  }
  return order;
}

describe('F5 partial confirmations stop at 90 versions', () => {
  const full = orderWith(MAX_VERSIONS);

  test('the one before the last is taken, the next is refused', () => {
    expect(MAX_VERSIONS).toBe(90);
    const refused = refusal(full, actions(90).confirm_partial);
    expect(refused).toEqual({ reason: 'too_many_versions', most: 90 });
  });

  test.each(['confirm_final', 'close_not_performed', 'assign'] as const)('%s stays possible', (type) => {
    expect(decided(full, actions(90)[type]).kind).toBe('accepted');
    expect(refusalToOpen(full, type, { actor: doer[type], policy })).toBeUndefined();
  });

  test('who may not at all is told that, not to close it', () => {
    const asked = (type: ActionType) => refusalToOpen(full, type, { actor: doer.submit, policy })?.reason;
    expect(asked('confirm_partial')).toBe('not_allowed');
  });

  test('the form says it under “Finished?”, and takes the last confirmation', () => {
    const { form } = orderForms.confirm;
    const about = context(full);
    const draft = { ...form.start(about), values: { ...wellFilled.confirm, final: [] } };
    expect(accept(form, draft, about).errors).toEqual({
      final: words.fields.error.notFinal({ count: MAX_VERSIONS, option: words.fields.final.option }),
    });
    expect(accept(form, { ...draft, values: { ...draft.values, final: ['yes'] } }, about).errors).toEqual({});
    const early = context(orderWith(MAX_VERSIONS - 1));
    expect(accept(form, { ...draft, base: 89 }, early).errors).toEqual({});
  });

  describe('when the form is opened', () => {
    let folder: ReturnType<typeof temporaryFolder>;
    let store: Store;
    let shown: string[];
    let deps: Deps;
    beforeEach(async () => {
      folder = temporaryFolder();
      await newDatabase(folder.file('orders.db'));
      store = await openStore(`file:${folder.file('orders.db')}`);
      shown = [];
      const worker: PersonRecord = {
        ...{ ...farid, team: 'T1', timeZone: 'UTC', kind: 'member', admin: false, fetchedAt: 0 },
      };
      const { people, views, ...rest } = quietDeps(store);
      const show = async (_: unknown, view: unknown) => void shown.push(JSON.stringify(view));
      deps = { ...rest, people: { ...people, find: async () => worker }, views: { ...views, show } };
    });
    afterEach(async () => {
      await store.close();
      folder.remove();
    });

    test('it says at once that only the last confirmation is taken, and opens all the same', async () => {
      const orders = createOrders({ store, nudge: () => {}, now: Date.now });
      let order: Order | NewOrder = { state: 'new', team: 'T1', id: 'O1' };
      const act = async (type: ActionType, base: number) => {
        const acted = await orders.act({
          ...{ order, policy, action: actions(base)[type], actor: () => doer[type], spentDraft: null },
          key: crypto.randomUUID(),
        });
        if (acted.kind !== 'accepted') throw expect.unreachable(`${type} was ${acted.kind}`);
        order = acted.order;
      };
      await act('submit', 0);
      await act('approve', 0);
      const caller = {
        person: farid.id,
        trigger: 't',
        inModal: false,
        responseUrl: undefined,
        words: async () => wordsFor(),
      };
      await openForm(deps, caller, { form: 'confirm', order: 'O1' });
      for (let n = 1; n < MAX_VERSIONS; n++) await act('confirm_partial', n);
      await openForm(deps, caller, { form: 'confirm', order: 'O1' });
      const { fields } = wordsFor();
      const told = fields.error.notFinal({ count: MAX_VERSIONS, option: fields.final.option });
      expect(shown[0]).not.toContain(told);
      expect(shown[1]).toMatch(/"callback_id":"form:confirm"/);
      expect(shown[1]).toContain(told);
    });
  });
});
