// npm run screenshots: acts out an order in the sandbox's page and takes the README's pictures, in docs/pictures/.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { wordsFor } from '../src/words/words.ts';
import {
  action,
  addItem,
  button,
  field,
  form,
  goTo,
  goToMessages,
  inMadrid,
  pick,
  press,
  send,
  type,
} from '../tests/browser/support/acting.ts';
import { PHONE, startTabs } from '../tests/browser/support/browser.ts';
import { startDemo } from '../tests/support/demo-process.ts';

const FOLDER = 'docs/pictures';
const words = wordsFor('en-GB');
const DESK = { viewport: { width: 1180, height: 800 } };

mkdirSync(FOLDER, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'service-orders-pictures-'));
const demo = startDemo('--data', join(data, 'demo'));
const url = await demo.heard('The workspace is filled').then(() => demo.heard('Open http'));
// The app keeps within Slack's limits, which the demo has nearly used up by now.
const tabs = await startTabs(url, 90_000);

const closePanels = async (page: Page) => {
  const open = button(page, 'Close the first steps');
  if (await open.isVisible()) await open.click();
};

/** Takes a picture once nothing moves any more. */
async function picture(name: string, of: Page | Locator): Promise<void> {
  const page = 'page' in of ? of.page() : of;
  await page.evaluate(() => document.fonts.ready.then(() => new Promise((done) => setTimeout(done, 400))));
  await page.mouse.move(0, 0);
  const path = join(FOLDER, `${name}.png`);
  await of.screenshot({ path });
  squeezed(path);
}

/** Signs with a hand that has done so before. */
async function draw(page: Page): Promise<void> {
  const box = await page.locator('#drawing').boundingBox();
  if (!box) throw new Error('there is nothing to draw on');
  for (const [from, to, high] of [
    [0.1, 0.45, 0.32],
    [0.5, 0.9, 0.2],
  ] as const) {
    for (let step = 0; step <= 60; step++) {
      const [along, turn] = [step / 60, (step / 60) * 6 * Math.PI];
      const x = box.x + box.width * (from + (to - from) * along) + 12 * Math.sin(turn);
      await page.mouse.move(x, box.y + box.height * (0.5 - high * Math.cos(turn) * (1 - along / 2)));
      if (step === 0) await page.mouse.down();
    }
    await page.mouse.up();
  }
}

/** Makes a picture smaller, where pngquant is to be had. */
function squeezed(path: string): void {
  try {
    execFileSync('pngquant', ['--force', '--skip-if-larger', '--output', path, '128', path], { stdio: 'ignore' });
  } catch {
    // Without pngquant the pictures are only larger.
  }
  process.stdout.write(`${path}\n`);
}

try {
  const ana = await tabs.open('ana', DESK);
  await ana.getByRole('complementary', { name: 'First steps' }).waitFor();
  await picture('home', ana);
  await closePanels(ana);
  await goTo(ana, 'general');
  await type(ana, '/service-order');
  await field(ana, 'title').fill('Replace circulation pump');
  await pick(ana, 'client', 'Clínica del Mar');
  await field(ana, 'location').fill('Calle Ancla 7, Málaga, boiler room');
  await field(ana, 'description').fill('The pump leaks at the shaft seal. Replace it and vent the circuit.');
  await field(ana, 'priority').selectOption('high');
  await picture('submit', ana);
  await send(ana);
  await field(ana, 'requestedStart').fill(inMadrid(-4));
  await field(ana, 'requestedEnd').fill(inMadrid(4));
  await pick(ana, 'supervisor', 'Sam Lee');
  await send(ana);
  await addItem(ana, { description: 'Circulation pump DN 40', quantity: '1', unitPrice: '480' });
  await addItem(ana, { description: 'Shaft seal', quantity: '2', unitPrice: '14.50' });
  await send(ana);
  await action(form(ana), 'item_add').waitFor({ state: 'detached' });
  await send(ana);
  await form(ana).waitFor({ state: 'detached' });

  const sam = await tabs.open('sam', PHONE);
  await goToMessages(sam);
  const request = sam.locator('.message', { hasText: 'Clínica del Mar' }).last();
  await action(request, 'approve').scrollIntoViewIfNeeded();
  await picture('approve-request', sam);
  await press(action(request, 'approve'));
  await pick(sam, 'crew', 'Farid');
  await field(sam, 'comment').fill('Ring at the porter’s lodge.');
  await form(sam).getByRole('heading', { level: 2 }).click();
  await picture('approve', sam);
  await send(sam);
  await form(sam).waitFor({ state: 'detached' });

  await goTo(ana, 'clinica');
  await ana.locator('.file', { hasText: 'v1.pdf' }).waitFor();
  await press(ana.getByRole('button', { name: 'Pinned card' }));
  await ana.waitForTimeout(1800);
  await picture('card', ana);

  const farid = await tabs.open('farid', PHONE);
  await goTo(farid, 'clinica');
  await press(action(farid, 'confirm'));
  await addItem(farid, { description: 'Isolation valve DN 40', quantity: '2', unitPrice: '38.50' });
  await form(farid).getByText('Isolation valve DN 40').scrollIntoViewIfNeeded();
  await picture('confirm', farid);
  await send(farid);
  await field(farid, 'workDone').fill('Pump and both valves replaced, circuit vented.');
  await field(farid, 'reason').fill('Both valves were seized.');
  await send(farid);
  await form(farid).getByText('Isolation valve').first().waitFor();
  await send(farid);
  await form(farid).waitFor({ state: 'detached' });
  await ana.locator('.file', { hasText: 'v2.pdf' }).waitFor();
  await ana.locator('.file', { hasText: 'v2.pdf' }).scrollIntoViewIfNeeded();
  await ana.locator('.file', { hasText: 'v2.pdf' }).locator('.preview img').waitFor();
  await ana.locator('.messages').evaluate((list) => list.scrollTo({ top: list.scrollHeight }));
  // What came up meanwhile would lie over the channel's head.
  await ana.locator('.banners .notice').first().waitFor({ state: 'detached' });
  await picture('confirmed', ana);

  const card = farid.locator('.message', { has: action(farid, 'confirm') }).last();
  await press(button(card, 'More actions').first());
  await press(card.getByRole('menuitem', { name: words.card.sign }));
  const told = await farid
    .getByText(/\/sign\/[\w-]{43}/)
    .last()
    .innerText();
  const client = await (await tabs.browser.newContext(PHONE)).newPage();
  await client.goto(/http\S+\/sign\/[\w-]{43}/.exec(told)?.[0] ?? '');
  await client.locator('#name').fill('Lucía Ortega');
  await client.locator('#position').fill('Facility manager');
  await client.locator('#sign').evaluate((heading) => heading.scrollIntoView());
  await draw(client);
  await client.locator('#consent').check();
  await picture('sign', client);

  const [link] = await ana.locator('.file', { hasText: 'v2.pdf' }).getByRole('link').all();
  const pdf = join(data, 'order.pdf');
  writeFileSync(pdf, await (await ana.request.get(`${url}${await link?.getAttribute('href')}`)).body());
  execFileSync('pdftoppm', ['-png', '-r', '80', '-f', '1', '-l', '1', '-singlefile', pdf, join(FOLDER, 'pdf')]);
  squeezed(join(FOLDER, 'pdf.png'));
} finally {
  await tabs.close();
  demo.child.kill('SIGINT');
  await demo.ended;
  rmSync(data, { recursive: true, force: true });
}
