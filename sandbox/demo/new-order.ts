import type { Person } from '../server/acts.ts';
import type { Sandbox } from '../server/server.ts';
import { addItems, fillIn, hours, type Values } from './acting.ts';
import { clients } from './on-file.ts';

const TIMEOUT_MS = 60_000;

/** A new order, entered by its requester. `site`: one of the client's on file; else the location is typed, and the client as well. */
export interface NewOrder {
  job: Values & { title: string; client: string; site?: string };
  when: Values;
  items: Values[];
}

/** Enters a whole order and submits it. */
export async function submitOrder(
  { workspace }: Sandbox,
  person: Person,
  { job, when, items }: NewOrder,
): Promise<void> {
  await person.command('/service-order');
  await person.modal('submit');
  const { client, site, ...typed } = job;
  const onFile = clients.find((one) => one.client.name === client);
  await pick('client', client, onFile ? `${client} · ${onFile.client.externalId}` : `Use “${client}” (not on file)`);
  const place = onFile?.sites.find(({ name }) => name === site);
  if (place) await pick('location', place.name, `${place.name}, ${onLine(place.address)} · ${place.externalId}`);
  await person.fill(typed);
  await person.submit();
  await person.fill({ requestedStart: hours(-5), requestedEnd: hours(4), ...when });
  await person.submit();
  await addItems(person, 'submit', items);
  // The last page shows the whole order again.
  await fillIn(person, {}, {});

  /** Searches a menu once the form has it, and chooses from it: the sites are there when a client is chosen. */
  async function pick(field: string, search: string, text: string): Promise<void> {
    const input = () => person.topModal()?.fields.find(({ blockId }) => blockId === field);
    await workspace.waitFor(() => input()?.type === 'external_select', TIMEOUT_MS);
    await person.fill({ [field]: { search, pick: text } });
  }
}

const onLine = (address: unknown): string => String(address).replaceAll('\n', ', ');
