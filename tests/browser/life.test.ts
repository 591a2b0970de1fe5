import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pumpPhoto } from '../../sandbox/demo/photo.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { addItem, button, form, goTo, goToMessages, inMadrid, pick, press, type } from './support/acting.ts';
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
  await form(page).getByLabel('Title').fill(title);
  await form(page).getByLabel('Client', { exact: true }).fill('Hotel Miramar');
  await form(page).getByLabel('Service location').fill('Paseo Marítimo 12');
  await form(page).getByLabel('Description of the work').fill('The pump leaks <badly> & is *loud*.');
  await press(button(form(page), 'Next'));
  await form(page).getByLabel('Requested start').fill(inMadrid(-2));
  await form(page).getByLabel('Requested end').fill(inMadrid(-3));
  await pick(page, 'Supervisor', supervisor);
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
  await form(ana).getByRole('heading', { name: 'New service order' }).waitFor();
  await press(button(form(ana), 'Next'));
  await vi.waitFor(async () =>
    expect(await form(ana).getByText('Please complete this required field').count()).toBe(4),
  );
  expect(stage.sandbox.inspector.envelopes().filter(({ label }) => label.startsWith('view_submission'))).toEqual([]);
  await beginOrder(ana, 'Replace pump', 'Sam');
  await press(button(form(ana), 'Next'));
  await form(ana).getByText('The end must be after the start. Choose a later end.').waitFor();
  const end = form(ana).getByLabel('Requested end');
  expect(await end.getAttribute('aria-invalid')).toBe('true');
  expect(await end.evaluate((field) => field === document.activeElement)).toBe(true);
  await end.fill(inMadrid(3));
  await pick(ana, 'Coordinator', 'Carla');
  await press(button(form(ana), 'Next'));
  await addItem(ana, { Description: 'Circulation pump', Quantity: '1', 'Unit price': '480' });
  await press(button(form(ana), 'Next'));
  await press(button(form(ana), 'Submit'));
  await form(ana).waitFor({ state: 'detached' });
  const channel = 'so-000001-hotel-miramar-replace-pump';
  await goTo(ana, channel);
  await ana.getByText('The pump leaks <badly> & is', { exact: false }).waitFor();

  // Carla looks on in her window; nobody reloads anything from here.
  await goTo(carla, channel);
  await carla.locator('.block-fields', { hasText: 'Waiting for approval' }).waitFor();

  // Sam is told as a phone tells it, and approves with his thumb.
  await sam.locator('.notice', { hasText: 'Ana Ruiz asks you to approve SO-000001 Replace pump.' }).waitFor();
  await goToMessages(sam);
  await press(button(sam, /^Approve/));
  await form(sam).getByRole('heading', { name: 'Approve service order' }).waitFor();
  const submit = form(sam).locator('button[type=submit]');
  const box = await submit.boundingBox();
  expect(box).toMatchObject({ height: expect.any(Number) });
  expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
  await pick(sam, 'Field workers', 'Farid');
  await press(submit);
  await form(sam).waitFor({ state: 'detached' });
  await carla.getByText('In the field · version 1').waitFor();
  await carla.locator('.file', { hasText: 'SO-000001 v1.pdf' }).waitFor();

  // Farid confirms on site: an item nobody had planned, and a photo.
  await goTo(farid, 'so-000001');
  await press(button(farid, /^Create confirmation/));
  await addItem(farid, { Description: 'Isolation valve', Quantity: '2', 'Unit price': '38.50' });
  await form(farid).getByText('Unplanned').waitFor();
  await press(button(form(farid), 'Next'));
  await form(farid).getByLabel('Work done').fill('Pump and both valves replaced.');
  await form(farid).getByLabel('Reason for the changes').fill('The valves were seized.');
  await form(farid)
    .getByLabel('Photos')
    .setInputFiles({ name: 'pump.png', mimeType: 'image/png', buffer: Buffer.from(pumpPhoto()) });
  await form(farid).getByText('pump.png').waitFor();
  await press(button(form(farid), 'Next'));
  await form(farid).getByText('Isolation valve').waitFor();
  await press(button(form(farid), 'Send confirmation'));
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
  await press(button(farid, /^Close order/));
  await press(button(form(farid), 'Next'));
  await press(form(farid).getByText('The client accepts the work'));
  await press(button(form(farid), 'Close order'));
  await form(farid).getByText('Who accepted the work? Enter their name.').waitFor();
  await form(farid).getByLabel('Accepted by').fill('Marta Gil');
  await press(button(form(farid), 'Close order'));
  await form(farid).waitFor({ state: 'detached' });
  await carla.locator('.topic', { hasText: 'Completed with changes · v3' }).waitFor();
  await carla.locator('.file', { hasText: 'SO-000001 v3.pdf' }).waitFor();
  await carla.getByRole('button', { name: 'Newest PDF (v3)' }).waitFor();

  expect(stage.sandbox.complaints).toEqual([]);
  expect(tabs.problems).toEqual([]);
});

test('a rejected order’s channel is archived before the eyes of those who look on', async () => {
  const [ben, sofia] = await Promise.all([tabs.open('ben', PHONE), tabs.open('sofia')]);
  await press(ben.locator('.row', { hasText: 'Service Orders' }));
  await press(button(ben, 'New service order'));
  await beginOrder(ben, 'Repaint stairwell', 'Sofia');
  await form(ben).getByLabel('Requested end').fill(inMadrid(4));
  await press(button(form(ben), 'Next'));
  await press(button(form(ben), 'Next'));
  await press(button(form(ben), 'Submit'));
  await form(ben).waitFor({ state: 'detached' });
  await goTo(ben, 'so-000001');

  await goToMessages(sofia);
  await press(button(sofia, /^Reject/));
  await form(sofia).getByLabel('Reason').fill('Painting is not in our contract.');
  await press(button(form(sofia), 'Reject'));
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
