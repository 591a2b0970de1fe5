import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';
import { action, button, choose, field, form, goTo, pick, press, send, type } from './support/acting.ts';
import { DESK, PHONE, startTabs, type Tabs } from './support/browser.ts';

const say = words.settings;

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

/** Opens a page from the list of the settings, lets it be filled in, and saves it. */
async function set(page: Page, name: keyof typeof say.page, fill: () => Promise<void>): Promise<void> {
  await press(action(form(page), name));
  await form(page).getByRole('heading', { name: say.page[name] }).waitFor();
  await fill();
  await send(page);
  await form(page)
    .getByText(say.saved({ page: say.page[name] }))
    .waitFor();
}

test.each([
  ['at a desk', DESK],
  ['on a phone', PHONE],
])('an admin sets a company up from nothing, %s, and sees what its documents look like', async (_, kind) => {
  const adam = await tabs.open('adam', kind);
  await goTo(adam, 'general');
  await type(adam, '/so settings');
  await form(adam).getByRole('heading', { name: say.title }).waitFor();
  await set(adam, 'company', async () => {
    await field(adam, 'company.name').fill('Acme Field Services');
    await field(adam, 'company.taxId').fill('GB 123 4567 89');
    await field(adam, 'company.address').fill('12 Main Street\nSpringfield');
    const buffer = await sharp({ create: { width: 400, height: 160, channels: 3, background: '#0a5c36' } })
      .png()
      .toBuffer();
    await field(adam, 'company.logo').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
    await form(adam).getByText('logo.png').waitFor();
  });
  await form(adam).getByText('Acme Field Services').waitFor();
  await set(adam, 'money', async () => {
    await field(adam, 'money.currency').fill('GBP');
    await field(adam, 'money.taxRate').fill('20');
  });
  await form(adam)
    .getByText(say.line({ label: say.label.money.taxRate, value: '20%' }))
    .waitFor();
  await set(adam, 'roles', () => pick(adam, 'roles.office', 'Carla'));
  await set(adam, 'prices', () => choose(adam, 'prices.visibleTo', 'office'));
  await press(action(form(adam), 'limits'));
  await press(action(form(adam), 'settings_supervisor_add'));
  await pick(adam, 'people', 'Sam');
  await field(adam, 'limit').fill('5000');
  await send(adam);
  await form(adam)
    .getByText(say.value.upTo({ amount: '£5,000.00' }))
    .waitFor();
  const { teamId, workspace } = stage.sandbox;
  await vi.waitFor(async () => expect((await stage.store.settings(teamId)).company.logo).not.toBe(''), 15_000);
  expect(await stage.store.settings(teamId)).toMatchObject({
    company: { name: 'Acme Field Services', address: '12 Main Street\nSpringfield' },
    money: { currency: 'GBP', taxRate: 20_000 },
    roles: { office: [workspace.person('carla').id], supervisors: [{ id: workspace.person('sam').id, limit: '5000' }] },
    prices: { visibleTo: 'office' },
  });
  await press(button(form(adam), say.close).last());
  await press(action(form(adam), 'settings_preview'));
  await form(adam)
    .getByText(say.preview.coming({ button: say.preview.open }))
    .waitFor();
  await vi.waitFor(() => expect(workspace.file(say.preview.file).name).toBe(say.preview.file), 15_000);
  expect(tabs.problems).toEqual([]);
  expect(stage.sandbox.complaints).toEqual([]);
});
