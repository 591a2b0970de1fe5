import { afterEach, expect, test } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { textTotal } from '../../sandbox/server/blocks/message-text.ts';
import type { Item } from '../../src/order/content.ts';
import { startRenderer } from '../../src/pdf/renderer.ts';
import { beginOrder, next, open, sent } from '../support/acting.ts';
import { longItems, type Script, scripts, withItems } from '../support/long-orders.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { withHistory } from '../support/whole-order.ts';
import { words as english } from '../support/words.ts';

const HOUR = 3_600_000;
/** However long documents of 200 items take on a busy machine. */
const LONG = 300_000;

/** What the one who is second with work on an older version is told. */
const overtakenBy = (name: string) => english.forms.draft.issuedBy({ name, version: 2 });

let stage: Stage;
afterEach(() => stage.stop());

const ways = [
  ['Japanese', 'socket'],
  ['Japanese', 'http'],
  ['Russian', 'socket'],
  ['Arabic', 'http'],
] as const satisfies [Script, 'socket' | 'http'][];

test.each(ways)(
  'A1 A2 a whole life with everything as long as it may be, in %s over %s',
  async (script, mode) => {
    stage = await startStage(mode, {}, { makeRenderer: () => startRenderer({ timeoutMs: LONG }) });
    const { sandbox, people } = stage;
    const { ana, ben, carla, sam } = people;
    const words = scripts[script];
    const photos = (from: number) =>
      Array.from({ length: 10 }, (_, n) => ({
        name: `${from + n} ${words(100)}.jpg`,
        bytes: Buffer.from(`photo ${from + n}`),
        mimetype: 'image/jpeg',
      }));

    // Submit, with ten attachments.
    await beginOrder(ana, sam, {
      job: {
        ...{ title: words(80), client: words(120), clientReference: words(100), location: words(255) },
        description: words(3000),
      },
      when: { coordinator: carla, contact: words(200) },
    });
    await withItems(stage, ana, 'submit', '', () => longItems(200, script, 200));
    await ana.fill({ attachments: photos(0) });
    await sent(ana);
    await stage.idle(LONG);
    const channel = sandbox.workspace.channels().at(-1)?.name ?? '';
    const order = async () => {
      const found = await stage.store.orderByNumber(sandbox.teamId, 1);
      return found ?? expect.unreachable('there is no order');
    };
    const { id } = await order();

    // Request changes, and resubmit: with a mistake on the way, and through the pages of the list.
    await reason(sam, 'request_changes', channel, words(2000));
    await stage.idle(LONG);
    await open(ana, 'resubmit', channel);
    await next(ana);
    await ana.fill({ requestedEnd: new Date(Date.now() - 24 * HOUR) });
    expect(await ana.submit()).toHaveProperty('errors');
    await ana.fill({ requestedEnd: new Date(Date.now() + 90 * HOUR) });
    await next(ana);
    for (let page = 0; page < 3; page++) await turn(ana, 'items_later');
    await turn(ana, 'items_earlier');
    await ana.fill({ attachments: photos(10) });
    await sent(ana);
    await stage.idle(LONG);

    await open(sam, 'approve', channel);
    await sam.fill({ crew: [ana, ben], comment: words(500), signature: words(120) });
    await sent(sam);
    await stage.idle(LONG);

    // Two confirmations at once: half of the items removed, half changed, as many added; twenty photos in two rounds.
    const changed = (from: number) => (items: readonly Item[]) => [
      ...items.slice(0, 50).map((item) => ({ ...item, quantity: item.quantity + from })),
      ...longItems(50, script, 200, from),
    ];
    for (const [worker, from] of [
      [ana, 1000],
      [ben, 2000],
    ] as const) {
      await open(worker, 'confirm', channel);
      await withItems(stage, worker, 'confirm', id, changed(from));
      for (let page = 0; page < 2; page++) await turn(worker, 'items_later');
      await next(worker);
      await worker.fill({
        ...{ workDone: words(3000), reason: words(1000), photos: photos(from) },
        ...{ startedAt: new Date(Date.now() - HOUR), endedAt: new Date(Date.now() - 2 * HOUR) },
      });
      expect(await worker.submit()).toHaveProperty('errors');
      await worker.fill({ startedAt: new Date(Date.now() - 3 * HOUR) });
      await next(worker);
      // What the photos show was asked in between.
      await turn(worker, 'form_back');
      await turn(worker, 'form_back');
      await worker.fill({ photos: photos(from + 10) });
      await next(worker);
    }
    await sent(ben);
    // Ana is shown what Ben has changed, on top of her own.
    await next(ana);
    await sandbox.workspace.waitFor(() => ana.screen().includes(overtakenBy(ben.name)), 10_000);
    await sent(ana);
    await stage.idle(LONG);

    // Assign, close, reopen, close as not performed.
    await open(carla, 'assign', channel);
    await carla.fill({ crew: [ben] });
    await sent(carla);
    await stage.idle(LONG);
    await open(ben, 'close', channel);
    await ben.fill({ outcome: 'with_changes' });
    await next(ben);
    await ben.fill({
      ...{ endedAt: new Date(Date.now() - HOUR), note: words(2000), photos: photos(3000) },
      ...{ acceptance: 'accepted', acceptedBy: words(120) },
    });
    await next(ben);
    await ben.fill({ acceptedAs: words(120), reservations: words(1000) });
    await sent(ben);
    await stage.idle(LONG);
    await reason(sam, 'reopen', channel, words(2000));
    await stage.idle(LONG);
    await open(ben, 'close', channel);
    await ben.fill({ outcome: 'not_performed' });
    await next(ben);
    await ben.fill({ reasonCode: 'other', explanation: words(2000), note: words(2000) });
    await sent(ben);
    await stage.idle(LONG);

    // Whatever can be asked for.
    for (const text of ['list', 'show 1', 'history 1', `find ${words(80)}`, 'help']) {
      const { trouble } = await ana.command(`/service-order ${text}`);
      expect(trouble, text).toBeUndefined();
    }
    await sandbox.workspace.waitFor(() => ana.ephemerals().length === 5, 10_000);
    for (const person of [ana, sam, carla, people.adam]) await person.openHome();
    await ana.press('search', { home: true });
    await ana.modal('search_orders');
    await ana.fill({ search_words: words(5) });
    await next(ana);
    await ana.closeModal(true);
    await stage.idle(LONG);

    const { entries, versions } = await withHistory(stage.store, await order());
    expect(entries.map(({ action }) => action.type)).toEqual([
      ...['submit', 'request_changes', 'resubmit', 'approve', 'confirm_partial', 'confirm_partial'],
      ...['assign', 'close', 'reopen', 'close_not_performed'],
    ]);
    expect(await stage.store.backlog(stage.sandbox.teamId)).toMatchObject({ running: 0, parked: 0 });
    expect((await stage.store.documents(sandbox.teamId, id)).map(({ version }) => version)).toEqual(
      versions.map(({ n }) => n),
    );
    everythingFits();
    expect(sandbox.complaints).toEqual([]);
  },
  4 * LONG,
);

/** A decision that needs nothing but a reason. */
async function reason(person: Person, button: string, channel: string, text: string): Promise<void> {
  await open(person, button, channel);
  await person.fill({ reason: text });
  await sent(person);
}

/** Presses a button of the form that is open, and waits until the page is another. */
async function turn(person: Person, button: string): Promise<void> {
  const before = person.screen();
  await person.press(button);
  await stage.sandbox.workspace
    .waitFor(() => person.screen() !== before, 20_000)
    .catch((error: unknown) => {
      throw new Error(`${button}: ${String(error)}\n${person.screen().slice(0, 2000)}`);
    });
}

/** Every answer, message and view that left the app has room to the limit of Slack's that is known for it. */
function everythingFits(): void {
  const { inspector } = stage.sandbox;
  for (const { label, body } of inspector.acks())
    expect(Buffer.byteLength(JSON.stringify({ envelope_id: 'x'.repeat(36), payload: body ?? {} })), label).toBeLessThan(
      19_000,
    );
  for (const { method, args } of inspector.calls()) {
    const { body, ...rest } = args;
    const sent = { ...rest, ...(typeof body === 'object' ? body : {}) };
    const parsed = (value: unknown) => (typeof value === 'string' ? JSON.parse(value) : value);
    if ('blocks' in sent) expect(textTotal(parsed(sent.blocks)), method).toBeLessThanOrEqual(11_000);
    if ('text' in sent) expect(String(sent.text).length, method).toBeLessThanOrEqual(4000);
    if ('view' in sent) expect(Buffer.byteLength(JSON.stringify(parsed(sent.view))), method).toBeLessThan(250_000);
  }
}
