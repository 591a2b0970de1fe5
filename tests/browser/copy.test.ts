import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { orderIn } from '../support/seeded.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { action, button, form, press } from './support/acting.ts';
import { DESK, PHONE, startTabs, type Tabs } from './support/browser.ts';

/** README says so; the product promises six at most. */
const TAPS = 5;

let stage: Stage;
let tabs: Tabs;
beforeEach(async () => {
  stage = await startStage();
  tabs = await startTabs(stage.sandbox.url);
});
afterEach(async () => {
  await tabs.close();
  await stage.stop();
});

test.each([
  ['at a desk', DESK],
  ['on a phone', PHONE],
])('last week’s order is repeated %s in five taps from the app’s Home, and nothing is typed', async (_, kind) => {
  const { id, content, supervisor } = await orderIn(stage, 'completed');
  await stage.idle();
  const ana = await tabs.open('ana', kind);
  let taps = 0;
  const tap = async (target: Locator) => {
    await press(target);
    taps++;
  };
  const send = form(ana).locator('button[type=submit]');

  await press(ana.locator('.row', { hasText: 'Service Orders' }));
  await press(button(ana, 'Home'));
  await tap(action(ana, 'order_show').first());
  await tap(action(form(ana), 'order_copy'));
  await form(ana).locator('[data-block="requestedStart"]').waitFor();
  await tap(send);
  await action(form(ana), 'item_add').waitFor();
  await tap(send);
  await action(form(ana), 'item_add').waitFor({ state: 'detached' });
  await tap(send);

  const newest = async () => (await stage.store.list(stage.sandbox.teamId, { limit: 1 }))[0];
  await vi.waitFor(async () => expect((await newest())?.id).not.toBe(id), { timeout: 10_000 });
  const order = await stage.store.order(stage.sandbox.teamId, (await newest())?.id ?? '');
  expect(order).toMatchObject({
    state: 'submitted',
    supervisor,
    content: { title: content.title, items: content.items },
  });
  expect(taps).toBe(TAPS);
  expect(stage.sandbox.complaints).toEqual([]);
  expect(tabs.problems).toEqual([]);
});
