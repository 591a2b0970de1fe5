import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectedApp, type Running, webClient } from '../sandbox/test-app.ts';
import { button, form, goTo, pick, press, type } from './support/acting.ts';
import { startTabs, type Tabs } from './support/browser.ts';
import { type Told, toyApp, zoo } from './support/toy-app.ts';

const told: Told = { saved: [], presses: [] };
let running: Running;
let tabs: Tabs;
beforeAll(async () => {
  running = await connectedApp(toyApp(told));
  tabs = await startTabs(running.sandbox.url);
  const { sandbox } = running;
  sandbox.workspace.admin.createChannel('work', { members: ['ana', 'ben', 'sam'] });
  sandbox.workspace.admin.inviteApp('work');
});
beforeEach(() => {
  told.saved.length = 0;
  told.presses.length = 0;
});
afterAll(async () => {
  await tabs.close();
  await running.stop();
});

test('a form has every element: initial values count, and what is wrong is said before anything is sent', async () => {
  const page = await tabs.open('ana');
  await goTo(page, 'work');
  await type(page, '/ticket');
  const modal = form(page);
  await modal.getByLabel('Count').fill('12');
  await modal.getByLabel('Name').fill('Al');
  await press(button(modal, 'Save'));
  await modal.getByText('This field takes 9 or less.').waitFor();
  await modal.getByText('Please enter 3 characters or more').waitFor();
  expect(await modal.getByText('Please complete this required field').count()).toBe(5);
  expect(told.saved).toEqual([]);

  await modal.getByLabel('Count').fill('7');
  await modal.getByLabel('Name').fill('Alba');
  await modal.getByLabel('Hour').fill('08:30');
  await modal.getByLabel('Colour').selectOption('Green');
  await modal.getByLabel('Rail').check();
  await pick(page, 'Person', 'Sam Lee');
  await modal.getByRole('combobox', { name: 'Part' }).fill('pu');
  await modal.getByRole('option', { name: 'Pump seal' }).click();
  const buffer = Buffer.from('%PDF-1.4');
  await modal.getByLabel('Papers').setInputFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer });
  await modal.getByText('plan.pdf').waitFor();
  // A menu that tells the app at once: the form is redrawn, and what was typed stays.
  await modal.getByLabel('Kind').selectOption('Fancy');
  await modal.getByText('Redrawn').waitFor();
  expect(await modal.getByLabel('Count').inputValue()).toBe('7');
  await press(button(modal, 'Save'));
  await modal.waitFor({ state: 'detached' });

  const [values = {}] = told.saved;
  const field = (block: string) => values[block]?.field;
  expect(field('Name')).toMatchObject({ value: 'Alba' });
  expect(field('Count')).toMatchObject({ value: '7' });
  expect(field('Mail')).toMatchObject({ value: null });
  expect(field('Day')).toMatchObject({ selected_date: '2026-12-24' });
  expect(field('Hour')).toMatchObject({ selected_time: '08:30' });
  expect(field('Moment')).toMatchObject({ selected_date_time: 1_800_000_000 });
  expect(field('Person')).toMatchObject({ selected_user: running.sandbox.people.sam.id });
  expect(field('Part')).toMatchObject({ selected_option: { value: 'Pump seal' } });
  expect(field('Colour')).toMatchObject({ selected_option: { value: 'Green' } });
  expect(field('Sizes')).toMatchObject({ selected_options: [{ value: 'Large' }] });
  expect(field('Way')).toMatchObject({ selected_option: { value: 'Rail' } });
  expect(field('Papers')).toMatchObject({ files: [{ name: 'plan.pdf' }] });
});

test('a moment is shown and taken in the person’s own time zone, whatever the computer’s is', async () => {
  const page = await tabs.open('felix'); // New York
  await goTo(page, 'general');
  await type(page, '/ticket');
  await form(page).getByLabel('Moment').waitFor();
  expect(await form(page).getByLabel('Moment').inputValue()).toBe('2027-01-15T03:00');
  await press(button(form(page), 'Cancel'));
});

test('forms lie on one another, three at most, and one goes back through them', async () => {
  const page = await tabs.open('ana');
  await goTo(page, 'work');
  await type(page, '/ticket');
  await form(page).getByLabel('Name').fill('Kept');
  for (const title of ['Layer 2', 'Layer 3']) {
    await press(button(form(page), 'Push'));
    await form(page).getByRole('heading', { name: title }).waitFor();
  }
  await press(button(form(page), 'Back to the form before'));
  await form(page).getByRole('heading', { name: 'Layer 2' }).waitFor();
  await page.keyboard.press('Escape');
  await form(page).getByRole('heading', { name: 'Everything' }).waitFor();
  expect(await form(page).getByLabel('Name').inputValue()).toBe('Kept');
  await press(button(form(page), 'Close'));
  await form(page).waitFor({ state: 'detached' });
});

test('after three seconds without an ack the form says so, and stays', async () => {
  const page = await tabs.open('ana');
  await goTo(page, 'work');
  await type(page, '/ticket deaf');
  await form(page).getByLabel('Any').fill('Typed');
  await press(button(form(page), 'Save'));
  expect(await button(form(page), 'Save').getAttribute('aria-busy')).toBe('true');
  await form(page).getByText('We had some trouble connecting. Try again?').waitFor();
  expect(await form(page).getByLabel('Any').inputValue()).toBe('Typed');
  await press(button(form(page), 'Close'));
});

test('every kind of block is drawn, dates in the reader’s zone; a dangerous button asks first', async () => {
  const { sandbox } = running;
  const page = await tabs.open('sam'); // London
  await goTo(page, 'work');
  const text = 'Ana asks: delete?';
  const channel = sandbox.workspace.channel('work').id;
  await webClient(sandbox).chat.postMessage({ channel, text, blocks: zoo(sandbox.people.sam.id) });
  const message = page.locator('.message', { hasText: 'A header' });
  await message.waitFor();
  for (const selector of [
    'strong >> text=bold',
    'em >> text=italic',
    's >> text=struck',
    'code >> text=code',
    'a[href="https://example.com"]',
    '.mention-me >> text=@Sam Lee',
    '[aria-label=tada]',
    'blockquote >> text=quoted <b>',
    'hr',
    'ul li >> text=point',
    'td >> text=Cell',
    '.block-context >> text=Small print',
  ])
    expect(await message.locator(selector).count(), selector).toBe(1);
  expect(await message.locator('time[title=fallback]').textContent()).toBe('15 Jan 2027 at 08:00');
  const [left, right] = await message.locator('.block-fields > *').all();
  expect((await left?.boundingBox())?.y).toBe((await right?.boundingBox())?.y);

  await press(button(message, 'Delete'));
  await press(button(page.getByRole('dialog', { name: 'Really?' }), 'No'));
  expect(told.presses).toEqual([]);
  await press(button(message, 'Delete'));
  await press(button(page.getByRole('dialog', { name: 'Really?' }), 'Yes'));
  await expect.poll(() => told.presses).toEqual(['sure']);
  await press(button(message, 'More actions'));
  await press(message.getByRole('menuitem', { name: 'Move' }));
  await expect.poll(() => told.presses).toEqual(['sure', 'overflow']);
});

test('people talk: threads, files, unread marks, and a phone that shows the text and no more', async () => {
  const [ana, ben] = await Promise.all([tabs.open('ana'), tabs.open('ben')]);
  await goTo(ana, 'work');
  await goTo(ben, 'general');
  await ana
    .locator('input[type=file][aria-label=Files]')
    .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') });
  await type(ana, 'Here are my notes & <b>bold</b> ideas');
  const row = ben.locator('.row.unread', { hasText: 'work' });
  await row.waitFor();
  await ben.locator('.notice', { hasText: 'Here are my notes & <b>bold</b> ideas' }).waitFor();
  await goTo(ben, 'work');
  await row.waitFor({ state: 'detached' });
  const message = ben.locator('.message', { hasText: 'my notes' });
  expect(await message.locator('.file', { hasText: 'notes.txt' }).count()).toBe(1);
  await message.hover();
  await press(button(message, 'Reply in thread'));
  await ben.getByLabel('Reply', { exact: true }).fill('Thanks!');
  await ben.getByLabel('Reply', { exact: true }).press('Enter');
  await press(ana.getByRole('button', { name: '1 reply' }));
  await ana.getByRole('complementary', { name: 'Thread' }).getByText('Thanks!').waitFor();

  await webClient(running.sandbox).chat.postEphemeral({
    channel: running.sandbox.workspace.channel('work').id,
    user: running.sandbox.people.ana.id,
    text: 'A secret',
  });
  await ana.locator('.only-you', { hasText: 'A secret' }).waitFor();
  expect(await ben.getByText('A secret').count()).toBe(0);
  await press(button(ana, 'Dismiss'));
  await ana.getByText('A secret').waitFor({ state: 'detached' });
  expect(tabs.problems).toEqual([]);
});

test('one is somebody else with one click, in the same tab', async () => {
  const page = await tabs.open('ana');
  await press(button(page, /Switch$/));
  await press(page.getByRole('button', { name: /^Gus Novak/ }));
  await expect.poll(() => page.title()).toBe('Gus Novak · Sandbox, not Slack');
  expect(await page.locator('.row', { hasText: 'work' }).count()).toBe(0);
  expect(new URL(page.url()).searchParams.get('as')).toBe('gus');
});
