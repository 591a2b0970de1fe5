import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pumpPhoto } from '../../sandbox/demo/photo.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, until, words } from '../support/words.ts';
import {
  action,
  addItem,
  button,
  choose,
  field,
  form,
  goTo,
  goToMessages,
  inMadrid,
  pick,
  press,
  send,
  type,
} from './support/acting.ts';
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

async function beginOrder(page: Page, title: string, supervisor: string): Promise<void> {
  await field(page, 'title').fill(title);
  await field(page, 'client').fill('Hotel Miramar');
  await field(page, 'location').fill('Paseo Marítimo 12');
  await field(page, 'description').fill('The pump leaks <badly> & is *loud*.');
  await send(page);
  await field(page, 'requestedStart').fill(inMadrid(-2));
  await field(page, 'requestedEnd').fill(inMadrid(-3));
  await pick(page, 'supervisor', supervisor);
}

test('four people take an order from its submission to its closing, at desks and on phones', async () => {
  const [ana, sam, farid, carla] = await Promise.all([
    tabs.open('ana'),
    tabs.open('sam', PHONE),
    tabs.open('farid', PHONE),
    tabs.open('carla'),
  ]);

  // Ana submits. The form itself wants what is required; the app refuses an end before the start.
  await goTo(ana, 'general');
  await type(ana, '/service-order');
  await form(ana).getByRole('heading', { name: words.forms.title.submit }).waitFor();
  await send(ana);
  await vi.waitFor(async () =>
    expect(await form(ana).getByText('Please complete this required field').count()).toBe(4),
  );
  expect(stage.sandbox.inspector.envelopes().filter(({ label }) => label.startsWith('view_submission'))).toEqual([]);
  await beginOrder(ana, 'Replace pump', 'Sam');
  await send(ana);
  await form(ana).getByText(words.fields.error.endBeforeStart).waitFor();
  const end = field(ana, 'requestedEnd');
  expect(await end.getAttribute('aria-invalid')).toBe('true');
  expect(await end.evaluate((field) => field === document.activeElement)).toBe(true);
  await end.fill(inMadrid(3));
  await pick(ana, 'coordinator', 'Carla');
  await send(ana);
  await addItem(ana, { description: 'Circulation pump', quantity: '1', unitPrice: '480' });
  await send(ana);
  await action(form(ana), 'item_add').waitFor({ state: 'detached' });
  await send(ana);
  await form(ana).waitFor({ state: 'detached' });
  const channel = 'so-000001-hotel-miramar-replace-pump';
  await goTo(ana, channel);
  await ana.getByText('The pump leaks <badly> & is', { exact: false }).waitFor();

  // Carla looks on in her window; nobody reloads anything from here.
  await goTo(carla, channel);
  await carla.locator('.block-fields', { hasText: words.order.state.submitted }).waitFor();

  // Sam is told as a phone tells it, and approves with his thumb.
  const about = { order: 'SO-000001', name: 'Ana Ruiz', title: 'Replace pump', amount: ANY };
  await sam.locator('.notice', { hasText: until(words.tell.lead.request_priced(about)) }).waitFor();
  await goToMessages(sam);
  await press(action(sam, 'approve'));
  await form(sam).getByRole('heading', { name: words.forms.title.approve }).waitFor();
  const submit = form(sam).locator('button[type=submit]');
  const box = await submit.boundingBox();
  expect(box).toMatchObject({ height: expect.any(Number) });
  expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
  await pick(sam, 'crew', 'Farid');
  await press(submit);
  await form(sam).waitFor({ state: 'detached' });
  const status = words.card.statusVersion({ state: words.order.state.approved, version: 1 });
  await carla.getByText(status.split('\n')[1] ?? '').waitFor();
  await carla.locator('.file', { hasText: 'SO-000001 v1.pdf' }).waitFor();

  // Farid confirms on site: an item nobody had planned, and a photo.
  await goTo(farid, 'so-000001');
  await press(action(farid, 'confirm'));
  await addItem(farid, { description: 'Isolation valve', quantity: '2', unitPrice: '38.50' });
  await form(farid).getByText(words.items.unplanned).waitFor();
  await send(farid);
  await field(farid, 'workDone').fill('Pump and both valves replaced.');
  await field(farid, 'reason').fill('The valves were seized.');
  await field(farid, 'photos').setInputFiles({
    name: 'pump.png',
    mimeType: 'image/png',
    buffer: Buffer.from(pumpPhoto()),
  });
  await form(farid).getByText('pump.png').waitFor();
  await send(farid);
  await form(farid).getByText(words.photos.own).waitFor();
  await send(farid);
  await form(farid).getByText('Isolation valve').waitFor();
  await send(farid);
  await form(farid).waitFor({ state: 'detached' });

  // Ana sees it live: the change list, the photo and the second PDF, which she opens.
  await ana.locator('.file', { hasText: 'SO-000001 v2.pdf' }).waitFor();
  await ana.locator('.file.image img').first().waitFor();
  await press(button(ana, /^Look at SO-000001 v2\.pdf/));
  const pages = ana.locator('dialog.viewer canvas[data-drawn=true]');
  await pages.first().waitFor();
  const inked = await pages.first().evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 0;
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
    return data.filter((value, at) => at % 4 === 0 && value < 128).length;
  });
  expect(inked).toBeGreaterThan(500);
  await ana.keyboard.press('Escape');
  await ana.locator('dialog.viewer').waitFor({ state: 'detached' });

  // Farid closes the order with the client's acceptance.
  await press(action(farid, 'close'));
  await send(farid);
  await choose(farid, 'acceptance', 'accepted');
  await send(farid);
  await form(farid).getByText(words.fields.error.acceptedBy).waitFor();
  await field(farid, 'acceptedBy').fill('Marta Gil');
  await send(farid);
  await field(farid, 'acceptedAs').fill('Hotel manager');
  await send(farid);
  await form(farid).waitFor({ state: 'detached' });
  const ended = { order: 'SO-000001', client: 'Hotel Miramar', state: words.order.outcome.with_changes, version: 3 };
  await carla.locator('.topic', { hasText: words.card.topicVersion(ended) }).waitFor();
  await carla.locator('.file', { hasText: 'SO-000001 v3.pdf' }).waitFor();
  await carla.getByRole('button', { name: words.card.bookmark({ version: 3 }) }).waitFor();

  expect(stage.sandbox.complaints).toEqual([]);
  expect(tabs.problems).toEqual([]);
});

test('a rejected order’s channel is archived before the eyes of those who look on', async () => {
  const [ben, sofia] = await Promise.all([tabs.open('ben', PHONE), tabs.open('sofia')]);
  await press(ben.locator('.row', { hasText: 'Service Orders' }));
  await press(action(ben, 'home_new'));
  await beginOrder(ben, 'Repaint stairwell', 'Sofia');
  await field(ben, 'requestedEnd').fill(inMadrid(4));
  await send(ben);
  await action(form(ben), 'item_add').waitFor();
  await send(ben);
  await action(form(ben), 'item_add').waitFor({ state: 'detached' });
  await send(ben);
  await form(ben).waitFor({ state: 'detached' });
  await goTo(ben, 'so-000001');

  await goToMessages(sofia);
  await press(action(sofia, 'reject'));
  await field(sofia, 'reason').fill('Painting is not in our contract.');
  await send(sofia);
  await form(sofia).waitFor({ state: 'detached' });
  await ben.getByText('This channel is archived', { exact: true }).waitFor();
  await ben.locator('blockquote', { hasText: 'Painting is not in our contract.' }).waitFor();
  expect(await ben.locator('.composer textarea').count()).toBe(0);
  // Gus, a guest who was never asked in, sees nothing of it.
  const gus = await tabs.open('gus');
  expect(await gus.locator('.row', { hasText: 'so-00000' }).count()).toBe(0);
  expect(stage.sandbox.complaints).toEqual([]);
  expect(tabs.problems).toEqual([]);
});
