import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Clock, realClock } from '../../sandbox/server/instruments/clock.ts';
import { approve, decide, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

const say = words.reminder;
const HOUR = 3_600_000;
/** A Monday on which the office opens at eight. */
const MONDAY = Date.UTC(2027, 0, 11, 9);

describe.each(['socket', 'http'] as const)('over %s, nobody waits for ever', (mode) => {
  let clock: Clock;
  let stage: Stage;
  const settings = { hours: { zone: 'UTC' }, changes: { tolerance: 1_000_000 } };

  beforeEach(async () => {
    clock = realClock();
    clock.advance(MONDAY - clock.now());
    stage = await startStage(mode, { clock }, { ...sketches, now: clock.now });
    for (const { key } of stage.sandbox.workspace.people()) stage.sandbox.workspace.changePerson(key, { tz: 'UTC' });
    await stage.set(settings);
  });
  afterEach(async () => {
    await stage.stop();
    expect(stage.sandbox.complaints).toEqual([]);
  });

  const until = async (hour: number, day = 0) => {
    clock.advance(MONDAY + day * 24 * HOUR + (hour - 9) * HOUR - clock.now());
    await stage.idle(60_000);
  };
  const when = () => ({ requestedStart: new Date(MONDAY + 96 * HOUR), requestedEnd: new Date(MONDAY + 98 * HOUR) });
  const submit = (title = 'Replace pump') =>
    submitOrder(stage, stage.people.ana, stage.people.sam, { job: { title }, when: when() });
  const reminders = (person = stage.people.sam) =>
    person.directMessages().filter(({ text }) => /^Reminder/.test(text ?? ''));
  const entries = async (number = 1) => {
    const order = await stage.store.orderByNumber(stage.sandbox.teamId, number);
    return stage.store.entries(stage.sandbox.teamId, order?.id ?? '');
  };

  test('a decision that waits is told of after four office hours, with the request and its buttons, and settled with it', async () => {
    const name = await submit();
    await until(12);
    expect(reminders()).toEqual([]);
    await until(13.1);
    const [told, ...more] = reminders();
    expect(more).toEqual([]);
    expect(told?.shown).toContain('Replace pump');
    expect(told?.actions).toEqual(expect.arrayContaining(['approve', 'request_changes', 'reject']));
    expect((await entries()).at(-1)?.action).toMatchObject({ type: 'remind', about: 'decision', step: 1 });
    expect(
      stage.sandbox.workspace
        .channel(name)
        .messages.map(({ text }) => text)
        .join(),
    ).not.toContain('reminded');
    await until(16);
    expect(reminders()).toHaveLength(1);
    await approve(stage, stage.people.sam, name, [stage.people.farid]);
    expect(reminders()[0]?.actions ?? []).not.toContain('approve');
    await until(10, 2);
    expect(reminders()).toHaveLength(1);
  });
});
