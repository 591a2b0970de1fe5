import { afterEach, describe, expect, test } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { type Office, openOffice } from '../support/moved-time.ts';
import { digestsOf, remindersOf, submitIn } from '../support/office-orders.ts';

let office: Office;
afterEach(async () => {
  await office.stop();
  expect(office.sandbox.complaints).toEqual([]);
});

/** What comes by itself: how it begins, and when it is due. */
const kinds = [
  { what: 'a reminder', begins: 'Reminder', hour: 13.2, day: 0, of: (sam: Person) => remindersOf(sam) },
  { what: 'a digest', begins: 'Your service orders', hour: 8.1, day: 1, of: (sam: Person) => digestsOf(sam) },
] as const;

describe.each(kinds)('$what is told once', ({ begins, hour, day, of }) => {
  const says = (args: object) => JSON.stringify(args).includes(begins);

  /** Orders wait, and the other kind comes not at all. */
  async function begin(): Promise<Person> {
    office = await openOffice('socket', { reminders: day === 0 ? { digest: false } : { decision: 0 } });
    await submitIn(office, { title: 'One', days: 9 });
    await submitIn(office, { title: 'Two', days: 9 });
    return office.people.sam;
  }

  test.each([
    ['its answer is lost', { kind: 'lost' }],
    ['Slack fails before it', { kind: 'status', status: 500 }],
    ['Slack is busy', { kind: 'ratelimited', retryAfter: 1 }],
  ] as const)('%s', async (_, fault) => {
    const sam = await begin();
    office.sandbox.faults.on('chat.postMessage', fault, { times: 1, when: says });
    await office.until(hour, day);
    office.clock.advance(200_000);
    await office.idle(60_000, office.clock.advance);
    expect(of(sam)).toHaveLength(1);
    expect(of(sam)[0]?.text).toMatch(/One[\s\S]*Two/);
  });

  test('the app stops after Slack has it, without its answer', async () => {
    const sam = await begin();
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    office.sandbox.faults.after('chat.postMessage', ({ args }) => (says(args) ? answered : undefined));
    office.clock.advance(office.at(hour, day) - office.clock.now());
    await office.sandbox.workspace.waitFor(() => of(sam).length > 0, 30_000);
    const stopped = office.down();
    office.clock.advance(60_000);
    await stopped;
    answer();
    office.sandbox.faults.clear();
    await office.up();
    await office.idle(60_000, office.clock.advance);
    expect(of(sam)).toHaveLength(1);
  });

  test('a backup from before it was due is restored', async () => {
    const sam = await begin();
    await office.until(hour - 0.3, day);
    const copy = `${office.file}.copy`;
    await office.store.backup(copy);
    await office.until(hour, day);
    expect(of(sam)).toHaveLength(1);
    await office.restore(copy);
    office.clock.advance(200_000);
    await office.idle(60_000, office.clock.advance);
    expect(of(sam)).toHaveLength(1);
  });

  test('a backup from when it was owed is restored', async () => {
    const sam = await begin();
    const failed = new Promise<void>((resolve) => {
      office.sandbox.faults.before('chat.postMessage', ({ args }) => void (says(args) && resolve()));
    });
    office.sandbox.faults.on('chat.postMessage', { kind: 'status', status: 500 }, { when: says });
    office.clock.advance(office.at(hour, day) - office.clock.now());
    await failed;
    const copy = `${office.file}.copy`;
    await office.store.backup(copy);
    office.sandbox.faults.clear();
    office.clock.advance(200_000);
    await office.idle(60_000, office.clock.advance);
    expect(of(sam)).toHaveLength(1);
    await office.restore(copy);
    office.clock.advance(200_000);
    await office.idle(60_000, office.clock.advance);
    expect(of(sam)).toHaveLength(1);
  });
});

test('a reminder that was told before a backup was restored leaves out what was told, and tells what is new', async () => {
  office = await openOffice('socket', { reminders: { digest: false } });
  const { sam } = office.people;
  await submitIn(office, { title: 'One', days: 9 });
  await office.until(11);
  await submitIn(office, { title: 'Two', days: 9 });
  const copy = `${office.file}.copy`;
  await office.store.backup(copy);
  await office.until(13.2);
  expect(remindersOf(sam)).toHaveLength(1);
  await office.restore(copy);
  await office.until(15.5);
  expect(remindersOf(sam).map(({ text }) => /One|Two/.exec(text ?? '')?.[0])).toEqual(['One', 'Two']);
});
