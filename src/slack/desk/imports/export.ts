import { setImmediate as breath } from 'node:timers/promises';
import type { KeptRecord, RecordsOf, Store } from '../../../../db/ports.ts';
import { typedPrice } from '../../../office/imports/cells.ts';
import { COLUMNS, type Column, headingOf } from '../../../office/imports/columns.ts';
import { BYTE_ORDER_MARK, csvOf, delimiterIn } from '../../../office/imports/export.ts';
import { nameOfRecord, type RecordKind } from '../../../office/master-data.ts';
import { recordFields } from '../../../office/records/fields.ts';
import { typedOf } from '../../../office/records/say.ts';
import { valuesOf } from '../../../office/records/values.ts';
import { languageText } from '../../../office/say.ts';
import type { Words } from '../../../words/words.ts';

/** Records that are read at once. */
const PAGE = 200;

const header = (kind: RecordKind, words: Words): string =>
  BYTE_ORDER_MARK + csvOf([COLUMNS[kind].map((column) => headingOf(kind, column, words))], delimiterIn(words));

/** A file with nothing but the names of the columns. */
export const templateOf = (kind: RecordKind, words: Words): Uint8Array => Buffer.from(header(kind, words));

/**
 * All records of a kind as a file that an import reads again, and how many there are; lets others work between pages. `currency`:
 * of prices without one beside them.
 */
export async function exportOf(
  store: Pick<Store, 'recordsByName'>,
  team: string,
  kind: RecordKind,
  words: Words,
  currency: string,
): Promise<{ readonly bytes: Uint8Array; readonly lines: number }> {
  const pieces = [header(kind, words)];
  let lines = 0;
  const write = (records: readonly KeptRecord[], client: string) => {
    lines += records.length;
    const cells = records.map((record) =>
      COLUMNS[kind].map((column) => cellOf(record, column, { client, words, currency })),
    );
    pieces.push(csvOf(cells, delimiterIn(words)));
  };
  if (kind !== 'site') for await (const some of all(store, team, { kind })) write(some, '');
  else
    for await (const clients of all(store, team, { kind: 'client' }))
      for (const client of clients)
        for await (const some of all(store, team, { kind, client: client.id }))
          write(some, client.externalId || nameOfRecord(client));
  return { bytes: Buffer.from(pieces.join('')), lines };
}

async function* all(
  store: Pick<Store, 'recordsByName'>,
  team: string,
  of: RecordsOf,
): AsyncGenerator<readonly KeptRecord[]> {
  for (let after: { name: string; id: string } | undefined; ; await breath()) {
    const page = await store.recordsByName(team, of, { limit: PAGE, ...(after ? { after } : {}) });
    yield page;
    const last = page.at(-1);
    if (page.length < PAGE || !last) return;
    after = { name: nameOfRecord(last), id: last.id };
  }
}

function cellOf(
  record: KeptRecord,
  column: Column,
  { client, words, currency }: { readonly client: string; readonly words: Words; readonly currency: string },
): string {
  if (column === 'client') return client;
  const value = valuesOf(record)[column] ?? '';
  switch (column) {
    case 'active':
      return words.records.choice[record.active ? 'active' : 'inactive'];
    case 'kind':
      return record.kind === 'item' ? words.order.kind[record.data.kind] : value;
    case 'language':
      return value === '' ? words.records.choice.company : languageText(value, words);
    case 'unitPrice':
      return typedPrice(value, { currency, locale: words.locale });
    default: {
      const field = recordFields[record.kind].find(({ name }) => name === column);
      return field ? typedOf(field, value, words, '') : value;
    }
  }
}
