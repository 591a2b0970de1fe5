import { and, isNull, type SQL, sql } from 'drizzle-orm';
import type { SQLiteUpdateSetSource } from 'drizzle-orm/sqlite-core';
import { given } from '../../rows/columns.ts';
import type { Db } from '../connection.ts';
import { prepared } from '../prepared.ts';
import { effects } from '../schema.ts';

/** Statements about one effect, by `id`, `team` and the `fence` of the term in which it is under way. */
export function preparedUnderWay(db: Db) {
  const isIt = and(
    given(effects, 'id', 'team'),
    sql`${effects.claimedBy} = ${sql.placeholder('fence')}`,
    isNull(effects.doneAt),
  );
  const set = (values: SQLiteUpdateSetSource<typeof effects>) =>
    prepared(db, db.update(effects).set(values).where(isIt));
  const settle = (becomes: SQLiteUpdateSetSource<typeof effects>) => set({ ...becomes, claimedBy: null });
  return {
    row: db.select().from(effects).where(isIt).prepare(),
    saveCheckpoint: set({ checkpoint: value('checkpoint'), checkpointShape: value('checkpointShape') }),
    done: settle({ doneAt: value('doneAt'), parkedAt: null, error: null, remedy: null }),
    retry: settle({
      dueAt: value('dueAt'),
      error: value('error'),
      attempts: sql`${effects.attempts} - ${sql.placeholder('uncounted')}`,
      // Doubt stays until the effect is done: a later attempt that failed for certain does not undo an earlier one.
      inDoubt: sql`${effects.inDoubt} or ${sql.placeholder('inDoubt')}`,
    }),
    park: settle({ parkedAt: value('parkedAt'), error: value('error'), remedy: value('remedy') }),
  };
}

const value = (name: string): SQL => sql`${sql.placeholder(name)}`;
