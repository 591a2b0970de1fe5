import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { wordsFor } from '../../src/words/words.ts';
import { asked } from '../support/acting.ts';
import { HOUR, nowInSeconds, planned, waiting } from '../support/queued.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, part, until, words } from '../support/words.ts';

const stateOf = async (stage: Stage, id: string) => (await stage.store.order(stage.sandbox.teamId, id))?.state;

describe.each(['socket', 'http'] as const)('what awaits somebody, over %s', (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage(mode, {}, sketches);
    // Whom the app has not met is answered later, when Slack has said who they are.
    for (const name of ['ana', 'sam', 'farid', 'carla', 'gus']) await stage.people[name]?.openHome();
  }, 60_000);
  afterEach(async () => {
    expect(stage.sandbox.complaints).toEqual([]);
    await stage.stop();
  });

  test('Home leads with the decision that is due first, and two taps approve it', async () => {
    const { sam } = stage.people;
    const older = await waiting(stage, { title: 'Older' }, Date.now() - 40 * 24 * 3_600_000);
    await waiting(stage, { title: 'Newer', client: 'Globex' });
    const home = (await sam.openHome())?.shown ?? '';
    expect(home.indexOf('Older')).toBeGreaterThan(home.indexOf(words.home.waiting));
    expect(home.indexOf('Newer')).toBeGreaterThan(home.indexOf('Older'));
    expect(home).toContain(until(words.inbox.factsPriced({ client: 'Globex', amount: '€20.00 net', date: ANY })));
    expect(home).toMatch(part(words.inbox.overdue({ waits: ANY, date: ANY })));
    expect(home).toMatch(part(words.inbox.due({ waits: ANY, date: ANY })));
    await sam.press('approve', { home: true, nth: 0 });
    await sam.modal('approve');
    expect(await sam.submit()).toHaveProperty('closed');
    await stage.idle();
    expect(await stateOf(stage, older.id)).toBe('approved');
    // What awaits Sam stands above the first line across.
    const awaits = () => sam.home()?.shown.split('---')[0] ?? '';
    await vi.waitFor(() => expect(awaits()).not.toContain('Older'), 10_000);
    expect(awaits()).toContain('Newer');
  }, 60_000);

  test('`inbox` answers the same privately, in the reader’s words', async () => {
    const { sam, ana } = stage.people;
    await waiting(stage, { title: 'Leaking valve' });
    expect(await asked(sam, '/so inbox')).toContain('Leaking valve');
    expect(await asked(ana, '/so inbox')).toContain(words.home.nothingWaiting);
    sam.setLanguage('de-DE');
    await stage.sandbox.idle();
    const german = wordsFor('de');
    expect(await asked(sam, `/so ${german.command.name.inbox}`)).toContain(german.home.waiting);
    await sam.press('approve');
    await sam.modal('approve');
  }, 60_000);

  test('a visit that is late awaits its crew and its coordinator, not its supervisor', async () => {
    const { sam, farid, carla, gus } = stage.people;
    await planned(stage, nowInSeconds() - 10 * 24 * HOUR, { title: 'Forgotten' });
    const late = part(words.reminder.waits.end({ date: ANY }));
    for (const one of [farid, carla, gus]) expect(await asked(one, '/so inbox'), one.name).toMatch(late);
    expect(await asked(sam, '/so inbox')).toContain(words.home.nothingWaiting);
  }, 60_000);
});
