import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { severalIds } from '../../src/slack/views/ids.ts';
import { HOUR, nowInSeconds, planned, waiting } from '../support/queued.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, part, words } from '../support/words.ts';
import { action, button, form, press, send } from './support/acting.ts';
import { PHONE, startTabs, type Tabs } from './support/browser.ts';

let stage: Stage;
let tabs: Tabs;
beforeEach(async () => {
  stage = await startStage();
  tabs = await startTabs(stage.sandbox.url);
});
afterEach(async () => {
  expect(tabs.problems).toEqual([]);
  expect(stage.sandbox.complaints).toEqual([]);
  await tabs.close();
  await stage.stop();
});

/** Opens the app's Home on a phone. */
async function homeOf(name: string): Promise<Page> {
  const page = await tabs.open(name, PHONE);
  await press(page.locator('.row', { hasText: 'Service Orders' }));
  await press(button(page, 'Home'));
  await page.getByRole('heading', { name: words.home.waiting }).waitFor();
  return page;
}

const stateOf = async (id: string) => (await stage.store.order(stage.sandbox.teamId, id))?.state;

test('from the inbox an order with a proposed crew is approved with two taps', async () => {
  const order = await waiting(stage, { title: 'Leaking valve' });
  const sam = await homeOf('sam');
  await press(action(sam, 'approve'));
  await send(sam);
  await form(sam).waitFor({ state: 'detached' });
  await vi.waitFor(async () => expect(await stateOf(order.id)).toBe('approved'));
  await sam.getByText(words.home.nothingWaiting).waitFor();
}, 120_000);

test('three orders are ticked and approved together, and what became of each is shown', async () => {
  const orders = [];
  for (const title of ['First', 'Second', 'Third']) orders.push(await waiting(stage, { title }));
  const sam = await homeOf('sam');
  await press(action(sam, severalIds.open));
  for (const order of orders) await form(sam).locator(`input[value*="${order.id}"]`).check();
  await send(sam);
  await form(sam)
    .getByText(words.inbox.several.done({ approved: 3 }))
    .waitFor();
  for (const { id } of orders) expect(await stateOf(id)).toBe('approved');
}, 120_000);

test('a worker sees the visits of the day, with a map and a number to call, and nothing is wider than the phone', async () => {
  const start = nowInSeconds() - HOUR;
  const contact = 'Marta Gil, +34 600 123 456';
  await planned(stage, start, { title: 'Boiler service', contact, location: 'Paseo Marítimo 12, Palma' });
  const gus = await homeOf('gus');
  await gus.getByRole('heading', { name: words.inbox.today.title }).waitFor();
  const call = gus.locator('a[href^="tel:"]').first();
  expect(await call.getAttribute('href')).toBe('tel:+34600123456');
  const map = await gus.locator('a[href*="google.com/maps"]').first().getAttribute('href');
  expect(new URL(map ?? '').searchParams.get('query')).toBe('Paseo Marítimo 12, Palma');
  expect(await gus.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await press(action(gus, 'start_work').last());
  await vi.waitFor(async () => {
    const [order] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
    expect(order?.stage).toBe('in_progress');
  });
  expect(part(words.reminder.waits.start({ date: ANY }))).not.toBe('');
}, 120_000);
