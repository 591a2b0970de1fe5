import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';
import { action, field, form, goTo, goToMessages, press, send, type } from './support/acting.ts';
import { DESK, PHONE, startTabs, type Tabs } from './support/browser.ts';

const say = words.imports;

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

const catalogue = [
  'Code;Description;Kind;Unit;Unit price;VAT',
  'P-1;Circulation pump;Material;pcs;480,00;19',
  'H-1;Technician;Labour;h;65,00;19',
  'X-1;;Material;pcs;1,00;19',
].join('\r\n');

/** Takes a picture of what the page shows where somebody wants to look at it. */
const picture = (page: Page, name: string) =>
  process.env.PICTURES ? page.screenshot({ path: `${process.env.PICTURES}/${name}.png` }) : undefined;

test.each([
  ['at a desk', DESK],
  ['on a phone', PHONE],
])('an admin brings a catalogue in, %s: looks first, then applies', async (where, kind) => {
  const adam = await tabs.open('adam', kind);
  await goTo(adam, 'general');
  await type(adam, '/so settings');
  await press(action(form(adam), 'records_items'));
  await form(adam).getByRole('heading', { name: words.records.title.item }).waitFor();
  await press(action(form(adam), 'imports_open'));
  await form(adam).getByRole('heading', { name: say.title }).waitFor();
  const buffer = Buffer.from(catalogue);
  await field(adam, 'import-file').setInputFiles({ name: 'catalogue.csv', mimeType: 'text/csv', buffer });
  await form(adam).getByText('catalogue.csv').waitFor();
  await picture(adam, `import ${where}`);
  await send(adam);
  await form(adam).getByText('catalogue.csv').waitFor();
  await adam.keyboard.press('Escape');
  await form(adam).getByRole('heading', { name: words.records.title.item }).waitFor();
  await adam.keyboard.press('Escape');
  await form(adam).waitFor({ state: 'detached' });
  await goToMessages(adam);
  await adam.getByText(say.line({ line: 4, problem: '' })).waitFor();
  await picture(adam, `planned ${where}`);
  await press(action(adam, 'imports_apply'));
  await adam.getByText(say.applied({ kind: say.kind.item, file: 'catalogue.csv' }).replaceAll('*', '')).waitFor();
  await picture(adam, `applied ${where}`);
  const items = await stage.store.recordsByName(stage.sandbox.teamId, { kind: 'item' }, { limit: 9 });
  await vi.waitFor(() =>
    expect(items.map(({ data }) => data)).toMatchObject([{ unitPrice: '480' }, { unitPrice: '65' }]),
  );
});
