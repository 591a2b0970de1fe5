import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../sandbox/server/json.ts';
import type { OrderFormId } from '../../src/forms/forms.ts';
import { orderNumber, STATES, type State } from '../../src/order/order.ts';
import { type Looking, lookInto } from '../support/database.ts';
import { command, forgedPress, forgedSubmission, interact, readIn } from '../support/forged.ts';
import { sketches } from '../support/sketches.ts';
import { forms, idOf, mayAct, type OnePerState, onePerState, refusedUnopened, somebody } from '../support/somebody.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, part, words } from '../support/words.ts';

let stage: Stage;
let database: Looking;
let orders: OnePerState;
let parked: string;
beforeAll(async () => {
  stage = await startStage('socket', {}, sketches);
  database = lookInto(stage.file);
  const { faults, teamId } = stage.sandbox;
  faults.on('conversations.archive', { kind: 'error', error: 'restricted_action' }, { times: 1 });
  orders = await onePerState(stage);
  parked = (await stage.store.parked(teamId, 1))[0]?.id ?? '';
}, 60_000);
afterAll(async () => {
  expect(stage.sandbox.complaints).toEqual([]);
  database.close();
  await stage.stop();
});

// Each form by each person, the states in turn; tests/proofs takes all of them.
describe('a form sent without being opened', () => {
  test.each(somebody)('by %s, %s', async (name, _, roles) => {
    const from = somebody.findIndex(([other]) => other === name);
    for (const [index, form] of forms.entries()) {
      const state = STATES[(from + index) % STATES.length] ?? 'submitted';
      if (!mayAct(form, state, roles))
        await refusedUnopened(stage, database, { name, form, state, order: orders[state].id });
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
      const { id, lastEntry } = orders[state];
      const outcome = await interact(stage, forgedSubmission(stage, idOf(stage, name), { form, order: id }));
      expect(readIn(outcome), form).toBe('');
      const after = await stage.store.order(stage.sandbox.teamId, id);
      expect(after?.lastEntry, form).toMatchObject({ seq: lastEntry.seq + 1, by: { id: idOf(stage, name) } });
    }
  });
});

/** What is said to whom a form does not belong. */
const { gone, itemGone, restarted, noOrder, unknownPerson } = words.forms.notice;
const REFUSED = [gone, itemGone, restarted, noOrder];
const { otherWorkspace } = words.reply.stranger;

/** Fails where none of these sentences was said. */
const saysOneOf = (said: string, sentences: readonly string[], where = '') =>
  expect(
    sentences.some((one) => said.includes(one)),
    `${where}: ${said}`,
  ).toBe(true);

describe('what is private stays so', () => {
  beforeAll(() => stage.idle());
  const outsiders = somebody.filter(([, , roles]) => roles.length === 0);

  test.each(outsiders)('to %s, %s: an order’s card, by a forged button and by its number', async (name) => {
    const before = database.contents('people');
    const { id, number } = orders.approved;
    const shown = await shownTo(name, forgedPress(stage, idOf(stage, name), 'order_show', id));
    saysOneOf(shown, [noOrder, unknownPerson]);
    const copied = await shownTo(name, forgedPress(stage, idOf(stage, name), 'order_copy', id));
    saysOneOf(copied, [noOrder, unknownPerson]);
    for (const text of [`show SO-${number}`, `history SO-${number}`, `copy SO-${number}`, 'list']) {
      const answer = readIn(await command(stage, idOf(stage, name), text));
      expect(answer, text).not.toMatch(/Replace pump|Acme|Hall 3/);
      // Whom Slack does not tell us of is answered later, when it has been asked.
      if (answer) {
        const { noOrder, outsider, name } = words.command;
        saysOneOf(answer, [noOrder({ order: orderNumber(number), list: name.list }), outsider, words.lists.none], text);
      }
    }
    expect(database.contents('people')).toEqual(before);
  });

  test('a draft opens to its author only, whatever a modal carries', async () => {
    const { farid, gus, ben } = stage.people;
    await stage.sandbox.deliver({
      type: 'interactive',
      label: 'press',
      acceptsResponse: true,
      payload: {
        ...forgedPress(stage, farid.id, 'order:confirm', orders.approved.id),
      },
    });
    const { private_metadata } = (await farid.modal('confirm')) && topOf(farid.id);
    const before = database.contents('people');
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
    }
    expect(database.contents('people')).toEqual(before);
  });

  test.each(somebody.filter(([name]) => name !== 'adam' && name !== 'olga'))(
    'to %s, %s: trying again what was not delivered',
    async (name) => {
      expect(await shownTo(name, forgedPress(stage, idOf(stage, name), 'effect_retry', parked))).toContain(
        words.home.failed.adminsOnly,
      );
      expect((await stage.store.parked(stage.sandbox.teamId, 10)).map(({ id }) => id)).toContain(parked);
    },
  );

  test('an order of another workspace does not exist here, under its id or its number', async () => {
    const { id } = orders.approved;
    const { sam, olga } = stage.people;
    const foreign = { team: { id: 'TFOREIGN', domain: 'elsewhere' } };
    const before = database.contents();
    const sent = await interact(stage, {
      ...forgedSubmission(stage, sam.id, { form: 'assign', order: id }),
      ...foreign,
    });
    expect(readIn(sent)).toContain(otherWorkspace);
    expect(readIn(await command(stage, olga.id, 'list', { team_id: 'TFOREIGN' }))).toContain(otherWorkspace);
    await interact(stage, { ...forgedPress(stage, sam.id, 'order:assign', id), ...foreign });
    expect(database.contents()).toEqual(before);
  });
});

/** The view that a person is shown for what they did. */
async function shownTo(name: string, payload: JsonObject): Promise<string> {
  await interact(stage, payload);
  const call = await vi.waitFor(() => {
    const opened = stage.sandbox.inspector
      .calls('views.open')
      .find(({ args }) => args.trigger_id === payload.trigger_id);
    if (!opened) throw new Error('nothing was shown yet');
    return opened;
  });
  await stage.people[name]?.closeModal(true).catch(() => {});
  return JSON.stringify(call.args);
}

/** What a modal on somebody's screen carries. */
function topOf(person: string): { private_metadata: string } {
  const view = stage.sandbox.workspace.stacks.get(person)?.at(-1);
  if (!view) throw new Error('nothing is open');
  return { private_metadata: view.privateMetadata };
}
