import { and, asc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { ByItself, OwedReminder, PersonalPreferences } from '../../ports.ts';
import { has } from '../../rows/columns.ts';
import { effectOf, effectRow } from '../../rows/effect-row.ts';
import { preferencesOf, preferencesRow } from '../../rows/preferences-row.ts';
import type { Access } from '../access.ts';
import { effects, orderPeople, preferences } from '../schema.ts';

const undone = and(isNull(effects.doneAt), isNull(effects.parkedAt));
const idleReminder = and(undone, isNull(effects.claimedBy), sql`${effects.type} = 'send_reminder'`);
const check = (team: string) =>
  and(has(effects, { team, lane: 'clock' }), undone, sql`${effects.type} = 'check_order'`);

/** What people want for themselves, and what comes by itself. */
export function remindersOf({ reads, writes, writesTogether }: Access): PersonalPreferences & ByItself {
  return {
    preferences: reads(async (db, team, person) => {
      const [row] = await db.select().from(preferences).where(has(preferences, { team, person }));
      return preferencesOf(row);
    }),
    savePreferences: writes(async (db, team, person, before, said, owed) => {
      const set = { ...preferencesRow(said), revision: before + 1 };
      const { rowCount } =
        before === 0
          ? await db
              .insert(preferences)
              .values({ team, person, ...set })
              .onConflictDoNothing()
          : await db
              .update(preferences)
              .set(set)
              .where(has(preferences, { team, person, revision: before }));
      if (rowCount !== 1) return false;
      const rows = (owed?.effects ?? []).map((effect) => effectRow({ team, id: null }, null, effect, owed?.now ?? 0));
      if (rows.length > 0) await db.insert(effects).values(rows);
      return true;
    }),
    remindersOf: reads(async (db, team, person, until) => {
      const rows = await db
        .select()
        .from(effects)
        .where(
          and(
            has(effects, { team, lane: 'reminders' }),
            lte(effects.dueAt, until),
            idleReminder,
            eq(effects.inDoubt, false),
            sql`strpos(${effects.body}, ${`"person":${JSON.stringify(person)}`}) > 0`,
          ),
        )
        .orderBy(asc(effects.dueAt), asc(effects.seq));
      return rows.flatMap((row): OwedReminder[] => {
        const effect = effectOf(row);
        return effect.type === 'send_reminder' ? [{ id: row.id, effect }] : [];
      });
    }),
    toldTogether: writesTogether(async (db, team, ids, doneAt) => {
      if (ids.length === 0) return;
      await db
        .update(effects)
        .set({ doneAt })
        .where(and(has(effects, { team }), inArray(effects.id, [...ids]), idleReminder));
    }),
    isCheckDue: reads(async (db, team, now) => {
      const rows = await db
        .select({ seq: effects.seq })
        .from(effects)
        .where(and(check(team), lte(effects.dueAt, now)))
        .limit(1);
      return rows.length > 0;
    }),
    checkNow: writesTogether(async (db, team, now) => {
      const { rowCount } = await db
        .update(effects)
        .set({ dueAt: now, notBefore: now })
        .where(and(check(team), gt(effects.dueAt, now)));
      return rowCount ?? 0;
    }),
    peopleOfOpenOrders: reads(async (db, team, after, limit) => {
      const rows = await db
        .selectDistinct({ person: orderPeople.person })
        .from(orderPeople)
        .where(
          and(
            eq(orderPeople.team, team),
            gt(orderPeople.person, after),
            sql`state in ('submitted', 'changes_requested', 'approved')`,
          ),
        )
        .orderBy(asc(orderPeople.person))
        .limit(limit);
      return rows.map(({ person }) => person);
    }),
  };
}
