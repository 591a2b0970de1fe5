import { randomUUID } from 'node:crypto';
import { expect, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { objectOf, textOf } from '../../sandbox/server/json.ts';
import type { CatalogueItem, Client, OfficeRecord, Site } from '../../src/office/master-data.ts';
import type { Stage } from './stage.ts';

const by = { id: 'UOFFICE', name: 'Office' };

async function save({ store, sandbox }: Pick<Stage, 'store' | 'sandbox'>, record: OfficeRecord): Promise<string> {
  const saved = await store.saveRecord(sandbox.teamId, record, 0, { at: Math.floor(Date.now() / 1000), by });
  if (saved.kind !== 'saved') throw new Error(`the record is ${saved.kind}`);
  return record.id;
}

/** Puts a client on file; answers its id. */
export const onFileClient = (stage: Stage, externalId: string, data: Partial<Client> & { name: string }) =>
  save(stage, {
    ...{ kind: 'client', id: randomUUID(), externalId, active: true },
    data: { taxId: '', address: '', contact: '', language: '', paymentNotes: '', ...data },
  });

/** Puts a site of this client on file; answers its id. */
export const onFileSite = (stage: Stage, client: string, externalId: string, data: Partial<Site> & { name: string }) =>
  save(stage, {
    ...{ kind: 'site', id: randomUUID(), client, externalId, active: true },
    data: { address: '', accessNotes: '', contact: '', ...data },
  });

/** Puts an item into the catalogue; answers its id. */
export const onFileItem = (stage: Stage, externalId: string, data: Partial<CatalogueItem> & { description: string }) =>
  save(stage, {
    ...{ kind: 'item', id: randomUUID(), externalId, active: true },
    data: { kind: 'material', unit: 'pcs', unitPrice: null, currency: 'EUR', ...data },
  });

/** Changes whether a record is active. */
export async function setActive(stage: Stage, kind: OfficeRecord['kind'], id: string, active: boolean): Promise<void> {
  const record = await stage.store.record(stage.sandbox.teamId, kind, id);
  if (!record) throw new Error(`there is no ${kind} ${id}`);
  const { revision, ...kept } = record;
  const change = { at: Math.floor(Date.now() / 1000), by };
  const saved = await stage.store.saveRecord(stage.sandbox.teamId, { ...kept, active }, revision, change);
  if (saved.kind !== 'saved') throw new Error(`the record is ${saved.kind}`);
}

/** A field's input on the page that a person has before them. */
export const inputOf = (person: Person, field: string) =>
  objectOf(person.topModal()?.blocks.find(({ block_id }) => block_id === field)?.element);
export const kindOf = (person: Person, field: string) => inputOf(person, field).type;
/** What a field holds there. */
export const answerIn = (person: Person, field: string) =>
  person.topModal()?.fields.find(({ blockId }) => blockId === field)?.value;
/** What a menu shows as chosen. */
export const chosenIn = (person: Person, field: string) =>
  textOf(objectOf(answerIn(person, field)?.selected_option).text);

/** Adds a line of the catalogue to the list of the form that is open. */
export async function addFromCatalogue(
  person: Person,
  searched: string,
  pick: string,
  quantity?: string,
): Promise<void> {
  await person.press('item_add');
  await person.modal('item');
  await person.fill({ onFile: { search: searched, pick } });
  await vi.waitFor(() => expect(answerIn(person, 'description')?.value).toBe(pick));
  if (quantity) await person.fill({ quantity });
  expect(await person.submit()).toHaveProperty('closed');
  await person.modal(/^form:(submit|edit|resubmit|confirm)$/);
}
