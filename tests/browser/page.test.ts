import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve, submitOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';
import { action, button, field, form, goTo, pick, press, send, type } from './support/acting.ts';
import { PHONE, startTabs, type Tabs } from './support/browser.ts';

let stage: Stage;
let tabs: Tabs;
let channel: string;
beforeAll(async () => {
  stage = await startStage();
  tabs = await startTabs(stage.sandbox.url);
  const { ana, sam, farid } = stage.people;
  channel = await submitOrder(stage, ana, sam);
  await approve(stage, sam, channel, [farid]);
});
afterAll(async () => {
  await tabs.close();
  await stage.stop();
});

/** Serious findings of axe on what is on the screen now. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`);
  const results = await page.evaluate(async () => {
    const { axe } = window as typeof window & { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.map(({ html }) => html).join('\n') }));
  });
  const serious = results.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, where }) => `${id}: ${where}`);
}

test('the page is painted within a second, from less than 400 kB of script, and asks nobody else for anything', async () => {
  const page = await tabs.open('ana');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  let script = 0;
  page.on('response', async (response) => {
    if (response.url().includes('/assets/')) script += Number(response.headers()['content-length'] ?? 0);
  });
  await page.reload();
  await button(page, /Switch$/).waitFor();
  const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 9999);
  expect(paint).toBeLessThan(1000);
  expect(script).toBeGreaterThan(10_000);
  expect(script).toBeLessThan(400_000);
  expect(asked.filter((url) => !url.startsWith(stage.sandbox.url))).toEqual([]);
  expect(await page.getByText('Sandbox · not Slack').isVisible()).toBe(true);
});

test.each([
  ['on a desk', {}],
  ['on a phone', PHONE],
])('axe finds nothing serious %s', async (_, kind) => {
  const page = await tabs.open('farid', kind);
  const seen: Record<string, string[]> = {};
  seen.start = await findings(page);
  await press(button(page, /Switch$/));
  seen.people = await findings(page);
  await page.keyboard.press('Escape');
  await goTo(page, 'so-000001');
  await page.locator('.file.pdf').first().waitFor();
  seen.channel = await findings(page);
  for (const panel of ['Inspector', 'Notifications']) {
    await press(button(page, panel));
    seen[panel] = await findings(page);
  }
  await press(button(page, 'Close the notifications'));
  await press(action(page, 'close'));
  await form(page).getByRole('heading', { name: words.forms.title.close }).waitFor();
  seen.form = await findings(page);
  await send(page);
  await field(page, 'acceptedBy').waitFor();
  await send(page);
  await form(page).locator('.field-error').first().waitFor();
  seen.errors = await findings(page);
  await press(button(form(page), 'Cancel'));
  await form(page).waitFor({ state: 'detached' });
  expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((place) => [place, []])));
});

test('a form works by keyboard alone: it takes the focus, keeps it, and gives it back', async () => {
  const page = await tabs.open('ana');
  await goTo(page, 'general');
  await type(page, '/service-order');
  const title = field(page, 'title');
  await title.waitFor();
  await expect.poll(() => title.evaluate((field) => field === document.activeElement)).toBe(true);
  for (let presses = 0; presses < 14; presses += 1) {
    await page.keyboard.press('Tab');
    const outside = await page.evaluate(() => {
      const at = document.activeElement;
      return at !== document.body && !at?.closest('dialog');
    });
    expect(outside).toBe(false);
  }
  await page.keyboard.press('Escape');
  await form(page).waitFor({ state: 'detached' });
  const composer = page.locator('main .composer textarea');
  await expect.poll(() => composer.evaluate((field) => field === document.activeElement)).toBe(true);
});

test('on a phone everything that is touched is large enough, and nothing runs out at the side', async () => {
  const page = await tabs.open('farid', PHONE);
  await goTo(page, 'so-000001');
  await press(action(page, 'confirm'));
  await form(page).getByRole('heading', { name: words.forms.title.confirm }).waitFor();
  const small = (within: string) =>
    page.evaluate((selector) => {
      const targets = [
        ...document.querySelectorAll<HTMLElement>(`${selector} :is(button, input, select, textarea, a[href])`),
      ];
      const shown = targets.filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 0);
      return shown
        .filter((one) => !one.closest('.block-text, .choice'))
        .filter((one) => one.getBoundingClientRect().height < 44)
        .map((one) => `${one.outerHTML.slice(0, 90)} ${one.getBoundingClientRect().height}`);
    }, within);
  expect(await small('dialog')).toEqual([]);
  await press(button(form(page), 'Cancel'));
  await form(page).waitFor({ state: 'detached' });
  expect(await small('main')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await press(page.locator('.back'));
  expect(await small('.sidebar')).toEqual([]);
  expect(tabs.problems).toEqual([]);
});

test('D5 links to channels, messages and files open in the page, for who pressed them', async () => {
  const page = await tabs.open('farid');
  await goTo(page, 'so-000001');
  await type(page, '/so history SO-1');
  const answer = page.locator('.message.only-you').last();
  const pdf = words.lists.pdf({ link: '', version: 1 }).replaceAll(/[<|>]/g, '');
  await press(answer.getByRole('link', { name: pdf }));
  const viewer = page.locator('dialog.viewer');
  await viewer.getByRole('heading', { name: 'SO-000001 v1.pdf' }).waitFor();
  await viewer.locator('canvas[data-drawn=true]').first().waitFor();
  await press(button(viewer, 'Close'));
  await viewer.waitFor({ state: 'detached' });
  expect(page.url()).toContain('as=farid');

  const { id } = stage.sandbox.workspace.channel(channel);
  await page.goto(`${stage.sandbox.url}/archives/${id}`);
  await page.locator('main').getByRole('heading', { level: 1 }).filter({ hasText: 'so-000001' }).waitFor();
  expect(await button(page, /Switch$/).textContent()).toContain('Farid');
  await page.context().close();
});

test('D9 a file that was chosen keeps its name while another form stands before its own', async () => {
  const page = await tabs.open('ben');
  await goTo(page, 'general');
  await type(page, '/service-order');
  for (const name of ['title', 'client', 'location', 'description']) await field(page, name).fill(`Some ${name}`);
  await send(page);
  await pick(page, 'supervisor', 'Sam Lee');
  await send(page);
  await form(page)
    .locator('input[type=file]')
    .setInputFiles({ name: 'plan.txt', mimeType: 'text/plain', buffer: Buffer.from('A plan') });
  await form(page).getByText('plan.txt').waitFor();
  await press(action(form(page), 'item_add'));
  await form(page).getByRole('heading', { name: words.forms.title.item }).waitFor();
  await press(button(form(page), 'Cancel'));
  await form(page).getByText('plan.txt').waitFor();
  await press(action(form(page), 'form_back'));
  await field(page, 'requestedStart').waitFor();
  await send(page);
  await form(page)
    .getByText(words.forms.page.attached({ files: 'plan.txt' }))
    .waitFor();
  await page.context().close();
});

test('somebody makes a private channel on the page, and invites the app into it', async () => {
  const page = await tabs.open('carla');
  await press(button(page, 'Create a channel'));
  await form(page).getByLabel('Name').fill('Office prices');
  expect(await findings(page)).toEqual([]);
  await send(page);
  await page.locator('main').getByRole('heading', { level: 1, name: 'office-prices' }).waitFor();
  await type(page, `/invite @${stage.sandbox.workspace.bot.realName}`);
  await expect
    .poll(() => stage.sandbox.workspace.channel('office-prices'))
    .toMatchObject({ isPrivate: true, members: [stage.people.carla.name, stage.sandbox.workspace.bot.realName] });
  await page.context().close();
});
