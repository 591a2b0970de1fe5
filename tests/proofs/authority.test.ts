import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { STATES } from '../../src/order/order.ts';
import { type Looking, lookInto } from '../support/database.ts';
import { forgedPress, interact } from '../support/forged.ts';
import { type Forgery, startForgery } from '../support/forgery.ts';
import { complaintsAbout } from '../support/fuzz.ts';
import { refusedAtDesk } from '../support/refused-at-desk.ts';
import { forms, idOf, mayAct, type OnePerState, onePerState, refusedUnopened, somebody } from '../support/somebody.ts';
import { type Stage, startStage } from '../support/stage.ts';

describe.each(['socket', 'http'] as const)('every person, every form, every state, over %s', (mode) => {
  let stage: Stage;
  let database: Looking;
  let orders: OnePerState;
  beforeAll(async () => {
    stage = await startStage(mode);
    database = lookInto(stage.file);
    orders = await onePerState(stage);
  });
  afterAll(async () => {
    database.close();
    await stage.stop();
  });

  test.each(somebody)('forms that were never opened, sent by %s, %s', async (name, _, roles) => {
    for (const state of STATES)
      for (const form of forms)
        if (!mayAct(form, state, roles))
          await refusedUnopened(stage, database, { name, form, state, order: orders[state].id });
  });

  test.each(somebody)('buttons of every form, pressed by %s, %s: nothing is decided by opening one', async (name) => {
    const shown = () => stage.sandbox.inspector.calls('views.open').length;
    const before = database.contents('people', 'drafts');
    for (const state of STATES)
      for (const form of forms) {
        const already = shown();
        await interact(stage, forgedPress(stage, idOf(stage, name), `order:${form}`, orders[state].id));
        await vi.waitFor(() => expect(shown()).toBeGreaterThan(already), { timeout: 5000, interval: 2 });
        stage.sandbox.workspace.stacks.clear();
      }
    expect(database.contents('people', 'drafts')).toEqual(before);
    expect(complaintsAbout(stage)).toEqual([]);
  });
});

describe('the settings, what is on file, files and what was not delivered', () => {
  let forgery: Forgery;
  beforeAll(async () => {
    forgery = await startForgery();
  }, 60_000);
  afterAll(() => forgery.stop());

  test.each(somebody.filter(([name]) => name !== 'adam' && name !== 'olga'))(
    'are not for %s, %s, by every forged button and modal',
    (name) => refusedAtDesk(forgery, name),
  );
});
