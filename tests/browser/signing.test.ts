import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { hashOf, linkOf, newToken, VALID } from '../../src/web/signing/tokens.ts';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { codeOn } from '../support/codes.ts';
import { freePort } from '../support/free-port.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { troubledFiles } from '../support/troubled-files.ts';
import { from } from '../support/web.ts';
import { words } from '../support/words.ts';
import { DESK, launched, PHONE } from './support/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const say = words.web.sign;

let stage: Stage;
let browser: Browser;
let publicUrl: string;
let problems: string[] = [];
let people = 0;
beforeAll(async () => {
  publicUrl = `http://127.0.0.1:${await freePort()}`;
  stage = await startStage('socket', {}, { ...troubledFiles(), publicUrl });
  await stage.set({ company: { name: 'Nord Service' } });
  browser = await launched(chromium);
});
afterAll(async () => {
  await browser?.close();
  await stage?.stop();
});

/** An order with reported work, and a link at which its client can sign it. */
async function toSign(title: string): Promise<{ link: string; signatures: () => Promise<number> }> {
  const { ana, sam, farid } = stage.people;
  const channel = await submitOrder(stage, ana, sam, { job: { title } });
  await approve(stage, sam, channel, [farid]);
  const pixels = sharp({ create: { width: 800, height: 600, channels: 3, background: '#2060a0' } });
  const photo = { name: 'valve.jpg', mimetype: 'image/jpeg', bytes: await pixels.jpeg().toBuffer() };
  await confirm(stage, farid, channel, {
    items: [{ description: 'Seal', quantity: '2', unitPrice: '5' }],
    photos: [photo],
  });
  const [first] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
  const { team, id, latest } = (await stage.store.order(stage.sandbox.teamId, first?.id ?? '')) ?? expect.unreachable();
  const token = newToken();
  const at = Math.floor(Date.now() / 1000);
  await stage.store.saveSigningLink({
    ...{ hash: hashOf(token), team, order: id, version: latest?.n ?? 0 },
    ...{ person: farid.id, at, expires: at + VALID },
  });
  const signatures = async () =>
    (await stage.store.entries(team, id)).filter(({ action }) => action.type === 'sign').length;
  return { link: linkOf(publicUrl, token), signatures };
}

async function opened(link: string, kind: BrowserContextOptions): Promise<Page> {
  problems = [];
  const page = await (await browser.newContext({ ...kind, extraHTTPHeaders: from(people++) })).newPage();
  page.setDefaultTimeout(15_000);
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d|ERR_/.test(message.text())) problems.push(message.text());
  });
  await page.goto(link);
  return page;
}

/** What a tool for accessibility finds, the serious; and nothing runs or goes where it must not. */
async function isFine(page: Page): Promise<void> {
  // As an extension does: the page's own rules let nothing in.
  const found = await page.evaluate(`${axe}; axe.run(document).then(({ violations }) => violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => id + ' ' + nodes.map(({ target }) => target).join()))`);
  expect(found).toEqual([]);
  const across = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  expect(across).toBeLessThanOrEqual(0);
  expect(problems).toEqual([]);
}

/** A finger on the screen, at these points one after the other. */
async function finger(page: Page, points: readonly (readonly [x: number, y: number])[]): Promise<void> {
  const client = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: { x: number; y: number }[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints });
  for (const [index, [x, y]] of points.entries()) await touch(index === 0 ? 'touchStart' : 'touchMove', [{ x, y }]);
  await touch('touchEnd', []);
  await client.detach();
}

/** Draws a hand. */
async function draw(page: Page): Promise<void> {
  const canvas = page.locator('canvas');
  await canvas.scrollIntoViewIfNeeded();
  const box = (await canvas.boundingBox()) ?? expect.unreachable();
  const wave = (step: number): [number, number] => [box.x + 30 + step * 12, box.y + 60 + 30 * Math.sin(step)];
  await finger(
    page,
    Array.from({ length: 20 }, (_, step) => wave(step)),
  );
}

/** Sends the form. Chromium takes a touch right after a stroke as one that stops a fling, so that this is no touch. */
const send = (page: Page) => page.getByRole('button', { name: say.send }).click();

const accepted = (page: Page) => page.getByRole('heading', { name: say.accepted.title({ version: 3 }) }).waitFor();

test('with a finger on a phone', async () => {
  const { link, signatures } = await toSign('Finger');
  const page = await opened(link, PHONE);
  await page.getByRole('button', { name: say.send }).waitFor();
  const photo = page.getByRole('img', { name: 'valve.jpg' });
  await photo.scrollIntoViewIfNeeded();
  await vi.waitFor(async () =>
    expect(await page.evaluate('document.querySelector("figure img").naturalWidth')).toBe(800),
  );
  await isFine(page);
  // What is forgotten is said, and what was entered stays.
  await page.getByLabel(say.name).fill('Peter Jensen');
  await page.getByLabel(say.position).fill('Facility manager');
  await page.locator('#consent').check();
  await send(page);
  await page.getByRole('link', { name: say.error.drawing({ option: say.typed }) }).waitFor();
  await isFine(page);
  expect(await page.getByLabel(say.name).inputValue()).toBe('Peter Jensen');
  await draw(page);
  expect(await page.locator('input[name="drawing"]').inputValue()).toMatch(/^M\d+ \d+L/);
  await send(page);
  await accepted(page);
  await isFine(page);
  expect(await signatures()).toBe(1);
  await stage.idle();
  await page.reload();
  await accepted(page);
  await isFine(page);
  const begun = page.waitForEvent('download');
  await page.locator('a[href$="/copy"]').click();
  expect((await begun).suggestedFilename()).toMatch(/^SO-\d{6} v3\.pdf$/);
});

test('with the keyboard only', async () => {
  const { link, signatures } = await toSign('Keyboard');
  const page = await opened(link, DESK);
  const press = (key: string) => page.keyboard.press(key);
  /** Goes on with Tab until this has the focus, which everybody sees. */
  const to = async (selector: string) => {
    for (let n = 0; n < 40; n++) {
      if (await page.evaluate(`document.activeElement?.matches('${selector}')`)) return;
      await press('Tab');
    }
    throw new Error(`${selector} is not reached`);
  };
  await to('#name');
  await page.keyboard.type('Peter Jensen');
  await to('input[name="how"]');
  await press('ArrowDown');
  expect(await page.locator('canvas').isVisible()).toBe(false);
  await to('#consent');
  await press('Space');
  await to('button[type="submit"]');
  const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
  expect(outline).not.toBe('none');
  await press('Enter');
  await accepted(page);
  expect(await signatures()).toBe(1);
});

test('what is wrong is said by the page and goes once it is corrected; the typed name stays chosen', async () => {
  const { link, signatures } = await toSign('Corrected');
  const page = await opened(link, { ...PHONE, locale: 'fr-FR' });
  const wrong = page.locator('.problems li, .wrong');
  await send(page);
  for (const error of [say.error.name, say.error.drawing({ option: say.typed }), say.error.consent])
    await page.getByRole('link', { name: error }).waitFor();
  await vi.waitFor(async () => expect(await page.evaluate('document.activeElement.className')).toBe('problems'));
  await page.getByLabel(say.name).fill('Peter Jensen');
  await draw(page);
  await page.locator('#consent').check();
  await vi.waitFor(async () => expect(await wrong.count()).toBe(0));
  expect(await page.locator('.problems').count()).toBe(0);
  await page.getByLabel(say.typed).check();
  await page.getByLabel(say.name).fill('  ');
  await send(page);
  await page.getByRole('link', { name: say.error.name }).waitFor();
  expect(await page.getByLabel(say.typed).isChecked()).toBe(true);
  await page.getByLabel(say.name).fill('Peter Jensen');
  await send(page);
  await accepted(page);
  expect(await signatures()).toBe(1);
});

test('without script', async () => {
  const { link, signatures } = await toSign('No script');
  const page = await opened(link, { ...PHONE, javaScriptEnabled: false });
  await page.getByText(say.withoutScript).waitFor();
  expect(await page.locator('canvas').isVisible()).toBe(false);
  await page.getByLabel(say.name).fill('Peter Jensen');
  await page.locator('#consent').check();
  await send(page);
  await accepted(page);
  expect(await signatures()).toBe(1);
});

test('when the connection is lost while it is sent: what was drawn stays, and nothing is signed twice', async () => {
  const { link, signatures } = await toSign('Lost');
  const page = await opened(link, PHONE);
  await page.getByLabel(say.name).fill('Peter Jensen');
  await draw(page);
  await page.locator('#consent').check();
  // It arrives, but the answer does not.
  await page.route(link, async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    await route.fetch({ maxRedirects: 0 });
    await route.abort('connectionreset');
  });
  await send(page);
  await page
    .getByRole('alert')
    .getByText(say.lost({ button: say.send }))
    .waitFor();
  expect(await signatures()).toBe(1);
  await page.unroute(link);
  await send(page);
  await accepted(page);
  expect(await signatures()).toBe(1);
});

test('over a slow network', async () => {
  const { link, signatures } = await toSign('Slow');
  const page = await opened('about:blank', PHONE);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  const slow = { offline: false, latency: 400, downloadThroughput: 6_000, uploadThroughput: 4_000 };
  await client.send('Network.emulateNetworkConditions', slow);
  const begun = performance.now();
  await page.goto(link, { waitUntil: 'commit' });
  await page.getByLabel(say.name).fill('Peter Jensen');
  await page.getByText(say.drawn).waitFor();
  expect(performance.now() - begun).toBeLessThan(15_000);
  await draw(page);
  await page.locator('#consent').check();
  await send(page);
  await page.getByRole('button', { name: say.sending }).waitFor();
  await accepted(page);
  expect(await signatures()).toBe(1);
});

test('the verification page, on a phone and on a desk', async () => {
  await toSign('Verified');
  const [first] = await stage.store.list(stage.sandbox.teamId, { limit: 1 });
  const order = (await stage.store.order(stage.sandbox.teamId, first?.id ?? '')) ?? expect.unreachable();
  const code = await codeOn(stage.store, order, 2);
  for (const kind of [PHONE, DESK]) {
    const page = await opened(`${publicUrl}/verify`, kind);
    await isFine(page);
    await page.getByLabel(words.web.verify.label).fill('SO-000001-1-AAAA-BBBB-CCCC');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words.web.verify.notGenuine }).waitFor();
    await isFine(page);
    await page.getByLabel(words.web.verify.label).fill(code);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: words.web.verify.genuine, exact: true }).waitFor();
    await isFine(page);
  }
});
