import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { approve, confirm, next, open, sent } from '../support/acting.ts';
import { longItems, type Script, scripts, withItems } from '../support/long-orders.ts';
import { resubmitted, submitted } from '../support/resubmitted.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, part, words } from '../support/words.ts';

// Two hundred items make long documents.
vi.setConfig({ testTimeout: 120_000 });

let stage: Stage;
afterEach(() => stage.stop());

const HOUR = 3_600_000;

/** A text as it stands in JSON. */
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

const firstOrder = async () => {
  const order = await stage.store.orderByNumber(stage.sandbox.teamId, 1);
  if (!order) throw new Error('no order');
  return order;
};

describe('A1', () => {
  // Other scripts are among the proofs.
  test.each(['socket', 'http'] as const)('A1 over %s: an order in Japanese is edited and resubmitted', async (mode) => {
    stage = await startStage(mode, {}, sketches);
    await resubmitted(stage, [20, 'Japanese', 40]);
  });
});

/** Opens a confirmation with these items added, and goes on to its last page. */
async function toReview(worker: Person, channel: string, added: Parameters<typeof longItems>): Promise<void> {
  await open(worker, 'confirm', channel);
  await withItems(stage, worker, 'confirm', (await firstOrder()).id, (items) => [...items, ...longItems(...added)]);
  await next(worker);
  await worker.fill({
    workDone: scripts.Japanese(500),
    startedAt: new Date(Date.now() - 3 * HOUR),
    endedAt: new Date(Date.now() - HOUR),
    reason: scripts.Japanese(100),
  });
  await next(worker);
}

/** As far as it stands alike in an answer and on the screen. */
const LOADING = words.notice.loadingPage.split('*')[0] ?? '';
const pageOf = (person: Person) => person.screen();

/** An answer never has 19,000 bytes, whichever way it takes. */
function answersAreSmall(): void {
  for (const { label, body } of stage.sandbox.inspector.acks())
    expect(Buffer.byteLength(JSON.stringify(body ?? {})), label).toBeLessThan(19_000);
}

describe('A1 a page that is too large for an answer', () => {
  /** Two people confirm at once; the second is shown what the first has added, on top of much of their own. */
  async function overtaken(mode: 'socket' | 'http' = 'socket'): Promise<Person> {
    stage = await startStage(mode, {}, sketches);
    const { ana, ben, sam } = stage.people;
    const channel = await submitted(stage, ana, sam, [1, 'Japanese', 40]);
    await approve(stage, sam, channel, [ana, ben]);
    await toReview(ana, channel, [25, 'Japanese', 200, 100]);
    await toReview(ben, channel, [12, 'Japanese', 200, 1]);
    await sent(ben);
    await stage.idle(60_000);
    return ana;
  }

  const drawnPage = (person: Person) =>
    vi.waitFor(() => {
      const overtakenBy = words.forms.draft.issuedBy({ name: stage.people.ben.name, version: 2 });
      if (!pageOf(person).includes(overtakenBy)) throw new Error(pageOf(person));
    }, 10_000);

  test.each(['socket', 'http'] as const)(
    'A1 over %s it is drawn after a small answer, and can be sent',
    async (mode) => {
      const ana = await overtaken(mode);
      const answer = await ana.submit();
      expect(JSON.stringify(answer)).toContain(LOADING);
      await drawnPage(ana);
      expect(pageOf(ana)).not.toContain(LOADING);
      await sent(ana);
      expect((await firstOrder()).content.items).toHaveLength(1 + 12 + 25);
      answersAreSmall();
      expect(stage.sandbox.complaints).toEqual([]);
    },
  );

  test('A1 Slack does not draw it at first: it is drawn as soon as Slack does', async () => {
    const ana = await overtaken();
    stage.sandbox.faults.on('views.update', { kind: 'status', status: 503 }, { times: 1 });
    await ana.submit();
    await drawnPage(ana);
    expect(stage.sandbox.complaints).toEqual([]);
  });

  test('A1 the app ends before it is drawn: “Continue” draws it, and nothing typed is lost', async () => {
    const ana = await overtaken('http');
    stage.sandbox.faults.on('views.update', { kind: 'status', status: 503 });
    await ana.submit();
    await stage.restart();
    expect(pageOf(ana)).toContain(LOADING);
    stage.sandbox.faults.clear();
    await ana.press('form_reload');
    await drawnPage(ana);
    await sent(ana);
    const order = await firstOrder();
    expect(order.content.items).toHaveLength(1 + 12 + 25);
    expect(order.latest?.report?.workDone).toBe(scripts.Japanese(500));
    expect(stage.sandbox.complaints).toEqual([]);
  });

  test('A1 somebody who asks for it and goes back is not thrown forward by a late drawing', async () => {
    const ana = await overtaken();
    stage.sandbox.faults.on('views.update', { kind: 'status', status: 503 }, { times: 1 });
    await ana.submit();
    await ana.press('form_reload');
    await drawnPage(ana);
    await ana.press('form_back');
    await vi.waitFor(() => expect(ana.topModal()?.fields.map(({ blockId }) => blockId)).toContain('workDone'));
    await ana.fill({ workDone: 'All of it' });
    // The drawing that was put off comes a second later.
    await vi.waitFor(() => expect(stage.sandbox.inspector.calls('views.update').length).toBeGreaterThan(2), 5000);
    expect(pageOf(ana)).toContain(words.forms.page.place({ page: 2, pages: 3 }));
    await next(ana);
    await sent(ana);
    expect((await firstOrder()).latest?.report?.workDone).toBe('All of it');
  });
});

describe('A2 a post that Slack refuses', () => {
  test('A2 lets the PDF, the card and the next confirmation pass; an admin reads why, and Retry delivers it', async () => {
    stage = await startStage('socket', {}, sketches);
    const { adam, ana, sam } = stage.people;
    const channel = await submitted(stage, ana, sam, [1, 'Latin', 40]);
    await approve(stage, sam, channel, [ana]);
    const isEntry = ({ text }: { text?: unknown }) =>
      String(text).includes(part(words.entry.did.confirm_partial({ name: ANY, version: 2 })));
    stage.sandbox.faults.on('chat.postMessage', { kind: 'error', error: 'msg_blocks_too_long' }, { when: isEntry });
    await confirm(stage, ana, channel);
    await confirm(stage, ana, channel, { items: [{ description: 'Seal', quantity: '1', unitPrice: '5' }] });
    const posts = () => JSON.stringify(sam.messages(channel));
    expect(posts()).toContain('SO-000001 v2.pdf');
    expect(posts()).toContain(part(words.entry.did.confirm_partial({ name: ANY, version: 3 })));
    expect(posts()).toContain('SO-000001 v3.pdf');
    const { in_progress: state } = words.order.stage;
    expect(posts()).toContain(inJson(words.card.statusVersion({ state, version: 3 })));
    expect(posts()).not.toContain(part(words.entry.did.confirm_partial({ name: ANY, version: 2 })));
    await adam.openHome();
    await stage.sandbox.idle();
    const { failed, effect } = words.home;
    const what = failed.about({ order: 'SO-000001', what: effect.post_entry });
    expect(adam.screen()).toContain(failed.title({ count: 1 }));
    expect(adam.screen()).toContain(failed.one({ what, why: words.remedy.our_fault, error: 'msg_blocks_too_long' }));
    stage.sandbox.faults.clear();
    await adam.press('effect_retry');
    await stage.idle();
    expect(posts()).toContain(part(words.entry.did.confirm_partial({ name: ANY, version: 2 })));
    expect(stage.sandbox.complaints).toEqual([]);
  });
});

describe('A2', () => {
  test.each([
    ['Latin', 127, 200, 200],
    ['Latin', 92, 200, 2800],
    ['Japanese', 45, 200, 3000],
  ] as [Script, number, number, number][])(
    'A2 a confirmation in %s with %i added items of %i characters and %i of work done',
    async (...[script, count, length, work]) => {
      stage = await startStage('socket', {}, sketches);
      const { ana, sam } = stage.people;
      const channel = await submitted(stage, ana, sam, [1, script, length]);
      await approve(stage, sam, channel, [ana]);
      await open(ana, 'confirm', channel);
      await withItems(stage, ana, 'confirm', (await firstOrder()).id, (items) => [
        ...items,
        ...longItems(count, script, length, 1),
      ]);
      await next(ana);
      await ana.fill({
        workDone: scripts[script](work),
        startedAt: new Date(Date.now() - 3 * HOUR),
        endedAt: new Date(Date.now() - HOUR),
        reason: scripts[script](1000),
      });
      await next(ana);
      await sent(ana);
      await stage.idle(60_000);
      expect(await stage.store.parked(stage.sandbox.teamId, 9)).toEqual([]);
      expect(stage.sandbox.complaints).toEqual([]);
      const posts = JSON.stringify(stage.people.sam.messages(channel));
      const inPdf = Array.from({ length: count }, (_, n) => words.items.moreInPdf({ count: n + 1 }));
      expect(inPdf.some((more) => posts.includes(more))).toBe(true);
      expect(posts).toContain('SO-000001 v2.pdf');
    },
  );
});
