import { afterEach, describe, expect, test, vi } from 'vitest';
import { approve, confirm, sent } from '../support/acting.ts';
import {
  answersAreSmall,
  confirmedAtLength,
  drawnPage,
  firstOrder,
  LOADING,
  overtaken,
} from '../support/large-page.ts';
import { scripts } from '../support/long-orders.ts';
import { resubmitted, submitted } from '../support/resubmitted.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, part, words } from '../support/words.ts';

// Two hundred items make long documents.
vi.setConfig({ testTimeout: 120_000 });

let stage: Stage;
afterEach(() => stage.stop());

/** A text as it stands in JSON. */
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

describe('A1', () => {
  // Other scripts are among the proofs.
  test.each(['socket', 'http'] as const)('A1 over %s: an order in Japanese is edited and resubmitted', async (mode) => {
    stage = await startStage(mode, {}, sketches);
    await resubmitted(stage, [20, 'Japanese', 40]);
  });
});

describe('A1 a page that is too large for an answer', () => {
  test('A1 it is drawn after a small answer, and can be sent', async () => {
    stage = await startStage('http', {}, sketches);
    const ana = await overtaken(stage);
    const answer = await ana.submit();
    expect(JSON.stringify(answer)).toContain(LOADING);
    await drawnPage(stage, ana);
    expect(ana.screen()).not.toContain(LOADING);
    await sent(ana);
    expect((await firstOrder(stage)).content.items).toHaveLength(1 + 12 + 25);
    answersAreSmall(stage);
    expect(stage.sandbox.complaints).toEqual([]);
  });

  test('A1 the app ends before it is drawn: “Continue” draws it, and nothing typed is lost', async () => {
    stage = await startStage('http', {}, sketches);
    const ana = await overtaken(stage);
    stage.sandbox.faults.on('views.update', { kind: 'status', status: 503 });
    await ana.submit();
    await stage.restart();
    expect(ana.screen()).toContain(LOADING);
    stage.sandbox.faults.clear();
    await ana.press('form_reload');
    await drawnPage(stage, ana);
    await sent(ana);
    const order = await firstOrder(stage);
    expect(order.content.items).toHaveLength(1 + 12 + 25);
    expect(order.latest?.report?.workDone).toBe(scripts.Japanese(500));
    expect(stage.sandbox.complaints).toEqual([]);
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

// Other scripts and sizes are among the proofs.
test('A2 a confirmation in Japanese with more than its card and messages hold', async () => {
  stage = await startStage('socket', {}, sketches);
  await confirmedAtLength(stage, ['Japanese', 45, 200, 3000]);
});
