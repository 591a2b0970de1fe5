import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogue, clients } from '../../sandbox/demo/on-file.ts';
import { keepCatalogue, keepClients } from '../../sandbox/demo/records.ts';
import { keepTypes, orderTypes } from '../../sandbox/demo/types.ts';
import { nameOfRecord, RECORD_LIMITS } from '../../src/office/master-data.ts';
import { type Stage, startStage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
});
afterAll(() => stage.stop());

test('the demo’s office puts ten clients with their sites and fifty priced items on file', {
  timeout: 90_000,
}, async () => {
  const { people, sandbox, store } = stage;
  await Promise.all([keepClients(sandbox, people.adam), keepCatalogue(sandbox, people.olga)]);
  const { teamId } = sandbox;
  const kept = await store.recordsByName(teamId, { kind: 'client' }, { limit: 100 });
  expect(kept.map(nameOfRecord).toSorted()).toEqual(clients.map(({ client }) => client.name).toSorted());
  expect(kept).toHaveLength(10);
  for (const { client, details = {}, sites } of clients) {
    const record = kept.find((one) => nameOfRecord(one) === client.name) ?? expect.unreachable(client.name);
    expect({ ...record.data, externalId: record.externalId }).toMatchObject({ ...client, ...details });
    const places = await store.recordsByName(teamId, { kind: 'site', client: record.id }, { limit: 100 });
    expect(places.map(nameOfRecord).toSorted(), client.name).toEqual(sites.map(({ name }) => name).toSorted());
  }
  const items = await store.recordsByName(teamId, { kind: 'item' }, { limit: 100 });
  expect(items).toHaveLength(50);
  for (const item of catalogue) expect(item.description.length).toBeLessThanOrEqual(RECORD_LIMITS.description);
  for (const { data } of items)
    expect(data, data.description).toMatchObject({ currency: 'EUR', unitPrice: expect.any(String) });
  await stage.idle();
  expect(sandbox.complaints).toEqual([]);
});

test('its admin defines two order types: a repair, and an inspection with a checklist of eight lines', {
  timeout: 60_000,
}, async () => {
  const { people, sandbox, store } = stage;
  await keepTypes(sandbox, people.adam);
  const types = await store.recordsByName(sandbox.teamId, { kind: 'type' }, { limit: 9 });
  expect(types.map(({ data }) => data.name)).toEqual(['Inspection', 'Repair']);
  for (const { basics, fields, items } of orderTypes) {
    const { data } = types.find((one) => one.data.name === basics.name) ?? expect.unreachable(basics.name);
    expect(data.fields.map(({ label }) => label)).toEqual(fields.map(({ label }) => label));
    expect(data.items.map(({ description }) => description)).toEqual(items.map(({ description }) => description));
  }
  expect(types[0]?.data.fields.filter(({ kind }) => kind === 'check')).toHaveLength(8);
  await stage.idle();
  expect(sandbox.complaints).toEqual([]);
});
