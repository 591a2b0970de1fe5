import { setTimeout as pause } from 'node:timers/promises';
import type { WebClient } from '@slack/web-api';
import type { PersonRecord, Store } from '../../../db/ports.ts';
import { abilityOf, oweForAbsence } from '../../absence.ts';
import type { Log } from '../../log.ts';
import { withRoles } from '../../office/authority.ts';
import type { Member } from '../../order/permissions.ts';
import type { Settings } from '../../settings.ts';
import { codeOf } from '../../slack-api/classify-error.ts';
import type { Installation } from '../../slack-api/installation.ts';
import { decidesAlone } from '../../words/languages.ts';
import { type Words, wordsFor } from '../../words/words.ts';
import { readersWords } from '../words-for.ts';
import type { Groups } from './groups.ts';
import { readUser } from './slack-user.ts';

/** Somebody as Slack last described them, with what the settings give them. */
export type Person = PersonRecord & Pick<Member, 'office'>;

/** Who the people of one workspace are, from what Slack last said of them. */
export type People = ReturnType<typeof createPeople>;

/** After this long a known person is read again in the background; user_change tells us sooner. Milliseconds. */
const STALE_AFTER = 10 * 60_000;
/** How long an admin counts as one after Slack was asked: one press, and what is typed meanwhile, asks once. Milliseconds. */
const ADMIN_FOR = 1000;
/** How long what Slack last said of a person counts while it cannot be reached. Milliseconds. */
const COUNTS_FOR = 24 * 3_600_000;

/** How long anybody waits for Slack to say who a person is; what comes later is kept for the next time. Milliseconds. */
const WAIT = 1200;

/** People whose words, and when Slack was asked about them, are remembered. */
const REMEMBERED = 1000;

/** Between two pages of people: Slack allows twenty a minute. Milliseconds. */
const PAGE_WAIT = 3000;

/** Waits before the workspace is read again when Slack did not answer, milliseconds. */
const WARM_RETRIES = [5000, 30_000, 120_000];

/** Looks people of a workspace up: in the store first, then at Slack through its `client`. */
export function createPeople(deps: {
  team: string;
  store: Store;
  client: WebClient;
  /** Notices whether Slack lets the app act. */
  watch: Installation['watch'];
  groups: Pick<Groups, 'members'>;
  log: Log;
  now: () => number;
  /** Wakes the outbox. */
  nudge: () => void;
}) {
  const { team, store, client, watch, groups, log, now, nudge } = deps;
  /** When Slack last answered about somebody. */
  const askedAt = new Map<string, number>();
  const asking = new Map<string, { since: number; answer: Promise<PersonRecord | undefined> }>();

  /** What people read when they last did something. */
  const lastWords = new Map<string, Words>();
  function remember(id: string, words: Words): Words {
    if (lastWords.size >= REMEMBERED) lastWords.clear();
    lastWords.set(id, words);
    return words;
  }

  /** Keeps what Slack says of people. Where somebody can do less than before, their open orders owe a word first. */
  async function keep(records: readonly PersonRecord[]): Promise<void> {
    const known: PersonRecord[] = [];
    for (const one of records) {
      const before = await store.person(team, one.id);
      // Where Slack does not say when, it is as things are now; where it names no language, that has not changed.
      const record = {
        ...one,
        updated: one.updated || before?.updated || 0,
        locale: one.locale || before?.locale || '',
      };
      if (record.updated < (before?.updated ?? 0)) continue;
      known.push(record);
      if (!before || abilityOf(before) === abilityOf(record) || abilityOf(record) === 'full') continue;
      // Whichever instance learns of it, and however often: it is the same loss of the same person.
      const since = one.updated ? (before.updated ?? 0) : before.fetchedAt;
      const cause = `lost ${one.id} ${before.kind} ${since} ${record.kind}`;
      const owed = await oweForAbsence({ store, groupMembers: groups.members }, team, record, now(), cause);
      log.info({ event: 'people.can_do_less', person: record.id, kind: record.kind, owed }, 'a person lost access');
    }
    await store.savePeople(known);
    nudge();
  }

  async function ask(id: string): Promise<PersonRecord | undefined> {
    try {
      const { user } = await watch('users.info', () => client.users.info({ user: id, include_locale: true }));
      const record = readUser(team, user, now());
      if (!record)
        log.warn({ event: 'people.not_a_user', user: id }, 'users.info answered with something that is not a user');
      // Who it is counts, also when it cannot be kept.
      else keep([record]).catch(() => undefined);
      if (record) {
        if (askedAt.size >= REMEMBERED) askedAt.clear();
        askedAt.set(id, now());
      }
      return record;
    } catch (error) {
      log.warn({ event: 'people.lookup_failed', user: id, error: String(error) }, 'users.info failed');
      return undefined;
    }
  }

  /** One question at a time about one person. */
  function askOnce(id: string): Promise<PersonRecord | undefined> {
    const under = asking.get(id) ?? { since: performance.now(), answer: ask(id).finally(() => asking.delete(id)) };
    asking.set(id, under);
    // Counted from when it was first asked: a second look at the same person does not start the wait again.
    const left = Math.max(0, WAIT - (performance.now() - under.since));
    return Promise.race([under.answer, pause(left, undefined, { ref: false })]);
  }

  /** Whether what we know is enough to act on it without asking Slack first. */
  const isSure = (person: PersonRecord): boolean => {
    // A time to come was written while the clock was wrong.
    if (Math.abs(now() - person.fetchedAt) > COUNTS_FOR) return false;
    if (!person.admin) return true;
    const asked = askedAt.get(person.id);
    return asked !== undefined && Math.abs(now() - asked) < ADMIN_FOR;
  };

  /** With what the settings give them, as they are now. */
  async function withAuthority(person: PersonRecord, settings: Settings): Promise<Person> {
    return withRoles(person, settings, person.kind === 'member' ? await groups.members(settings) : new Map());
  }

  async function read(id: string, given = store.settings(team)): Promise<Person | undefined> {
    const [person, settings] = await Promise.all([recorded(id), given]);
    return person && withAuthority(person, settings);
  }

  /** As Slack last described them; read again behind the scenes when that was long ago. */
  async function recorded(id: string): Promise<PersonRecord | undefined> {
    const person = await store.person(team, id);
    if (person && Math.abs(now() - person.fetchedAt) > STALE_AFTER) void askOnce(id);
    if (decidesAlone(person?.locale)) remember(id, wordsFor(person?.locale));
    return person;
  }

  /**
   * Who acts, as far as that is sure without asking Slack; undefined where it has to be asked first. Waits for Slack only
   * about an admin, as `find` does.
   */
  async function known(id: string): Promise<Person | undefined> {
    const person = await read(id);
    if (person?.admin) return asked(id, person);
    return person && isSure(person) ? person : undefined;
  }

  /**
   * Who acts. Known people are answered at once (and read again behind the scenes when that was long ago); others are asked
   * of Slack, and so is every admin whom it has not just been asked about: their rights are the greatest. While Slack
   * cannot be reached, what it last said counts for a day. `settings`: where they are being read anyway.
   */
  async function find(id: string, settings?: Promise<Settings>): Promise<Person | undefined> {
    return asked(id, await read(id, settings));
  }

  async function asked(id: string, person: Person | undefined): Promise<Person | undefined> {
    if (person && isSure(person)) return person;
    const answer = await askOnce(id);
    if (answer) return withAuthority(answer, await store.settings(team));
    return person && Math.abs(now() - person.fetchedAt) <= COUNTS_FOR ? person : undefined;
  }

  /** Whether somebody could do more than before if this were true of them. */
  const gains = (before: PersonRecord | undefined, { admin, kind }: PersonRecord): boolean =>
    (admin && !before?.admin) || (before !== undefined && kind === 'member' && before.kind !== 'member');

  /** The words that somebody reads; while the database cannot be read, those that they read before. Never rejects. */
  async function wordsOf(id: string): Promise<Words> {
    try {
      const person = await store.person(team, id);
      return remember(id, readersWords(person, await store.settings(team)));
    } catch {
      return lastWords.get(id) ?? wordsFor();
    }
  }

  return {
    known,
    find,
    wordsOf,
    /** Somebody as Slack last described them, with what the settings give them now; read again behind the scenes when that was long ago. */
    asLastSeen: (id: string): Promise<Person | undefined> => read(id),
    /** People who are named, not who act: known ones at once, others are asked of Slack. What settings give them is not looked up. */
    async findAll(ids: readonly string[]): Promise<Map<string, PersonRecord>> {
      const named = async (id: string) => (await recorded(id)) ?? askOnce(id);
      const found = await Promise.all([...new Set(ids)].map(named));
      return new Map(found.flatMap((person) => (person ? [[person.id, person]] : [])));
    },
    /**
     * Takes over a user object that Slack sent by itself (user_change, team_join), unless it is older than what we know.
     * Who it is when they read another language now.
     */
    async learn(user: unknown): Promise<string | undefined> {
      const record = readUser(team, user, now());
      if (!record) return undefined;
      const before = await store.person(team, record.id);
      const last = before?.updated ?? 0;
      const said = record.updated ?? 0;
      if (said > 0 && said < last) return undefined;
      // Events come late and more than once. One that is no newer may take rights away, and gives none: Slack is asked.
      if (said <= last && gains(before, record)) {
        void askOnce(record.id);
        return undefined;
      }
      // Slack does not promise that an event names the language, which may be what has changed: they are read again when
      // they next do something. Not now: in a large workspace such events come by the thousand.
      const whole = record.locale !== '' || abilityOf(record) === 'none';
      const fetchedAt = whole ? record.fetchedAt : record.fetchedAt - STALE_AFTER - 1;
      await keep([{ ...record, fetchedAt, updated: Math.max(said, last) }]);
      return before && record.locale && record.locale !== before.locale ? record.id : undefined;
    },
    /** Reads everybody in the workspace, so that nobody is a stranger later. Gives up quietly: people are read one by one then. */
    async warm(attempt = 0): Promise<void> {
      try {
        let cursor: string | undefined;
        do {
          const page = await watch('users.list', () =>
            client.users.list({ limit: 200, include_locale: true, ...(cursor ? { cursor } : {}) }),
          );
          const records = (page.members ?? []).flatMap((user) => readUser(team, user, now()) ?? []);
          if (records.length > 0) await keep(records);
          cursor = page.response_metadata?.next_cursor || undefined;
          if (cursor) await pause(PAGE_WAIT, undefined, { ref: false });
        } while (cursor);
      } catch (error) {
        log.info(
          { event: 'people.list_stopped', error: String(error) },
          'users.list failed; looking people up one by one',
        );
        const wait = WARM_RETRIES[attempt];
        if (wait !== undefined && codeOf(error) !== 'unknown_method')
          setTimeout(() => void this.warm(attempt + 1), wait).unref();
      }
    },
  };
}
