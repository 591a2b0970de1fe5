import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../sandbox/server/json.ts';
import type { OrderFormId } from '../../src/forms/forms.ts';
import { createLog } from '../../src/log.ts';
import type { Order } from '../../src/order/order.ts';
import { freshDraft } from '../../src/slack/drafts/drafts.ts';
import { orderActionId } from '../../src/slack/views/ids.ts';
import { DRAFTS_LAST, startSweeper } from '../../src/sweep.ts';
import { submitOrder, typicalOrder } from '../support/acting.ts';
import { type Looking, lookInto } from '../support/database.ts';
import { command, forgedPress, from, interact } from '../support/forged.ts';
import { orderIn } from '../support/seeded.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

describe('F8 a form that nobody touched leaves nothing behind', () => {
  let stage: Stage;
  let database: Looking;
  beforeAll(async () => {
    stage = await startStage('socket', {}, sketches);
    database = lookInto(stage.file);
    await vi.waitFor(async () =>
      expect(await stage.store.person(stage.sandbox.teamId, stage.people.ana.id)).toBeDefined(),
    );
  });
  afterAll(async () => {
    expect(stage.sandbox.complaints).toEqual([]);
    database.close();
    await stage.stop();
  });

  const drafts = () => database.contents().drafts ?? [];
  const pressed = (form: OrderFormId, order: Order | undefined, person = '') =>
    interact(stage, forgedPress(stage, person, orderActionId(form), order?.id));
  const shortcut = (n: number, text: string): JsonObject => ({
    ...from(stage, stage.people.ana.id),
    type: 'message_action',
    callback_id: 'create_service_order',
    channel: { id: 'C1', name: 'general' },
    message_ts: `17000000${String(n).padStart(2, '0')}.000100`,
    message: { type: 'message', user: stage.people.ben.id, ts: `17000000${n}.000100`, text },
    response_url: `${stage.sandbox.url}/nowhere`,
  });

  test('the shortcut pressed forty times, the forms opened and closed', async () => {
    const opened = () => stage.sandbox.inspector.calls('views.open').length;
    const before = opened();
    for (let n = 0; n < 40; n++) {
      await interact(stage, shortcut(n, `Message ${n}: the pump leaks`));
      stage.sandbox.workspace.stacks.clear();
    }
    await vi.waitFor(() => expect(opened() - before).toBe(40), { timeout: 10_000 });
    await stage.sandbox.idle();
    stage.sandbox.workspace.stacks.clear();
    expect(drafts()).toEqual([]);
  });

  test.each<[string, Parameters<typeof orderIn>[1] | undefined, (order: Order | undefined) => Promise<unknown>]>([
    ['the command', undefined, () => command(stage, stage.people.ana.id, '')],
    ['Home’s button', undefined, () => interact(stage, forgedPress(stage, stage.people.ana.id, 'home_new'))],
    ['Edit and resubmit', 'changes_requested', (order) => pressed('resubmit', order, order?.requester.id)],
    ['Create confirmation', 'approved', (order) => pressed('confirm', order, order?.crew[0]?.id)],
    ['Close order', 'approved', (order) => pressed('close', order, order?.coordinator?.id)],
  ])('%s, pressed and closed again', async (_, state, press) => {
    const order = state && (await orderIn(stage, state));
    await stage.sandbox.idle();
    const opened = () => stage.sandbox.inspector.calls('views.open').length;
    const before = opened();
    await press(order);
    await vi.waitFor(() => expect(opened() - before).toBe(1), { timeout: 10_000 });
    const shown = JSON.stringify(stage.sandbox.inspector.calls('views.open').at(-1)?.args);
    expect(shown).toContain('form:');
    stage.sandbox.workspace.stacks.clear();
    expect(drafts()).toEqual([]);
  });

  test('what was typed is kept, as ever, with the message it is about', async () => {
    const { ana } = stage.people;
    await interact(stage, shortcut(7, 'The boiler is cold'));
    await ana.modal('submit');
    await ana.fill({ title: 'Boiler' });
    await vi.waitFor(() => expect(drafts()).toHaveLength(1));
    await ana.closeModal(true);
    await interact(stage, shortcut(7, 'The boiler is cold'));
    await ana.modal('submit');
    expect(ana.screen()).toContain(words.forms.page.restored);
    // A call is on record once it is answered.
    const shown = () => JSON.stringify(stage.sandbox.inspector.calls('views.open').at(-1)?.args);
    await vi.waitFor(() => expect(shown()).toMatch(/Boiler.*The boiler is cold/));
    await ana.closeModal(true);
  });

  test('a form that is open and untouched when the app starts again can be filled in and sent', async () => {
    const { ben, sam } = stage.people;
    await ben.command('/service-order');
    await ben.modal('submit');
    await stage.restart();
    await ben.fill(typicalOrder.job);
    await ben.submit();
    await ben.fill({ ...typicalOrder.when(), supervisor: sam });
    await ben.submit();
    expect(ben.topModal()?.actions).toContain('item_add');
    await ben.closeModal(true);
    // And an untouched form that is sent does not make the next one a repetition of it.
    const first = await submitOrder(stage, ben, sam);
    expect(await submitOrder(stage, ben, sam)).not.toBe(first);
  });

  test('a form that this person may not open cannot be begun by sending it either', async () => {
    const before = drafts();
    const { id } = stage.people.ext;
    await interact(stage, forgedPress(stage, id, 'home_new'));
    expect(drafts()).toEqual(before);
  });
});

test('F8 drafts expire 30 days after they were last touched, in small steps', async () => {
  const stage = await startStage('socket', {}, sketches);
  const { store } = stage;
  const day = 24 * 3_600_000;
  const now = Date.now();
  const data = { ...freshDraft({ values: {}, items: [], base: 0, submission: 0 }, 'key'), touched: true };
  const about = { team: 'T1', form: 'submit', order: '', data };
  for (let n = 0; n < 250; n++)
    await store.saveDraft({ ...about, person: `UOLD${n}`, updatedAt: now - DRAFTS_LAST - day - n }, undefined);
  await store.saveDraft({ ...about, person: 'UYOUNG', updatedAt: now - DRAFTS_LAST + day }, undefined);
  const database = lookInto(stage.file);
  const left = () => (database.contents().drafts ?? []).map((row) => String(JSON.parse(row).person));
  const stop = startSweeper(store, createLog('silent'), () => now, { step: 100, pause: 1, every: 5 });
  await expect.poll(left).toEqual(['UYOUNG']);
  stop();
  database.close();
  await stage.stop();
});
