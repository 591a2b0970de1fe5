import type { FillValue } from '../server/acts/entries.ts';
import type { Where } from '../server/acts/visible.ts';
import type { Person } from '../server/acts.ts';
import type { Sandbox } from '../server/server.ts';

/** Values of a form by the names of its fields. */
export type Values = Record<string, FillValue>;

const TIMEOUT_MS = 60_000;
const HOUR = 3_600_000;
const MINUTES_5 = 300_000;

/** So many hours from now, at a full five minutes. */
export const hours = (n: number): Date => new Date(Math.floor((Date.now() + n * HOUR) / MINUTES_5) * MINUTES_5);

/** Turns the pages of the open form, entering each page's values, and sends it with the last. */
export async function fillIn(person: Person, ...pages: Values[]): Promise<void> {
  for (const [at, values] of pages.entries()) {
    await person.fill(values);
    const result = await person.submit();
    const expected = at < pages.length - 1 ? 'view' : 'closed';
    if (!(expected in result)) throw new Error(`${person.name} could not go on: ${JSON.stringify(result)}`);
  }
}

/** Adds items to the list of the form that is open. */
export async function addItems(person: Person, form: string, items: Values[]): Promise<void> {
  for (const item of items) {
    await openBy(person, 'item_add', 'item');
    await fillIn(person, item);
    await person.modal(form);
  }
}

/** Opens a modal by a button. On a busy computer the app may be too late: people press again. */
export async function openBy(person: Person, button: string, modal: string, where: Where = {}): Promise<void> {
  for (let left = 3; ; left--) {
    await person.press(button, where);
    try {
      await person.modal(modal);
      return;
    } catch (error) {
      if (left === 0) throw error;
    }
  }
}

/** Presses the button on the order's request or card once it is there, and waits for the form. */
export async function openForm(sandbox: Sandbox, person: Person, order: string, button: string): Promise<void> {
  const message = await sandbox.workspace.waitFor(() => {
    const places = [...person.directMessages(), ...person.channels().flatMap((name) => person.messages(name))];
    return places.filter(({ actions, text }) => actions.includes(button) && text.includes(order)).at(-1);
  }, TIMEOUT_MS);
  await person.press(button, { message });
  await person.modal();
}

/** The name of the order's channel, once that version's PDF is in it. */
export async function issued(sandbox: Sandbox, order: string, version: number): Promise<string> {
  const words = order.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const isIt = ({ name, files }: { name: string; files: string[] }) =>
    name.includes(words) && files.some((file) => file.includes(`v${version}`));
  return sandbox.workspace.waitFor((workspace) => workspace.channels().find(isIt)?.name, TIMEOUT_MS);
}
