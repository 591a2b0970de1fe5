import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { formActions } from '../../src/forms/ids.ts';
import { submitOrder } from '../support/acting.ts';
import { onFileClient, onFileItem, onFileSite } from '../support/on-file.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';
import { action, button, form } from './support/acting.ts';
import { PHONE, startTabs, type Tabs } from './support/browser.ts';

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

/** A thumb on a phone: how often it taps, and what it types, by where. */
function thumb(page: Page) {
  const typed: Record<string, string> = {};
  let taps = 0;
  const tap = async (target: Locator) => {
    await target.waitFor();
    await target.tap();
    taps++;
  };
  const type = async (name: string, text: string) => {
    await page.keyboard.type(text);
    typed[name] = (typed[name] ?? '') + text;
  };
  const block = (name: string) => form(page).locator(`[data-block="${name}"]`);
  return {
    typed,
    taps: () => taps,
    tap,
    async write(name: string, text: string) {
      await tap(block(name).locator('input, textarea').first());
      await type(name, text);
    },
    /** Chooses an option of a menu that is searched, with so much typed. */
    async choose(name: string, option: string, search = '') {
      await tap(block(name).getByRole('combobox'));
      await type('search', search);
      await tap(block(name).getByRole('option', { name: option }));
    },
  };
}

test('an order for a client on file, with a site and three items of the catalogue, is sent from a phone in 25 taps', async () => {
  const { ana, sam } = stage.people;
  // She has asked Sam before.
  await submitOrder(stage, ana, sam);
  const client = await onFileClient(stage, 'C-104', { name: 'Acme GmbH' });
  for (let n = 0; n < 60; n++) await onFileClient(stage, `C-${200 + n}`, { name: `Client ${n}` });
  await onFileSite(stage, client, 'S-1', { name: 'Plant 2', address: '5 Harbour Road', contact: 'Mr. Jensen' });
  await onFileSite(stage, client, 'S-2', { name: 'Warehouse' });
  for (const [code, description] of [
    ['P-1', 'Pump'],
    ['P-2', 'Seal'],
    ['T-1', 'Travel'],
  ] as const)
    await onFileItem(stage, code, { description, unitPrice: '10' });

  const page = await tabs.open('ana', PHONE);
  const hand = thumb(page);
  await hand.tap(page.locator('.row', { hasText: 'Service Orders' }));
  await hand.tap(action(page, 'home_new'));
  await hand.write('title', 'Replace circulation pump');
  await hand.choose('client', 'Acme GmbH · C-104', 'acm');
  await form(page).locator('[data-block="location"]').getByRole('combobox').waitFor();
  await hand.choose('location', 'Plant 2, 5 Harbour Road · S-1');
  await hand.write('description', 'It leaks.');
  await hand.tap(form(page).locator('button[type=submit]'));
  await form(page).locator('[data-block="supervisor"]').waitFor();
  await hand.tap(form(page).locator('button[type=submit]'));
  for (const item of ['Pump', 'Seal', 'Travel']) {
    await hand.tap(action(form(page), formActions.addItem));
    await hand.choose('onFile', item, item.slice(0, 2).toLowerCase());
    const description = form(page).locator('[data-block="description"] input');
    await vi.waitFor(async () => expect(await description.inputValue()).toBe(item), 10_000);
    await hand.tap(form(page).locator('button[type=submit]'));
    await form(page).getByText(item, { exact: true }).waitFor();
  }
  await hand.tap(form(page).locator('button[type=submit]'));
  await hand.tap(button(form(page), words.forms.send.submit));
  await form(page).waitFor({ state: 'detached' });
  await stage.idle();
  const [newest] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
  const { content } = (await stage.store.order(stage.sandbox.teamId, newest?.id ?? '')) ?? expect.unreachable();
  expect(content).toMatchObject({ client: 'Acme GmbH', location: 'Plant 2, 5 Harbour Road', contact: 'Mr. Jensen' });
  expect(content.items.map(({ description, unitPrice }) => [description, unitPrice])).toEqual([
    ['Pump', '10'],
    ['Seal', '10'],
    ['Travel', '10'],
  ]);

  expect(hand.taps()).toBeLessThanOrEqual(25);
  const { search = '', ...own } = hand.typed;
  expect(Object.keys(own)).toEqual(['title', 'description']);
  expect(search.length).toBeLessThanOrEqual(20);
  expect(tabs.problems).toEqual([]);
  expect(stage.sandbox.complaints).toEqual([]);
});
