import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { submitOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { did, words } from '../support/words.ts';
import { action, button, field, form, goTo, press, send, type } from './support/acting.ts';
import { startTabs, type Tabs } from './support/browser.ts';

let stage: Stage;
let tabs: Tabs;
let sam: Page;
/** Adam, of IT, looks on with the inspector open. */
let adam: Page;
beforeAll(async () => {
  stage = await startStage();
  tabs = await startTabs(stage.sandbox.url);
  sam = await tabs.open('sam');
  adam = await tabs.open('adam');
  await press(button(adam, 'Inspector'));
});
afterAll(async () => {
  await tabs.close();
  await stage.stop();
});

const fault = (name: string, page = adam) => page.getByRole('checkbox', { name: new RegExp(`^${name}`) });

/** Clicks the switch, and waits until the sandbox has switched. */
async function turn(name: string): Promise<void> {
  const before = await fault(name).isChecked();
  await fault(name).click();
  await expect.poll(() => fault(name).isChecked()).toBe(!before);
}

test('in an outage a decision is taken at once, and Slack is told when it is back', async () => {
  const channel = await submitOrder(stage, stage.people.ana, stage.people.sam);
  await goTo(sam, channel);
  await press(action(sam, 'reject'));
  await field(sam, 'reason').fill('Not in our contract.');
  await turn('Outage');
  await send(sam);
  await form(sam).waitFor({ state: 'detached' });
  await adam.locator('.line.bad', { hasText: 'HTTP 503' }).first().waitFor();
  expect(stage.sandbox.workspace.channel(channel).topic).toContain(words.order.state.submitted);
  await turn('Outage');
  await sam.getByText('This channel is archived', { exact: true }).waitFor({ timeout: 40_000 });
  const said = stage.sandbox.workspace.channel(channel).messages.filter(({ text }) => text.includes(did('reject')));
  expect(said).toHaveLength(1);
});

test('the inspector shows envelopes, acks with their times, and calls', async () => {
  await goTo(sam, 'general');
  await type(sam, '/so help');
  await sam.getByText('Only visible to you').waitFor();
  const line = (kind: string, words: RegExp) => adam.locator(`.line.${kind}`, { hasText: words }).last();
  await line('envelope', /\/so/).waitFor();
  await line('ack', /\/so.*acked · [\d.]+ ms/).waitFor();
  await line('call', /chat\.postMessage.*ok/).waitFor();
  await press(line('envelope', /\/so/).getByRole('button'));
  await adam.locator('.line pre', { hasText: '"command": "/so"' }).waitFor();
});

test('a double click and a redelivered act have one effect', async () => {
  const channel = await submitOrder(stage, stage.people.ana, stage.people.sam);
  await goTo(sam, channel);
  await press(button(sam, 'Inspector'));
  await fault('Double click', sam).check();
  const before = stage.sandbox.inspector.envelopes().length;
  await press(action(sam, 'reject').first());
  await form(sam).getByRole('heading', { name: words.forms.title.reject }).waitFor();
  expect(
    stage.sandbox.inspector
      .envelopes()
      .slice(before)
      .map(({ label }) => label),
  ).toEqual(Array.from({ length: 2 }, () => expect.stringMatching(/^block_actions/)));
  expect(await fault('Double click', sam).isChecked()).toBe(false);
  await field(sam, 'reason').fill('Twice.');
  await send(sam);
  await form(sam).waitFor({ state: 'detached' });
  await press(button(sam, 'Redeliver my last act'));
  await stage.idle();
  const said = stage.sandbox.workspace.channel(channel).messages.filter(({ text }) => text.includes(did('reject')));
  expect(said).toHaveLength(1);
});

test('without a connection the form stays, with its words, and says that there was trouble', async () => {
  await goTo(sam, 'general');
  await type(sam, '/service-order');
  await field(sam, 'title').fill('Kept');
  await field(sam, 'client').fill('A');
  await field(sam, 'location').fill('B');
  await field(sam, 'description').fill('C');
  await stage.sandbox.idle();
  stage.sandbox.switches.set('refuse', true);
  await send(sam);
  await form(sam).getByText('We had some trouble connecting. Try again?').waitFor();
  expect(await field(sam, 'title').inputValue()).toBe('Kept');
  stage.sandbox.switches.set('refuse', false);
  await stage.sandbox.connected();
  await send(sam);
  await form(sam)
    .getByText(words.forms.page.place({ page: 2, pages: 4 }))
    .waitFor();
  await press(button(form(sam), 'Cancel'));
  await form(sam).waitFor({ state: 'detached' });
});

test('what the page itself did was without fault', () => {
  expect(tabs.problems).toEqual([]);
});
