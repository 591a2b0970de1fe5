import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { Settings } from '../../src/settings.ts';
import { type MovedApp, startMovedApp } from '../support/month/moved-app.ts';
import { officeMinutes, WEEK_TEXT } from '../support/month/office-minutes.ts';
import { type Entry, type Member, type Month, reckon, type Sent } from '../support/month/oracle.ts';
import { player } from '../support/month/player.ts';
import { type Key, scripts } from '../support/month/scripts.ts';

/** `UPDATE_GOLDENS=1 npx vitest run -c vitest.proofs.config.ts tests/proofs/month.test.ts` keeps what is sent now: read it before you commit. */
const update = process.env.UPDATE_GOLDENS === '1';
const GOLDEN = new URL('./golden/month.txt', import.meta.url);

const HOUR = 3600;
/** Local time in Madrid, where March has both: a holiday on a Friday, and a Sunday with 23 hours. */
const at = (text: string) => Date.parse(`2027-${text}:00${text >= '03-28T03' ? '+02:00' : '+01:00'}`) / 1000;
const HOLIDAYS = [
  { date: '2027-03-19', name: 'San José' },
  { date: '2027-03-26', name: 'Viernes Santo' },
];
const [FROM, UNTIL] = [at('03-01T00:50'), at('04-01T00:50')];
const office = (city: string) =>
  officeMinutes(
    city,
    HOLIDAYS.map(({ date }) => date),
  );
const [madrid, london, newYork] = [office('Madrid'), office('London'), office('New York')];
const DATES = Array.from({ length: 31 }, (_, day) => `2027-03-${`${day + 1}`.padStart(2, '0')}`);

const vacation = { from: at('03-08T07:00'), until: at('03-15T08:00'), said: true, substitute: 'sam' };
const status = { from: at('03-17T00:00'), until: at('03-20T00:00'), said: false };
const quiet = { from: at('03-10T00:00'), until: at('03-13T00:00'), said: false };
const month: Month = {
  office: madrid,
  members: new Map<Key, Member>([
    ...['ana', 'rita', 'carla', 'farid', 'nora', 'olga', 'adam'].map((key): [Key, Member] => [key, { office: madrid }]),
    ['sam', { office: london }],
    ['felix', { office: newYork }],
    ['sofia', { office: madrid, away: [vacation] }],
    ['ben', { office: madrid, away: [status] }],
    ['fiona', { office: madrid, away: [quiet] }],
    ['gus', { office: madrid, guest: true }],
    ['igor', { office: madrid, withoutDigest: true }],
  ]),
  escalation: ['olga'],
  admins: ['adam', 'olga'],
  ...{ from: FROM, until: UNTIL },
};
const lives = scripts(
  madrid,
  DATES.filter((date) => madrid.morning(date) !== undefined && date < '2027-03-29'),
);

let app: MovedApp;
afterAll(() => app?.stop());

const when = (seconds: number) => {
  const local = new Date((seconds + (seconds >= at('03-28T03:00') ? 2 : 1) * HOUR) * 1000);
  return `${local.toISOString().slice(0, 10)} ${'Sun Mon Tue Wed Thu Fri Sat'.split(' ')[local.getUTCDay()]} ${local.toISOString().slice(11, 16)}`;
};
const sentLine = ({ at, what, who, orders }: Sent) =>
  `${when(at)}  ${what.padEnd(8)}  ${who.padEnd(5)}  ${orders.join(', ')}`;
const entryLine = ({ at, order, about, step, people, asked }: Entry) =>
  `${when(at)}  history   SO-${`${order}`.padStart(6, '0')}  ${about} ${step}: ${people.toSorted().join(', ')}${asked.length > 0 ? ` + ${asked.toSorted().join(', ')}` : ''}`;

test('a month of two hundred orders, with a kill a day: everybody is told of what is due when it is, once', {
  timeout: 600_000,
}, async () => {
  const told: (Sent & { readonly late: number })[] = [];
  const keys = new Map<string, Key>();
  app = await startMovedApp((FROM - HOUR) * 1000, async (sandbox, store) => {
    for (const [key, name] of [
      ['rita', 'Rita Sol'],
      ['igor', 'Igor Blau'],
      ['nora', 'Nora Vidal'],
    ] as const)
      sandbox.hire(key, name);
    await store.saveSettings(
      sandbox.teamId,
      Settings.parse({
        hours: { zone: 'Europe/Madrid', week: WEEK_TEXT, holidays: HOLIDAYS },
        reminders: { escalation: [sandbox.people.olga.id] },
      }),
    );
    const nobody = { awayUntil: null, substitute: null };
    await store.savePreferences(sandbox.teamId, people(sandbox, 'igor').id, 0, { digest: false, ...nobody });
    for (const key of month.members.keys()) keys.set(people(sandbox, key).id, key);
  });
  const { sandbox, store } = app;
  const { teamId: team } = sandbox;
  sandbox.faults.after('chat.postMessage', ({ args }) => {
    const who = keys.get(String(args.channel));
    const message = who === undefined ? undefined : readMessage(String(args.text));
    if (!who || !message) return;
    const second = Math.floor(app.now() / 1000);
    told.push({ at: second - (second % 60), late: second % 60, who, ...message });
  });
  // Kills.
  let armed: string | undefined;
  const strike = async (method: string) => {
    if (armed !== method) return false;
    armed = undefined;
    await app.kill();
    return true;
  };
  for (const method of ['chat.postMessage', 'dnd.info', 'chat.update'])
    sandbox.faults.after(method, async () => void (await strike(method)));
  sandbox.faults.pick(async ({ method }) => ((await strike(`before ${method}`)) ? { kind: 'hang' } : undefined));
  const MOMENTS = ['chat.postMessage', 'before chat.postMessage', 'now', 'dnd.info', 'chat.update'];
  const kills = DATES.flatMap((date, day) => [
    {
      at: madrid.dayStart(date) + 8 * HOUR + ((day * 5820) % (9 * HOUR)),
      run: async () => {
        armed = MOMENTS[day % MOMENTS.length];
        await strike('now');
      },
    },
    {
      at: madrid.dayStart(date) + 22 * HOUR,
      run: async () => {
        if (armed === undefined) return;
        armed = undefined;
        await app.kill();
      },
    },
  ]);
  const named = (key: Key) => ({ id: people(sandbox, key).id, name: people(sandbox, key).name });
  const members = new Map([...month.members.keys()].map((key) => [key, named(key)]));
  const act = player(store, team, members, ({ number, kind }) => number % 8 === 0 || kind.startsWith('held'));
  const { admin } = sandbox.workspace;
  const never = Number.MAX_SAFE_INTEGER;
  const agenda = [
    ...lives.flatMap((script) => script.steps.map((step) => ({ at: step.at, run: () => act(script, step) }))),
    ...kills,
    {
      at: vacation.from,
      run: () =>
        store.savePreferences(team, named('sofia').id, 0, {
          ...{ digest: true, awayUntil: vacation.until, substitute: named('sam') },
        }),
    },
    {
      at: status.from,
      run: () =>
        admin.changePerson('ben', { status: { emoji: ':palm_tree:', text: 'Vacationing', expiration: status.until } }),
    },
    { at: quiet.from, run: () => admin.changePerson('fiona', { dnd: { from: 0, until: never } }) },
    { at: quiet.until, run: () => admin.changePerson('fiona', { dnd: { from: 0, until: 0 } }) },
  ]
    .filter(({ at }) => at < UNTIL)
    .toSorted((one, other) => one.at - other.at);

  for (;;) {
    await app.settled();
    const due = (await store.nextDue(team)) ?? Number.POSITIVE_INFINITY;
    const [first] = agenda;
    const next = Math.min(due, (first?.at ?? UNTIL) * 1000);
    if (next >= UNTIL * 1000) break;
    while (agenda[0] && agenda[0].at * 1000 <= next) await agenda.shift()?.run();
    app.moveTo(next);
  }

  const entries = await remindEntries();
  const wanted = reckon(month, lives);
  const lines = (all: readonly Entry[], sent: readonly Sent[]) =>
    [...all.map(entryLine), ...sent.map(sentLine)].toSorted();
  const table = lines(entries, told);
  if (process.env.MONTH_TABLES) {
    writeFileSync(`${process.env.MONTH_TABLES}.got`, `${table.join('\n')}\n`);
    writeFileSync(`${process.env.MONTH_TABLES}.wanted`, `${lines(wanted.entries, wanted.sent).join('\n')}\n`);
  }
  expect(table).toEqual(lines(wanted.entries, wanted.sent));
  expect(told.filter(({ late }) => late > 45)).toEqual([]);
  expect(app.deaths()).toBe(DATES.length);
  // Most orders have no channel into which who is asked could be invited.
  expect((await store.parked(team, 1000)).filter(({ error }) => error !== 'no_channel')).toEqual([]);
  expect(sandbox.complaints).toEqual([]);
  const text = `${table.join('\n')}\n`;
  if (update) writeFileSync(GOLDEN, text);
  expect(text).toBe(existsSync(GOLDEN) ? readFileSync(GOLDEN, 'utf8') : '');

  async function remindEntries(): Promise<Entry[]> {
    const found: Entry[] = [];
    const keyed = (parties: readonly { readonly id: string }[] = []) => parties.map(({ id }) => keys.get(id) ?? id);
    for (const { number } of lives) {
      const order = await store.orderByNumber(team, number);
      for (const { action, at } of await store.entries(team, order?.id ?? ''))
        if (action.type === 'remind')
          found.push({
            ...{ at: at - (at % 60), order: number, about: action.about, step: action.step },
            ...{ people: keyed(action.people), asked: keyed(action.asked) },
          });
    }
    return found;
  }
});

function people(sandbox: MovedApp['sandbox'], key: Key) {
  const person = (sandbox.people as Readonly<Record<string, MovedApp['sandbox']['people']['ana']>>)[key];
  if (!person) throw new Error(`nobody is called ${key}`);
  return person;
}

/** What a message tells of, by what it says; undefined for what is neither a reminder nor a digest. */
function readMessage(text: string): Pick<Sent, 'what' | 'orders'> | undefined {
  const [lead = '', ...lines] = text.split('\n');
  const ordersIn = (line: string) => line.match(/SO-\d{6}/g) ?? [];
  if (lead.startsWith('Reminder')) {
    const [own] = ordersIn(lead);
    return { what: 'reminder', orders: own ? [own] : lines.flatMap(ordersIn).toSorted() };
  }
  if (lead !== 'Your service orders today') return undefined;
  const orders = lines.flatMap((line) => {
    const part = line.startsWith('Late') ? 'late' : line.startsWith('Awaiting') ? 'decide' : 'visit';
    return ordersIn(line).map((order) => `${part} ${order}`);
  });
  return { what: 'digest', orders: orders.toSorted() };
}
