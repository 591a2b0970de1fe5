import { randomUUID } from 'node:crypto';
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
