import { and, eq, sql } from 'drizzle-orm';
import type { ByItself, OwedReminder, PersonalPreferences } from '../../ports.ts';
import { given, has } from '../../rows/columns.ts';
import { effectOf, effectRow } from '../../rows/effect-row.ts';
import { preferencesOf, preferencesRow } from '../../rows/preferences-row.ts';
import type { Access } from '../access.ts';
import { effects, preferences } from '../schema.ts';
import { insertEffect } from './outbox.ts';

/** What people want for themselves, and what comes by itself. */
export function remindersOf({ db, reads, writes }: Access): PersonalPreferences & ByItself {
  const { $client } = db;
  const owe = insertEffect(db);
  const own = db
    .select()
    .from(preferences)
    .where(given(preferences, 'team', 'person'))
    .prepare();
  const waiting = "done_at is null and parked_at is null and claimed_by is null and type = 'send_reminder'";
  const ofPerson = $client
    .prepare<[string, number, string], string>(
      `select id from effects indexed by effects_turn where team = ? and lane = 'reminders' and due_at <= ? and ${waiting}
       and not in_doubt and instr(body, ?) > 0 order by due_at, seq`,
    )
    .pluck();
  const checks = "team = ? and lane = 'clock' and done_at is null and parked_at is null and type = 'check_order'";
  const due = $client
    .prepare<[string, number], number>(
      `select 1 from effects indexed by effects_turn where ${checks} and due_at <= ? limit 1`,
    )
    .pluck();
  const hurry = $client.prepare<[number, number, string, number]>(
    `update effects indexed by effects_turn set due_at = ?, not_before = ? where ${checks} and due_at > ?`,
  );
  const people = $client
    .prepare<[string, string, number], string>(
      `select distinct person from order_people indexed by order_people_open where team = ? and person > ?
       and state in ('submitted', 'changes_requested', 'approved') order by person limit ? + 0`,
    )
    .pluck();
  return {
    preferences: reads((team, person) => preferencesOf(own.get({ team, person }))),
    savePreferences: writes((team, person, before, said, owed) => {
      if ((own.get({ team, person })?.revision ?? 0) !== before) return false;
      const set = { ...preferencesRow(said), revision: before + 1 };
      const target = [preferences.team, preferences.person];
      db.insert(preferences)
        .values({ team, person, ...set })
        .onConflictDoUpdate({ target, set })
        .run();
      for (const effect of owed?.effects ?? []) owe(effectRow({ team, id: null }, null, effect, owed?.now ?? 0));
      return true;
    }),
    remindersOf: reads((team, person, until) =>
      ofPerson.all(team, until, `"person":${JSON.stringify(person)}`).flatMap((id): OwedReminder[] => {
        const row = db.select().from(effects).where(has(effects, { team, id })).get();
        const effect = row && effectOf(row);
        return effect?.type === 'send_reminder' ? [{ id, effect }] : [];
      }),
    ),
    toldTogether: writes((team, ids, doneAt) => {
      const idle = sql`done_at is null and parked_at is null and claimed_by is null and type = 'send_reminder'`;
      for (const id of ids)
        db.update(effects)
          .set({ doneAt })
          .where(and(has(effects, { team }), eq(effects.id, id), idle))
          .run();
    }),
    isCheckDue: reads((team, now) => due.get(team, now) !== undefined),
    checkNow: writes((team, now) => hurry.run(now, now, team, now).changes),
    peopleOfOpenOrders: reads((team, after, limit) => people.all(team, after, limit)),
  };
}
