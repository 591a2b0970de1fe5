import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { AtOnceId } from '../../src/forms/at-once.ts';
import type { OrderFormId } from '../../src/forms/forms.ts';
import { EARLIER_JOBS, formActions } from '../../src/forms/ids.ts';
import { STATES, type State } from '../../src/order/order.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { atOnceActionId, encodePress, pageActions, searchIds } from '../../src/slack/views/ids.ts';
import { buttonsOf, onFile } from '../support/desk-forged.ts';
import { command, forgedPress, forgedSubmission, interact, readIn } from '../support/forged.ts';
import { BOOKKEEPING, type Forgery, saysOneOf, startForgery } from '../support/forgery.ts';
import { forgedAbsence, forgedSeveral, personalPresses } from '../support/personal-forged.ts';
import { atATap, forms, idOf, mayAct, refusedUnopened, somebody } from '../support/somebody.ts';
import type { Stage } from '../support/stage.ts';
import { ANY, part, words } from '../support/words.ts';

let forgery: Forgery;
let stage: Stage;
beforeAll(async () => {
  forgery = await startForgery();
  ({ stage } = forgery);
}, 60_000);
afterAll(() => forgery.stop());
const shownTo: Forgery['shownTo'] = (name, payload) => forgery.shownTo(name, payload);

// Each form by each person, the states in turn; tests/proofs takes all of them.
describe('a form sent without being opened', () => {
  test.each(somebody)('by %s, %s', async (name, _, roles) => {
    const from = somebody.findIndex(([other]) => other === name);
    for (const [index, form] of forms.entries()) {
      const state = STATES[(from + index) % STATES.length] ?? 'submitted';
      if (!mayAct(form, state, roles))
        await refusedUnopened(stage, forgery.database, { name, form, state, order: forgery.orders[state].id });
    }
  });

  test('the same sent by somebody who may is accepted, so that the refusals above mean something', async () => {
    const cases: [OrderFormId, State, string][] = [
      ['assign', 'approved', 'carla'],
      ['request_changes', 'submitted', 'olga'],
      ['withdraw', 'changes_requested', 'ana'],
      ['reopen', 'completed', 'adam'],
      ['reopen', 'not_performed', 'sam'],
    ];
    for (const [form, state, name] of cases) {
      const { id, lastEntry } = forgery.orders[state];
      const outcome = await interact(stage, forgedSubmission(stage, idOf(stage, name), { form, order: id }));
      expect(readIn(outcome), form).toBe('');
      const after = await stage.store.order(stage.sandbox.teamId, id);
      expect(after?.lastEntry, form).toMatchObject({ seq: lastEntry.seq + 1, by: { id: idOf(stage, name) } });
    }
  });
});

describe('a button that acts at once, pressed without being seen', () => {
  beforeAll(() => stage.idle());
  const ids = Object.keys(atATap) as AtOnceId[];
  const allowed = (id: AtOnceId, state: State, roles: readonly string[]) =>
    state === 'approved' && atATap[id].some((role) => roles.includes(role));

  test.each(somebody)('by %s, %s', async (name, _, roles) => {
    const before = forgery.database.contents(...BOOKKEEPING);
    for (const state of STATES)
      for (const id of ids) {
        // Some were reopened above.
        const order =
          (await stage.store.order(stage.sandbox.teamId, forgery.orders[state].id)) ?? forgery.orders[state];
        // Nothing is on hold here: who may resume is refused for another reason.
        if (id === 'start_work' && allowed(id, order.state, roles)) continue;
        const value = encodePress(order.id, order.lastEntry.seq);
        const press = forgedPress(stage, idOf(stage, name), atOnceActionId(id), value);
        const where = `${id} on an order that is ${order.state}, by ${name}`;
        expect(await shownTo(name, press), where).toMatch(/[A-Z“][^"]{20,}\./);
        expect(forgery.database.contents(...BOOKKEEPING), where).toEqual(before);
      }
  });

  test('the same by somebody who may is accepted, once', async () => {
    const { id, team } = forgery.orders.approved;
    const { length } = await stage.store.entries(team, id);
    const press = (name: string) => interact(stage, forgedPress(stage, idOf(stage, name), 'act:start_work', id));
    await press('farid');
    await press('carla');
    await vi.waitFor(async () => {
      const after = await stage.store.order(stage.sandbox.teamId, id);
      expect(after?.lastEntry).toMatchObject({ seq: length + 1, action: { type: 'start_work' } });
    });
    await stage.idle();
    expect(await stage.store.entries(team, id)).toHaveLength(length + 1);
  });

  test.each(['', ':', 'none', `${'x'.repeat(3000)}:1`, ':1', 'O1:1:1', 'O1:-1'])('%j is no order', async (value) => {
    const before = forgery.database.contents(...BOOKKEEPING);
    for (const id of ids) await shownTo('farid', forgedPress(stage, idOf(stage, 'farid'), atOnceActionId(id), value));
    expect(forgery.database.contents(...BOOKKEEPING)).toEqual(before);
  });
});

/** What is said to whom a form does not belong. */
const { gone, itemGone, restarted, noOrder, unknownPerson } = words.forms.notice;
const REFUSED = [gone, itemGone, restarted, noOrder];
const { otherWorkspace } = words.reply.stranger;

/** Fails where a call since then says something of the orders here. Somebody else’s Home may be drawn again meanwhile. */
function saysNothingTo(id: string, seen: number): void {
  for (const record of stage.sandbox.inspector.entries.slice(seen)) {
    if (record.kind !== 'call' || (record.method === 'views.publish' && record.args.user_id !== id)) continue;
    expect(JSON.stringify(record.args), record.method).not.toMatch(OF_ORDERS);
  }
}

/** What stands in the orders here. */
const OF_ORDERS = /Replace pump|Acme|Hall 3/;

describe('what is private stays so', () => {
  beforeAll(() => stage.idle());
  const outsiders = somebody.filter(([, , roles]) => roles.length === 0);

  test.each(outsiders)('to %s, %s: an order’s card, by a forged button and by its number', async (name) => {
    const before = forgery.database.contents(...BOOKKEEPING);
    const { id, number } = forgery.orders.approved;
    for (const button of buttonsOf('order'))
      saysOneOf(
        await shownTo(name, forgedPress(stage, idOf(stage, name), button, id)),
        [noOrder, unknownPerson],
        button,
      );
    const { inspector } = stage.sandbox;
    const seen = inspector.entries.length;
    for (const button of [...Object.values(pageActions), ...Object.values(searchIds)])
      for (const value of [
        JSON.stringify({ s: '', b: 1000 }),
        JSON.stringify({ s: '', o: 1 }),
        JSON.stringify({ w: 'pump' }),
        id,
      ])
        await interact(stage, forgedPress(stage, idOf(stage, name), button, value));
    await stage.sandbox.idle();
    saysNothingTo(idOf(stage, name), seen);
    for (const text of [`show SO-${number}`, `history SO-${number}`, `copy SO-${number}`, 'list']) {
      const answer = readIn(await command(stage, idOf(stage, name), text));
      expect(answer, text).not.toMatch(OF_ORDERS);
      // Whom Slack does not tell us of is answered later, when it has been asked.
      if (answer) {
        const { noOrder, outsider, name } = words.command;
        saysOneOf(
          answer,
          [noOrder({ command: '/so', order: orderNumber(number), list: name.list }), outsider, words.lists.none],
          text,
        );
      }
    }
    expect(forgery.database.contents(...BOOKKEEPING)).toEqual(before);
  });

  test.each(outsiders)(
    'to %s, %s: what several approvals ask about, and nothing is approved with them',
    async (name) => {
      const id = idOf(stage, name);
      const before = forgery.database.contents(...BOOKKEEPING, 'preferences');
      const { inspector } = stage.sandbox;
      const seen = inspector.entries.length;
      for (const [, press] of personalPresses(stage, id)) await interact(stage, press);
      await stage.people[name]?.closeModal(true).catch(() => {});
      expect(readIn(await interact(stage, forgedSeveral(stage, id, Object.values(forgery.orders)))), name).not.toMatch(
        OF_ORDERS,
      );
      await stage.sandbox.idle();
      saysNothingTo(id, seen);
      expect(forgery.database.contents(...BOOKKEEPING, 'preferences')).toEqual(before);
    },
  );

  test.each(somebody)('%s, %s, wants something for nobody else', async (name, _, roles) => {
    const id = idOf(stage, name);
    const others = () =>
      forgery.database.contents(...BOOKKEEPING).preferences?.filter((row) => !row.includes(`"${id}"`)) ?? [];
    const before = others();
    for (const [, press] of personalPresses(stage, id)) await interact(stage, press);
    await stage.people[name]?.closeModal(true).catch(() => {});
    await interact(stage, forgedAbsence(stage, id, { last: '2999-01-01', substitute: idOf(stage, 'olga') }));
    expect(others()).toEqual(before);
    const { substitute } = await stage.store.preferences(stage.sandbox.teamId, id);
    const mayHandOver = roles.length > 0 && name !== 'gus' && name !== 'olga';
    if (!mayHandOver && name !== 'ben') expect(substitute).toBeNull();
  });

  test('a draft opens to its author only, whatever a modal carries', async () => {
    const { farid, gus, ben } = stage.people;
    await stage.sandbox.deliver({
      type: 'interactive',
      label: 'press',
      acceptsResponse: true,
      payload: {
        ...forgedPress(stage, farid.id, 'order:confirm', forgery.orders.approved.id),
      },
    });
    const { private_metadata } = (await farid.modal('confirm')) && topOf(farid.id);
    const before = forgery.database.contents(...BOOKKEEPING);
    for (const thief of [gus, ben, stage.people.adam]) {
      const page = forgedSubmission(stage, thief.id, { form: 'confirm', order: '', view: { private_metadata } });
      const mayNot = part(words.refusal.only.confirm({ people: ANY }));
      saysOneOf(readIn(await interact(stage, page)), [...REFUSED, mayNot], thief.name);
      const item = JSON.stringify({ ...JSON.parse(private_metadata), f: 'confirm', v: 'V1', i: 'stolen' });
      const editor = { callback_id: 'form:item', private_metadata: item };
      const saved = await interact(
        stage,
        forgedSubmission(stage, thief.id, { form: 'confirm', order: '', view: editor }),
      );
      saysOneOf(readIn(saved), REFUSED, thief.name);
      for (const button of [...Object.values(formActions), 'field-1']) {
        const view = { id: 'VSTOLEN', type: 'modal', callback_id: 'form:confirm', private_metadata };
        await interact(stage, {
          ...forgedPress(stage, thief.id, button, 'stolen'),
          view: { ...view, state: { values: {} } },
        });
      }
      await stage.sandbox.idle();
    }
    expect(forgery.database.contents(...BOOKKEEPING)).toEqual(before);
  });

  test('an order of another workspace does not exist here, under its id or its number', async () => {
    const { id } = forgery.orders.approved;
    const { sam, olga } = stage.people;
    const foreign = { team: { id: 'TFOREIGN', domain: 'elsewhere' } };
    const before = forgery.database.contents();
    const sent = await interact(stage, {
      ...forgedSubmission(stage, sam.id, { form: 'assign', order: id }),
      ...foreign,
    });
    expect(readIn(sent)).toContain(otherWorkspace);
    expect(readIn(await command(stage, olga.id, 'list', { team_id: 'TFOREIGN' }))).toContain(otherWorkspace);
    await interact(stage, { ...forgedPress(stage, sam.id, 'order:assign', id), ...foreign });
    expect(forgery.database.contents()).toEqual(before);
  });
});

describe('what was done at a client’s before', () => {
  test.each(somebody.filter(([, , roles]) => roles.length === 0))(
    'is read by who may see those orders, not by %s, %s',
    async (name) => {
      const { noOrder } = words.forms.notice;
      for (const value of [
        forgery.orders.approved.id,
        `record:${onFile.client.id}`,
        `record:${forgery.orders.approved.id}`,
      ]) {
        const said = await shownTo(name, forgedPress(stage, idOf(stage, name), EARLIER_JOBS, value));
        saysOneOf(said, [noOrder, words.lists.earlierJobs.none], value);
        expect(said).not.toMatch(OF_ORDERS);
        expect(said).not.toMatch(/Secret|Hidden/);
      }
    },
  );
});

/** What a modal on somebody's screen carries. */
function topOf(person: string): { private_metadata: string } {
  const view = stage.sandbox.workspace.stacks.get(person)?.at(-1);
  if (!view) throw new Error('nothing is open');
  return { private_metadata: view.privateMetadata };
}
