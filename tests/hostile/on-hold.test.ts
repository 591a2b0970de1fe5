import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import type { Order } from '../../src/order/order.ts';
import { atOnceActionId, encodePress } from '../../src/slack/views/ids.ts';
import { type Looking, lookInto } from '../support/database.ts';
import { forgedPress, interact } from '../support/forged.ts';
import { NO_REMINDERS, orderAfter } from '../support/seeded.ts';
import { sketches } from '../support/sketches.ts';
import { atATap, idOf, somebody } from '../support/somebody.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { actions, farid, greta } from '../support/workflow.ts';

let stage: Stage;
let database: Looking;
let order: Order;
beforeAll(async () => {
  stage = await startStage('socket', {}, sketches);
  await stage.set(NO_REMINDERS);
  database = lookInto(stage.file);
  const { submit, approve, hold } = actions();
  order = await orderAfter(stage, [submit, { ...approve, crew: [farid, greta] } as Action, hold]);
  await interact(stage, forgedPress(stage, idOf(stage, 'adam'), 'effect_retry', 'none'));
  await stage.idle();
});
afterAll(async () => {
  expect(stage.sandbox.complaints).toEqual([]);
  database.close();
  await stage.stop();
});

/** What is kept of people, and of answers that they were given. */
const BOOKKEEPING = ['people', 'done_once', 'homes'];
const may = (roles: readonly string[]) => atATap.resume.some((role) => roles.includes(role));
const shown = () => stage.sandbox.inspector.calls('views.open').length;
const resumes = (name: string, seen = order.progress.hold?.entry ?? 0) =>
  interact(stage, forgedPress(stage, idOf(stage, name), atOnceActionId('resume'), encodePress(order.id, seen)));

describe('an order on hold is resumed by those who may, at the hold that they saw', () => {
  test.each(somebody.filter(([, , roles]) => !may(roles)))('not by %s, %s', async (name) => {
    const before = database.contents(...BOOKKEEPING);
    const told = shown();
    await resumes(name);
    await vi.waitFor(() => expect(shown()).toBeGreaterThan(told), { timeout: 5000, interval: 2 });
    expect(database.contents(...BOOKKEEPING)).toEqual(before);
    stage.sandbox.workspace.stacks.clear();
  });

  test('not where the button carries another hold; then by the crew, once', async () => {
    const told = shown();
    await resumes('farid', 1);
    await vi.waitFor(() => expect(shown()).toBeGreaterThan(told), { timeout: 5000, interval: 2 });
    expect((await stage.store.order(order.team, order.id))?.progress.hold).toEqual(order.progress.hold);
    await resumes('farid');
    await resumes('carla');
    await vi.waitFor(async () =>
      expect((await stage.store.order(order.team, order.id))?.lastEntry).toMatchObject({
        ...{ seq: order.lastEntry.seq + 1, action: { type: 'resume' }, by: { id: idOf(stage, 'farid') } },
      }),
    );
    await stage.idle();
    expect(await stage.store.entries(order.team, order.id)).toHaveLength(order.entryCount + 1);
    stage.sandbox.workspace.stacks.clear();
  });
});
