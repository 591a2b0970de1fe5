import type { Person } from '../server/acts.ts';
import type { Sandbox } from '../server/server.ts';
import { fillIn, openBy, type Values } from './acting.ts';
import { catalogue, clients } from './on-file.ts';

const TIMEOUT_MS = 60_000;

/** Puts the company's clients with their sites on file, as an admin does. */
export async function keepClients(sandbox: Sandbox, person: Person): Promise<void> {
  await openList(person, 'records_clients');
  for (const { client, details, sites } of clients) {
    await addRecord(sandbox, person, client.name, client, details);
    await person.fill({ 'search-client': client.name });
    await person.submit();
    await openBy(person, 'Sites', 'Sites');
    for (const site of sites) await addRecord(sandbox, person, site.name, site);
    await person.back();
  }
  await person.closeModal(true);
}

/** Puts the company's catalogue on file, as an admin does. */
export async function keepCatalogue(sandbox: Sandbox, person: Person): Promise<void> {
  await openList(person, 'records_items');
  for (const item of catalogue) await addRecord(sandbox, person, item.description, item);
  await person.closeModal(true);
}

async function openList(person: Person, button: 'records_clients' | 'records_items'): Promise<void> {
  await person.openHome();
  await openBy(person, button, 'records_list', { home: true });
}

/** Adds a record to the list that is open, and waits until that shows it. `details`: what its second page asks for. */
async function addRecord(
  { workspace }: Sandbox,
  person: Person,
  name: string,
  values: Values,
  details?: Values,
): Promise<void> {
  await openBy(person, 'records_add', 'records_editor');
  await person.fill(values);
  if (details) {
    await person.press('records_turn');
    await workspace.waitFor(() => person.topModal()?.fields.some(({ blockId }) => blockId === 'taxId'), TIMEOUT_MS);
    await person.fill(details);
  }
  await fillIn(person, {});
  await workspace.waitFor(() => person.topModal()?.shown.includes(name), TIMEOUT_MS);
}
