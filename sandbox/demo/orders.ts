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

// The orders of the demo, as their requesters entered them. People are given by name, and so are clients and sites on file.

// biome-ignore format: a table reads best as a table
export const orders = {
  pump: {
    job: { title: 'Replace circulation pump', client: 'Hotel Miramar', clientReference: 'PO 4711', site: 'Plant room', description: 'Pump P2 is noisy and leaks at the shaft seal. Replace it, vent the circuit and run it for half an hour.', priority: 'high' },
    when: { supervisor: 'Sam Lee', coordinator: 'Carla Weber', contact: 'Marta Gil, +34 600 000 000' },
    items: [
      { description: 'Circulation pump DN 40', quantity: '1', unitPrice: '480' },
      { kind: 'labour', description: 'Fitter', quantity: '6', unit: 'h', unitPrice: '45' },
      { kind: 'expense', description: 'Travel', quantity: '38', unit: 'km', unitPrice: '0.5' },
    ],
  },
  boiler: {
    job: { title: 'Inspect boiler', client: 'Bakery Sol', location: 'Calle Nueva 3, Málaga, cellar', description: 'Yearly inspection of the gas boiler, with a reading of the exhaust.' },
    when: { supervisor: 'Sam Lee' },
    items: [{ kind: 'service', description: 'Boiler inspection', quantity: '1', unitPrice: '120' }],
  },
  detectors: {
    job: { title: 'Fit smoke detectors', client: 'Escuela San Juan', site: 'Classrooms', description: 'Fit one detector in each classroom and test the alarm with the caretaker.' },
    when: { supervisor: 'Sam Lee', contact: 'Pilar Soto, +34 600 111 222', requestedStart: hours(20), requestedEnd: hours(28) },
    items: [
      { description: 'Smoke detector', quantity: '12', unitPrice: '28.50' },
      { kind: 'labour', description: 'Electrician', quantity: '5', unit: 'h', unitPrice: '48' },
    ],
  },
  gutter: {
    job: { title: 'Replace roof gutter', client: 'Casa Lago', site: 'Roof and garden', description: 'The gutter on the garden side has come loose.', priority: 'low' },
    when: { supervisor: 'Sofia Marin', requestedStart: hours(44), requestedEnd: hours(50) },
    items: [{ description: 'Gutter, zinc', quantity: '14', unit: 'm', unitPrice: '31' }],
  },
  stairwell: {
    job: { title: 'Repaint stairwell', client: 'Casa Lago', site: 'Stairwell B', description: 'Two coats, white, five floors.' },
    when: { supervisor: 'Sofia Marin' },
    items: [{ kind: 'labour', description: 'Painter', quantity: '24', unit: 'h', unitPrice: '36' }],
  },
  lift: {
    job: { title: 'Service lift motor', client: 'Torre Norte', site: 'Machine room', description: 'Grease the bearings, check the brake, replace worn belts.', priority: 'normal' },
    when: { supervisor: 'Sofia Marin', coordinator: 'Carla Weber', contact: 'Doorman, ext. 14' },
    items: [
      { kind: 'service', description: 'Lift service', quantity: '1', unitPrice: '260' },
      { description: 'V-belt', quantity: '2', unitPrice: '18.90' },
    ],
  },
  cold: {
    job: { title: 'Repair cold room door', client: 'Mercado Central', site: 'Stall 27, cold room', description: 'The door does not close any more; the seal is torn.', priority: 'urgent' },
    when: { supervisor: 'Sofia Marin', contact: 'Rosa, stall 27', requestedStart: hours(2), requestedEnd: hours(6) },
    items: [
      { description: 'Door seal 2.1 m', quantity: '1', unitPrice: '94' },
      { kind: 'labour', description: 'Refrigeration fitter', quantity: '3', unit: 'h', unitPrice: '52' },
    ],
  },
  ducts: {
    job: { title: 'Clean ventilation ducts', client: 'Hotel Miramar', site: 'Floors 1 to 3', description: 'Clean the supply ducts and replace the filters. The contract price is between us and the hotel.' },
    when: { supervisor: 'Sam Lee', coordinator: 'Carla Weber', requestedStart: hours(26), requestedEnd: hours(34) },
    items: [
      { kind: 'service', description: 'Duct cleaning', quantity: '1', unitPrice: '1350' },
      { description: 'Filter F7', quantity: '9', unitPrice: '24.80' },
    ],
  },
} as const satisfies Record<string, NewOrder>;

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
