import { afterEach, describe, expect, test, vi } from 'vitest';
import { next, sent } from '../support/acting.ts';
import {
  answersAreSmall,
  confirmedAtLength,
  drawnPage,
  firstOrder,
  LOADING,
  overtaken,
} from '../support/large-page.ts';
import type { Script } from '../support/long-orders.ts';
import { resubmitted } from '../support/resubmitted.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

test.each([
  ['Russian', 20, 62],
  ['Arabic', 20, 62],
  ['Latin', 20, 195],
] as [Script, number, number][])(
  'A1 an order in %s with %i items of %i characters is edited and resubmitted',
  async (script, count, length) => {
    const stage = await startStage('socket', {}, sketches);
    await resubmitted(stage, [count, script, length]);
    await stage.stop();
  },
);

test.each([
  ['Latin', 127, 200, 200],
  ['Latin', 92, 200, 2800],
] as [Script, number, number, number][])(
  'A2 a confirmation in %s with %i added items of %i characters and %i of work done',
  async (...size) => {
    const stage = await startStage('socket', {}, sketches);
    await confirmedAtLength(stage, size);
    await stage.stop();
  },
);

describe('A1 a page that is too large for an answer', () => {
  let stage: Stage;
  afterEach(() => stage.stop());

  test('A1 over sockets it is drawn after a small answer, and can be sent', async () => {
    stage = await startStage('socket', {}, sketches);
    const ana = await overtaken(stage);
    expect(JSON.stringify(await ana.submit())).toContain(LOADING);
    await drawnPage(stage, ana);
    await sent(ana);
    expect((await firstOrder(stage)).content.items).toHaveLength(1 + 12 + 25);
    answersAreSmall(stage);
    expect(stage.sandbox.complaints).toEqual([]);
  });

  test('A1 Slack does not draw it at first: it is drawn as soon as Slack does', async () => {
    stage = await startStage('socket', {}, sketches);
    const ana = await overtaken(stage);
    stage.sandbox.faults.on('views.update', { kind: 'status', status: 503 }, { times: 1 });
    await ana.submit();
    await drawnPage(stage, ana);
    expect(stage.sandbox.complaints).toEqual([]);
  });

  test('A1 somebody who asks for it and goes back is not thrown forward by a late drawing', async () => {
    stage = await startStage('socket', {}, sketches);
    const ana = await overtaken(stage);
    stage.sandbox.faults.on('views.update', { kind: 'status', status: 503 }, { times: 1 });
    await ana.submit();
    await ana.press('form_reload');
    await drawnPage(stage, ana);
    await ana.press('form_back');
    await vi.waitFor(() => expect(ana.topModal()?.fields.map(({ blockId }) => blockId)).toContain('workDone'));
    await ana.fill({ workDone: 'All of it' });
    // The drawing that was put off comes a second later.
    await vi.waitFor(() => expect(stage.sandbox.inspector.calls('views.update').length).toBeGreaterThan(2), 5000);
    expect(ana.screen()).toContain(words.forms.page.place({ page: 2, pages: 3 }));
    await next(ana);
    await sent(ana);
    expect((await firstOrder(stage)).latest?.report?.workDone).toBe('All of it');
  });
});
