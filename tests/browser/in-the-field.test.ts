import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { approve, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, until, words } from '../support/words.ts';
import { action, field, form, goTo, goToMessages, thumb } from './support/acting.ts';
import { PHONE, startTabs, type Tabs } from './support/browser.ts';

let stage: Stage;
let tabs: Tabs;
let channel: string;
beforeEach(async () => {
  stage = await startStage('socket', {}, sketches);
  tabs = await startTabs(stage.sandbox.url);
  const { ana, sam, farid, carla } = stage.people;
  channel = await submitOrder(stage, ana, sam, {
    when: { coordinator: carla },
    items: [
      { description: 'Pump', quantity: '1', unitPrice: '120' },
      { description: 'Seal', quantity: '4', unitPrice: '2.5' },
    ],
  });
  await approve(stage, sam, channel, [farid]);
});
afterEach(async () => {
  await tabs.close();
  await stage.stop();
});

const submit = (page: Page) => form(page).locator('button[type=submit]');
const newest = () => stage.store.orderByNumber(stage.sandbox.teamId, 1);

test('on a phone, work is started with one tap', async () => {
  const farid = await tabs.open('farid', PHONE);
  await goTo(farid, channel);
  const hand = thumb();
  await hand.tap(action(farid, 'start_work'));
  await farid
    .getByText(until(words.card.standing.inProgress({ date: ANY })).replaceAll('*', ''))
    .first()
    .waitFor();
  expect(hand.taps).toBe(1);
  expect((await newest())?.progress.startedAt).not.toBeNull();
  expect(tabs.problems).toEqual([]);
});

test('on a phone, one changed quantity is confirmed with six taps at most and nothing typed but the number', async () => {
  const farid = await tabs.open('farid', PHONE);
  const seal = (await newest())?.content.items.find(({ description }) => description === 'Seal');
  await goTo(farid, channel);
  const hand = thumb();
  await hand.tap(action(farid, 'confirm'));
  await hand.tap(field(farid, `quantity-${seal?.id}`));
  await farid.keyboard.press('End');
  await farid.keyboard.press('Backspace');
  await farid.keyboard.type('6');
  await hand.tap(submit(farid));
  await field(farid, 'workDone').waitFor();
  await hand.tap(submit(farid));
  await form(farid).getByText('4 pcs → 6 pcs').waitFor();
  await hand.tap(submit(farid));
  await form(farid).waitFor({ state: 'detached' });
  expect(hand.taps).toBeLessThanOrEqual(6);
  expect((await newest())?.latest).toMatchObject({ n: 2, changes: [{ after: { quantity: 6000 } }] });
  expect(stage.sandbox.complaints).toEqual([]);
  expect(tabs.problems).toEqual([]);
});

test.each(['the card', 'the message'])(
  'on a phone, what was done as planned is closed with two taps, from %s',
  async (where) => {
    const farid = await tabs.open('farid', PHONE);
    if (where === 'the card') await goTo(farid, channel);
    else await goToMessages(farid);
    const hand = thumb();
    await hand.tap(action(farid, 'as_planned'));
    await hand.tap(submit(farid));
    await form(farid).waitFor({ state: 'detached' });
    expect(hand.taps).toBe(2);
    expect(await newest()).toMatchObject({ state: 'completed', outcome: 'as_ordered' });
    expect(stage.sandbox.complaints).toEqual([]);
    expect(tabs.problems).toEqual([]);
  },
);
