import { getTableColumns, getTableName, type Table } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import * as there from '../postgres/schema.ts';
import * as here from '../sqlite/schema.ts';

/** A table as it moves from SQLite to PostgreSQL. Columns of the same name hold the same. */
export interface Moving {
  readonly name: string;
  readonly from: SQLiteTable;
  readonly to: PgTable;
  /** The columns that move; others are made there, or mean nothing there. */
  readonly columns: readonly string[];
}

/** In this order: what others refer to comes first. What orders are found by is made there. */
const TABLES: readonly (readonly [SQLiteTable, PgTable])[] = [
  [here.orders, there.orders],
  [here.orderPeople, there.orderPeople],
  [here.versions, there.versions],
  [here.printedCodes, there.printedCodes],
  [here.entries, there.entries],
  [here.chains, there.chains],
  [here.deliveries, there.deliveries],
  [here.effects, there.effects],
  [here.channels, there.channels],
  [here.posts, there.posts],
  [here.documents, there.documents],
  [here.pricedDocuments, there.pricedDocuments],
  [here.workCopyCodes, there.workCopyCodes],
  [here.issuedFiles, there.issuedFiles],
  [here.keptFiles, there.keptFiles],
  [here.signingLinks, there.signingLinks],
  [here.drafts, there.drafts],
  [here.people, there.people],
  [here.preferences, there.preferences],
  [here.settings, there.settings],
  [here.settingsChanges, there.settingsChanges],
  [here.records, there.records],
  [here.recordWords, there.recordWords],
  [here.recordChanges, there.recordChanges],
  [here.imports, there.imports],
  [here.importLines, there.importLines],
  [here.userGroups, there.userGroups],
  [here.assets, there.assets],
  [here.counters, there.counters],
  [here.restores, there.restores],
  [here.homes, there.homes],
  [here.doneOnce, there.doneOnce],
  [here.keyNames, there.keyNames],
];

const columnsOf = (table: Table): string[] => Object.keys(getTableColumns(table));

/** Every table that moves. */
export const MOVING: readonly Moving[] = TABLES.map(([from, to]) => {
  const shared = columnsOf(from).filter((column) => columnsOf(to).includes(column));
  // The database numbers some rows itself: they keep their order, and get new numbers.
  const anew = (column: string) => getTableColumns(to)[column]?.generatedIdentity !== undefined;
  return { name: getTableName(from), from, to, columns: shared.filter((column) => !anew(column)) };
});
