import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import type { Order, WholeOrder } from '../../src/order/order.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { claimAll, takeOver } from '../db/samples.ts';
import { addItem, next, typicalOrder } from '../support/acting.ts';
import { type Arena, startArena } from '../support/multi-process.ts';
import { clear, decidedOnce, openOn, type Result } from '../support/race.ts';
import { orderNumbered } from '../support/whole-order.ts';
import { ANY, until, words } from '../support/words.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 100);
const SEED = Number(process.env.SEED ?? 4711);

/** On which page of its form a person is. */
const place = (page: number, pages: number) => words.forms.page.place({ page, pages });

/** What becomes of a press that reaches the app more than once. */
type Press = (who: Person) => Promise<Result[]>;

describe(`everything comes twice, to two app processes on one database (seed ${SEED})`, () => {
  let arena: Arena;
  let shown = 0;
  const counts = new Map<string, number>();
  const count = (what: string, by = 1) => counts.set(what, (counts.get(what) ?? 0) + by);

  beforeAll(async () => {
    arena = await startArena(SEED);
    arena.sandbox.inspector.subscribe((record) => {
      if (record.kind === 'call' && /^views\.(open|push)$/.test(record.method) && record.answer.ok === true) shown++;
    });
  });
  afterEach(async () => {
    arena.scatter();
    for (const person of Object.values(arena.people)) await clear(arena, person);
    // A trigger that two processes use: the second is told so by Slack, and nobody else is.
    const { complaints } = arena.sandbox;
    expect(complaints.filter(({ details }) => JSON.stringify(details) !== '{"why":"exchanged_trigger_id"}')).toEqual(
      [],
    );
    complaints.length = 0;
  });
  afterAll(async () => {
    const lines = [...counts].map(([what, n]) => `${what.padEnd(64)} ${n}`);
    process.stdout.write(`${lines.join('\n')}\nenvelopes by connection: ${arena.used.join(', ')}\n`);
    await arena.stop();
  });

  /** A form filled in and sent with this press; every page of it goes out that way. Resolves with the order before and after. */
  const forms: Record<string, (press: Press) => Promise<[WholeOrder | undefined, WholeOrder, Result[]]>> = {
    async approve(press) {
      const { sam, farid } = arena.people;
      const order = await arena.orders.submitted();
      await openOn(arena, { who: sam, button: 'approve' }, order);
      await sam.fill({ crew: [farid], comment: 'Go' });
      const results = await press(sam);
      return [order, await arena.now(order), results];
    },
    async confirm(press) {
      const { farid } = arena.people;
      const order = await arena.orders.inField(farid);
      await openOn(arena, { who: farid, button: 'confirm' }, order);
      await addItem(farid, { description: 'Seal', quantity: '2' });
      await onward(farid, press, place(2, 3));
      await farid.fill({ workDone: 'All of it', reason: 'Worn' });
      await onward(farid, press, place(3, 3));
      const results = await press(farid);
      const after = await arena.now(order);
      expect(after.versions[1]?.content.items.map(({ description }) => description)).toEqual(['Pump', 'Hose', 'Seal']);
      return [order, after, results];
    },
    async submit(press) {
      const { ana, sam } = arena.people;
      const orders = await arena.store.list(arena.sandbox.teamId, { limit: 1 });
      await clear(arena, ana);
      await ana.command('/service-order new');
      await ana.modal('submit');
      await ana.fill(typicalOrder.job);
      await onward(ana, press, place(2, 4));
      await ana.fill({ ...typicalOrder.when(), supervisor: sam });
      await onward(ana, press, place(3, 4));
      await onward(ana, press, place(4, 4));
      const results = await press(ana);
      const [newest] = await arena.store.list(arena.sandbox.teamId, { limit: 1 });
      const order = await orderNumbered(arena.store, arena.sandbox.teamId, newest?.number ?? 0);
      expect(order.number).toBe((orders[0]?.number ?? 0) + 1);
      return [undefined, order, results];
    },
  };

  async function onward(who: Person, press: Press, page: string): Promise<void> {
    await press(who);
    expect(who.topModal()?.shown).toContain(page);
  }

  const again: Press = async (who) => {
    const first = await who.submit();
    await who.redeliverLast();
    return [first];
  };
  const twice: Press = (who) => who.submitTwice();
  const doubleClick: Press = (who) => Promise.all([who.submit(), who.submit()]);
  /** Slack's client says "We had some trouble connecting. Try again?", and they do. */
  const afterTrouble: Press = async (who) => {
    arena.sandbox.faults.loseAcks(1);
    expect(await who.submit()).toHaveProperty('trouble');
    return [await who.submit()];
  };

  const ways: [string, Press, () => number[]][] = [
    ['one after another, to two connections', again, () => [0, 1]],
    ['one after another, to two processes', again, () => [0, 2]],
    ['at the same time, to two connections', twice, () => [2, 3]],
    ['at the same time, to two processes', twice, () => (arena.random() < 0.5 ? [1, 3] : [2, 0])],
    ['as two presses at the same time, to two processes', doubleClick, () => (arena.random() < 0.5 ? [0, 3] : [2, 1])],
    [
      'again by the person after trouble with the connection',
      afterTrouble,
      () => (arena.random() < 0.5 ? [0, 1] : [0, 2]),
    ],
  ];
  test.each(ways)('a submission that comes %s acts once', async (name, press, connections) => {
    const kinds = Object.keys(forms);
    for (let n = 0; n < ROUNDS; n++) {
      const kind = kinds[n % kinds.length] ?? '';
      let results: Result[] = [];
      const routed: Press = async (who) => {
        arena.route(...connections());
        results = await press(who);
        arena.scatter();
        return results;
      };
      const [before, after] = (await forms[kind]?.(routed)) ?? [];
      if (!after) throw new Error('no such form');
      decidedOnce(arena, before, after);
      expect(results.filter((result) => 'errors' in result || 'trouble' in result)).toEqual([]);
      for (const result of results)
        if ('view' in result)
          expect(result.view.shown).toContain(until(words.forms.notice.sent({ order: ANY, state: ANY })));
      if (press === afterTrouble) expect(results).toMatchObject([{ view: { title: words.forms.notice.title.sent } }]);
      count(`${name}: rounds`);
      await leavesNoDraft(after);
    }
  });

  /** A draft that was sent is used up: the next form starts afresh, and counts. */
  async function leavesNoDraft({ team, id, lastEntry }: Order): Promise<void> {
    const form = lastEntry.action.type === 'submit' ? 'submit' : 'confirm';
    const draft = { team, person: lastEntry.by.id, form, order: form === 'submit' ? '' : id };
    expect(await arena.store.draft(draft)).toBeUndefined();
  }

  const reason = async (who: Person) => who.fill({ reason: 'Because' });
  type Button = [string, () => Person, () => Promise<WholeOrder>, (who: Person) => Promise<void>];
  const buttons: Button[] = [
    [
      'approve',
      () => arena.people.sam,
      () => arena.orders.submitted(),
      (who) => who.fill({ crew: [arena.people.farid] }),
    ],
    ['reject', () => arena.people.sam, () => arena.orders.submitted(), reason],
    ['request_changes', () => arena.people.sam, () => arena.orders.submitted(), reason],
    ['withdraw', () => arena.people.ana, () => arena.orders.submitted(), reason],
    [
      'resubmit',
      () => arena.people.ana,
      () => arena.orders.sentBack(),
      async (who) => {
        for (const _ of ['when', 'items', 'review']) await next(who);
      },
    ],
    [
      'confirm',
      () => arena.people.farid,
      () => arena.orders.inField(arena.people.farid),
      async (who) => {
        await next(who);
        await who.fill({ workDone: 'All of it' });
        await next(who);
      },
    ],
    [
      'close',
      () => arena.people.farid,
      () => arena.orders.inField(arena.people.farid),
      async (who) => {
        await next(who);
        await who.fill({ acceptance: 'unavailable' });
      },
    ],
    [
      'assign',
      () => arena.people.sam,
      () => arena.orders.inField(arena.people.farid),
      (who) => who.fill({ crew: [arena.people.fiona] }),
    ],
    ['reopen', () => arena.people.sam, () => arena.orders.closed(arena.people.farid), reason],
  ];
  test.each(buttons)(
    'a double click on %s opens a form that works, and acts once',
    async (button, person, make, fill) => {
      for (let n = 0; n < ROUNDS; n++) {
        const who = person();
        const order = await make();
        await clear(arena, who);
        const { message } = await who.command(`/so show ${orderNumber(order.number)}`);
        const oneProcess = n % 2 === 0;
        arena.route(...(oneProcess ? [0, 1] : [1, 2]));
        const before = shown;
        await who.doublePress(button, { message: message?.ts ?? '' });
        // Two processes know nothing of one another: Slack shows the second modal over the first.
        await vi.waitFor(() => expect(shown - before).toBe(oneProcess ? 1 : 2), { interval: 5 });
        await who.modal();
        arena.scatter();
        await fill(who);
        expect(await who.submit()).toEqual({ closed: true });
        decidedOnce(arena, order, await arena.now(order));
        if (oneProcess) expect(shown - before).toBe(1);
        count(`double click on ${button}: rounds`);
      }
    },
  );

  test('a double click in Home opens one modal', async () => {
    const { ana, sam } = arena.people;
    await clear(arena, ana);
    await arena.orders.submitted();
    await ana.openHome();
    for (let n = 0; n < ROUNDS; n++) {
      arena.route(0, 1);
      const before = shown;
      await ana.doublePress('home_new', { home: true });
      await ana.modal('submit');
      await ana.fill({ title: `Round ${n}` });
      await ana.closeModal(true);
      await ana.doublePress('order_show', { home: true, nth: 0 });
      await ana.modal('notice');
      expect(ana.topModal()?.shown).toContain(words.card.supervisor({ name: sam.name }));
      await ana.closeModal(true);
      await arena.sandbox.idle();
      expect(shown - before).toBe(2);
      count('double click in Home: rounds', 2);
    }
  });

  test('a double click on Retry puts what was not delivered on its way once', async () => {
    const { adam } = arena.people;
    const { store, sandbox } = arena;
    for (let n = 0; n < ROUNDS; n++) {
      const { id, number } = await arena.orders.submitted();
      const term = await takeOver(store, sandbox.teamId);
      const claimed = await claimAll(store, term, Date.now(), 1_000_000);
      const mine = claimed.find(({ order, effect }) => order === id && effect.type === 'open_channel');
      // An app was faster: the next order then.
      if (!mine) continue;
      await store.park(term, mine.id, Date.now(), 'restricted_action', 'A workspace setting forbids this.');
      await adam.openHome();
      // A Home drawn for the round before may come last; it is looked at again.
      const { failed, effect } = words.home;
      const failure = failed.about({ order: orderNumber(number), what: effect.open_channel });
      await sandbox.workspace.waitFor(() => adam.home()?.shown.includes(failure));
      arena.route(...(n % 2 === 0 ? [0, 1] : [0, 2]));
      await adam.doublePress('effect_retry', { home: true });
      await vi.waitFor(async () => expect(await store.parked(sandbox.teamId, 10)).toEqual([]), { interval: 5 });
      await sandbox.workspace.waitFor(() => !adam.home()?.shown.includes(failure));
      arena.scatter();
      count('double click on Retry: rounds');
    }
    expect(counts.get('double click on Retry: rounds')).toBeGreaterThan(ROUNDS / 2);
  });

  test('a double click on Add item, Edit, Remove, Next and Back does it once', async () => {
    const { farid } = arena.people;
    const order = await arena.orders.inField(farid);
    for (let n = 0; n < ROUNDS; n++) {
      await openOn(arena, { who: farid, button: 'confirm' }, order);
      arena.route(0, 1);
      const before = shown;
      await farid.doublePress('item_add');
      await farid.modal('item');
      await farid.fill({ description: `Seal ${n}`, quantity: '2' });
      await doubleClick(farid);
      await arena.sandbox.workspace.waitFor(() => has(farid, `Seal ${n}`));
      await farid.doublePress('item_edit', { nth: 2 });
      await farid.modal('item');
      await farid.fill({ quantity: '3' });
      await doubleClick(farid);
      await arena.sandbox.workspace.waitFor(() => quantities(farid).includes('"3"'));
      expect(shown - before).toBe(2);
      await farid.doublePress('item_remove', { nth: 2 });
      await arena.sandbox.workspace.waitFor(() => !has(farid, `Seal ${n}`));
      arena.route(0, 2);
      await doubleClick(farid);
      expect(farid.topModal()?.shown).toContain(place(2, 3));
      await farid.fill({ workDone: `Round ${n}` });
      await doubleClick(farid);
      expect(farid.topModal()?.shown).toContain(place(3, 3));
      await farid.doublePress('form_back');
      await arena.sandbox.idle();
      await arena.sandbox.workspace.waitFor(() => has(farid, place(2, 3)));
      expect(farid.topModal()?.fields.find(({ blockId }) => blockId === 'workDone')?.value).toMatchObject({
        value: `Round ${n}`,
      });
      arena.scatter();
      count('double click in a form: rounds', 7);
    }
    expect((await arena.now(order)).entries).toHaveLength(2);
  });

  /** What stands in the inputs of the list. */
  const quantities = (who: Person) =>
    JSON.stringify(who.topModal()?.fields.filter(({ blockId }) => blockId?.startsWith('quantity-')));

  const has = (who: Person, words: string) => who.topModal()?.shown.includes(words) === true;
});
