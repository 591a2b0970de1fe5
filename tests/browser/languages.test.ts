import axe from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { PHONE, startTabs, type Tabs } from './support/browser.ts';

let sandbox: Sandbox;
let tabs: Tabs;
beforeAll(async () => {
  sandbox = await startSandbox({ manifest: 'slack-manifest.yml', locales: { farid: 'es-LA' } });
  tabs = await startTabs(sandbox.url);
});
afterAll(async () => {
  await tabs.close();
  await sandbox.stop();
});

test.each([
  ['a desk', {}],
  ['a phone', PHONE],
])('on %s a person sees the language of their Slack, and changes it by keyboard', async (_, kind) => {
  const { workspace, people } = sandbox;
  people.farid.setLanguage('es-LA');
  const page = await tabs.open('farid', kind);
  const language = page.getByRole('combobox', { name: 'Language of Farid Haddad’s Slack' });
  expect(await language.inputValue()).toBe('es-LA');
  await page.getByRole('button', { name: 'Switch' }).focus();
  await page.keyboard.press('Tab');
  expect(await language.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.type('Deutsch');
  await workspace.waitFor(() => workspace.person('farid').locale === 'de-DE');
  people.farid.setLanguage('ja-JP');
  await expect.poll(() => language.inputValue()).toBe('ja-JP');
  if (kind === PHONE) expect((await language.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});

test('axe has nothing to say about it', async () => {
  const page = await tabs.open('farid', PHONE);
  await page.evaluate(`window.axe ?? (() => { ${axe.source} })()`);
  const violations = await page.evaluate(async () => {
    const { axe } = window as typeof window & { axe: typeof import('axe-core') };
    return (await axe.run('.sidebar', { resultTypes: ['violations'] })).violations.map(({ id, impact }) => [
      id,
      impact,
    ]);
  });
  expect(violations.filter(([, impact]) => impact === 'serious' || impact === 'critical')).toEqual([]);
  expect(tabs.problems).toEqual([]);
});
