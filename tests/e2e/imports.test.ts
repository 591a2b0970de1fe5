import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { CSV_LIMITS } from '../../src/office/imports/csv.ts';
import type { RecordKind } from '../../src/office/master-data.ts';
import { applyNewest, bring } from '../support/imports.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const say = words.imports;

describe.each(['socket', 'http'] as const)('files of clients, sites and catalogue items, over %s', (mode) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await startStage(mode);
  });
  afterEach(async () => {
    await stage.idle();
    for (const person of Object.values(stage.people)) await person.closeModal(true).catch(() => undefined);
    expect(stage.sandbox.complaints).toEqual([]);
  });
  afterAll(() => stage.stop());

  const team = () => stage.sandbox.teamId;
  const all = (kind: RecordKind, client?: string) =>
    stage.store.recordsByName(team(), { kind, ...(client ? { client } : {}) }, { limit: 100 });

  /** What the newest message about a file says to its author. */
  const told = (person: Person) => person.directMessages().at(-1)?.text ?? '';
  const tells = (person: Person, text: string) =>
    vi.waitFor(() => expect(told(person)).toContain(text.replaceAll('*', '')), 10_000);
  const shown = (person: Person) => JSON.stringify(person.directMessages().at(-1)?.blocks);

  test('an admin brings clients, their sites and a catalogue; once more with a change, nothing else is touched', async () => {
    const { adam } = stage.people;
    await bring(adam, {
      kind: 'client',
      text: 'Client number,Name,Billing address,Language of documents\nC-1,Hotel Miramar,"Paseo 1\n29016 Málaga",Spanish\nC-2,Müller GmbH,,de\n',
    });
    await tells(adam, say.planned({ kind: say.kind.client, file: 'client.csv' }));
    expect(shown(adam)).toContain(say.add({ n: 2 }));
    expect(await all('client')).toEqual([]);
    await applyNewest(adam);
    await tells(adam, say.applied({ kind: say.kind.client, file: 'client.csv' }));
    const [miramar, mueller] = await all('client');
    expect(miramar).toMatchObject({ externalId: 'C-1', data: { address: 'Paseo 1\n29016 Málaga', language: 'es' } });
    expect(mueller).toMatchObject({ externalId: 'C-2', data: { name: 'Müller GmbH', language: 'de' } });

    await bring(adam, {
      kind: 'site',
      text: 'Kunde;Nummer;Name;Adresse\nC-1;S1;Boiler room;Paseo 1\nMüller GmbH;;Halle 2;\nC-9;;Nowhere;\n',
    });
    await tells(adam, say.planned({ kind: say.kind.site, file: 'site.csv' }));
    expect(shown(adam)).toContain(say.line({ line: 4, problem: say.mistake.client({ client: 'C-9' }) }));
    await applyNewest(adam);
    await tells(adam, say.applied({ kind: say.kind.site, file: 'site.csv' }));
    expect(await all('site', miramar?.id)).toMatchObject([{ externalId: 'S1', data: { name: 'Boiler room' } }]);
    expect(await all('site', mueller?.id)).toMatchObject([{ data: { name: 'Halle 2' } }]);

    const latin = 'Artikelnummer;Bezeichnung;Einheit;VK netto\nP1;Umwälzpumpe;Stk;129,90\nP2;Stunde;h;EUR 65\n';
    await bring(adam, { kind: 'item', text: Buffer.from(latin, 'latin1') });
    await tells(adam, say.planned({ kind: say.kind.item, file: 'item.csv' }));
    await applyNewest(adam);
    await tells(adam, say.applied({ kind: say.kind.item, file: 'item.csv' }));
    expect((await all('item')).map(({ data }) => data)).toMatchObject([
      { description: 'Stunde', unitPrice: '65', currency: 'EUR' },
      { description: 'Umwälzpumpe', unitPrice: '129.9' },
    ]);

    await bring(adam, {
      kind: 'client',
      text: 'Client number,Name\nC-1,Hotel Miramar\nC-2,Mueller GmbH\nC-3,New\nC-3,Twice\n,\n',
    });
    await tells(adam, say.planned({ kind: say.kind.client, file: 'client.csv' }));
    for (const text of [say.add({ n: 1 }), say.change({ n: 1 }), say.same({ n: 1 }), say.wrong({ n: 1 })])
      expect(shown(adam)).toContain(text);
    expect(shown(adam)).toContain(say.line({ line: 5, problem: say.mistake.twice({ line: 4 }) }));
    await applyNewest(adam);
    await tells(adam, say.applied({ kind: say.kind.client, file: 'client.csv' }));
    expect(await all('client')).toMatchObject([
      { externalId: 'C-1', revision: 1, data: { address: 'Paseo 1\n29016 Málaga' } },
      { externalId: 'C-2', revision: 2, data: { name: 'Mueller GmbH', language: 'de' } },
      { externalId: 'C-3', revision: 1 },
    ]);
  });

  test('what somebody changes meanwhile is left alone, and named in the file', async () => {
    const { adam } = stage.people;
    await bring(adam, { kind: 'client', text: 'Client number,Name\nC-1,Hotel Sol\nC-4,Another\n' });
    await tells(adam, say.planned({ kind: say.kind.client, file: 'client.csv' }));
    const one = (await all('client')).find(({ externalId }) => externalId === 'C-1');
    if (one?.kind !== 'client') return expect.unreachable();
    const { revision, ...record } = one;
    const by = { id: 'U1', name: 'Somebody' };
    await stage.store.saveRecord(team(), { ...record, data: { ...record.data, contact: 'Eva' } }, revision, {
      at: 1,
      by,
    });
    await applyNewest(adam);
    await tells(adam, say.applied({ kind: say.kind.client, file: 'client.csv' }));
    expect(shown(adam)).toContain(say.moved({ n: 1 }));
    expect(shown(adam)).toContain(say.done({ n: 1 }));
    expect(await stage.store.record(team(), 'client', one.id)).toMatchObject({
      data: { name: 'Hotel Miramar', contact: 'Eva' },
    });
  });

  test('namesakes, prices below zero and lines with too many cells are pointed out before anything is changed', async () => {
    const { adam } = stage.people;
    const client =
      'Client number,Name\nC-2,Mueller GmbH\nC-81,mueller GmbH\nC-82,Nobody else\nC-83,Sole, Ltd\nC-84,Empty cells,,\n';
    await bring(adam, { kind: 'client', text: client });
    await tells(adam, say.planned({ kind: say.kind.client, file: 'client.csv' }));
    expect(shown(adam)).toContain(say.doubt.namesake({ n: 1, lines: '3' }));
    expect(shown(adam)).toContain(say.line({ line: 5, problem: say.mistake.cells({ n: 3, columns: 2 }) }));
    expect(shown(adam)).toContain(say.add({ n: 3 }));

    const items = Array.from({ length: 7 }, (_, n) => `D${n},Deduction ${n},-${n}.50\n`).join('');
    await bring(adam, { kind: 'item', text: `Code,Description,Unit price\n${items}` });
    await tells(adam, say.planned({ kind: say.kind.item, file: 'item.csv' }));
    expect(shown(adam)).toContain(say.doubt.negative({ n: 7, lines: '2, 3, 4, 5, 6 …' }));
  });

  test('an import that was cancelled, or applied, is not applied a second time', async () => {
    const { adam, olga } = stage.people;
    await bring(adam, { kind: 'client', text: 'Client number,Name\nC-7,Never\n' });
    await tells(adam, say.planned({ kind: say.kind.client, file: 'client.csv' }));
    await adam.press('imports_cancel', { message: adam.directMessages().at(-1) });
    await tells(adam, say.cancelled({ kind: say.kind.client, file: 'client.csv' }));
    const [last] = stage.sandbox.inspector.envelopes().slice(-1);
    expect(last?.label).toContain('imports_cancel');
    expect((await all('client')).map(({ externalId }) => externalId)).not.toContain('C-7');
    expect(olga.directMessages()).toEqual([]);
  });

  const refused: [string, string | Buffer, string][] = [
    ['empty', ' \n', say.problem.empty],
    ['a spreadsheet in its own format', Buffer.from('504b0304140006000800', 'hex'), say.problem.not_text],
    ['a quote that never closes', 'Name\n"Acme\n', say.problem.quote_open({ line: 2 })],
    [
      'ten million columns',
      Buffer.alloc(9_000_000, ','),
      say.problem.too_many_columns({ columns: CSV_LIMITS.columns }),
    ],
    ['no name', 'Client number\nC-1\n', say.problem.column_missing({ n: 1, columns: words.records.label.name })],
  ];
  test.each(refused)('a file that cannot be read is explained: %s', async (_, bytes, why) => {
    const { adam } = stage.people;
    const before = adam.directMessages().length;
    await bring(adam, { kind: 'client', text: bytes, name: 'bad.csv' });
    await vi.waitFor(() => expect(adam.directMessages().length).toBeGreaterThan(before));
    await tells(adam, say.refused({ kind: say.kind.client, file: 'bad.csv' }));
    expect(told(adam)).toContain(why);
  });
});
