import { afterEach, beforeEach, expect, test } from 'vitest';
import { homeActions } from '../../src/slack/views/ids.ts';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { waiting } from '../support/queued.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, until, words } from '../support/words.ts';
import { action, form, goToMessages, thumb } from './support/acting.ts';
import { PHONE, startTabs, type Tabs } from './support/browser.ts';

let stage: Stage;
let tabs: Tabs;
beforeEach(async () => {
  stage = await startStage('socket', {}, sketches);
  tabs = await startTabs(stage.sandbox.url);
});
afterEach(async () => {
  expect(tabs.problems).toEqual([]);
  expect(stage.sandbox.complaints).toEqual([]);
  await tabs.close();
  await stage.stop();
});

const first = () => stage.store.orderByNumber(stage.sandbox.teamId, 1);

test('on a phone, a request with a proposed crew is approved from its message with two taps', async () => {
  await waiting(stage, { title: 'Leaking valve' });
  await stage.idle();
  const sam = await tabs.open('sam', PHONE);
  await goToMessages(sam);
  const hand = thumb();
  await hand.tap(action(sam, 'approve'));
  await hand.tap(form(sam).locator('button[type=submit]'));
  await form(sam).waitFor({ state: 'detached' });
  await stage.idle();
  expect((await first())?.state).toBe('approved');
  expect(hand.taps).toBe(2);
});

test('on a phone, extra cost is accepted with one tap', async () => {
  const { ana, sam, farid } = stage.people;
  const name = await submitOrder(stage, ana, sam, {
    items: [{ description: 'Pump', quantity: '1', unitPrice: '360' }],
  });
  await approve(stage, sam, name, [farid]);
  await confirm(stage, farid, name, { items: [{ description: 'Motor', quantity: '1', unitPrice: '2340' }] });
  const page = await tabs.open('sam', PHONE);
  await goToMessages(page);
  const hand = thumb();
  await hand.tap(action(page, homeActions.accept));
  const settled = until(words.tell.settled.accept_extra({ name: sam.name, date: ANY })).replaceAll('*', '');
  await page.getByText(settled).first().waitFor();
  await stage.idle();
  expect((await first())?.progress.question).toBeNull();
  expect(hand.taps).toBe(1);
});
