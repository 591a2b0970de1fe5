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
export async function pick(page: Page, label: string, name: string): Promise<void> {
  const field = form(page).getByRole('combobox', { name: label });
  await field.fill(name);
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

/** Fills in the page "Item" and saves it. */
export async function addItem(page: Page, item: Record<string, string>): Promise<void> {
  await press(button(form(page), 'Add item'));
  await form(page).getByRole('heading', { name: 'Item' }).waitFor();
  for (const [label, value] of Object.entries(item))
    await form(page)
      .getByLabel(new RegExp(`^${label}`))
      .fill(value);
  await press(form(page).locator('button[type=submit]'));
  await form(page)
    .getByText(item.Description ?? '', { exact: true })
    .waitFor();
}
