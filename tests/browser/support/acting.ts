import type { Locator, Page } from 'playwright-core';

/** The form on top. */
export const form = (page: Page): Locator => page.locator('dialog.modal-dialog');

/** Clicks, or taps where there is a touch screen. */
export async function press(target: Locator): Promise<void> {
  await target.waitFor();
  await target.click();
}

/** A button of that name, within something. */
export const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: typeof name === 'string' });

/** The button with that action_id, or the part of it after its last colon, within something. */
export const action = (within: Page | Locator, key: string): Locator =>
  within.locator(`[data-action="${key}"], [data-action$=":${key}"]`);

/** The control of the field with that name (its block_id) in the open form. */
export const field = (page: Page, name: string): Locator =>
  form(page).locator(`[data-block="${name}"]`).locator('input, select, textarea').first();

/** Chooses one of the options of a group, by its value. */
export const choose = (page: Page, name: string, value: string): Promise<void> =>
  form(page).locator(`[data-block="${name}"] input[value="${value}"]`).check();

/** Sends the page of the form that is open. */
export const send = (page: Page): Promise<void> => press(form(page).locator('button[type=submit]'));

/** Goes to a conversation by what its name has in it; on a phone by way of the list. */
export async function goTo(page: Page, name: string): Promise<void> {
  const back = page.locator('.back');
  if (await back.isVisible()) await back.click();
  await press(page.locator('.row', { hasText: name }));
  await page.locator('main').getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor();
}

/** Opens the app's direct messages. */
export async function goToMessages(page: Page): Promise<void> {
  const back = page.locator('.back');
  if (await back.isVisible()) await back.click();
  await press(page.locator('.row', { hasText: 'Service Orders' }));
  await press(page.getByRole('button', { name: /^Messages/ }));
}

/** Picks somebody in a people field of the open form. */
export async function pick(page: Page, people: string, name: string): Promise<void> {
  await form(page).locator(`[data-block="${people}"]`).getByRole('combobox').fill(name);
  await form(page)
    .getByRole('option', { name: new RegExp(name) })
    .click();
}

/** `2026-12-31T08:30`, so many hours from now, on a clock in Madrid. */
export function inMadrid(hours: number): string {
  const at = new Date(Date.now() + hours * 3_600_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Madrid', dateStyle: 'short', timeStyle: 'short' })
    .format(at)
    .replace(' ', 'T');
}

/** Sends a message or command from the composer. */
export async function type(page: Page, line: string): Promise<void> {
  const composer = page.locator('main .composer textarea');
  await composer.fill(line);
  await composer.press('Enter');
}

/** Adds an item with these values, by the names of the fields. */
export async function addItem(page: Page, item: Record<string, string>): Promise<void> {
  await press(action(form(page), 'item_add'));
  await field(page, 'quantity').waitFor();
  for (const [name, value] of Object.entries(item)) await field(page, name).fill(value);
  await send(page);
  await form(page)
    .getByText(item.description ?? '')
    .first()
    .waitFor();
}

/** A thumb, and how often it touched the screen. */
export function thumb() {
  let taps = 0;
  return {
    async tap(target: Locator) {
      await press(target);
      taps++;
    },
    get taps() {
      return taps;
    },
  };
}
