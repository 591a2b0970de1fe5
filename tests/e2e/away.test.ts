import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { awayIds } from '../../src/slack/views/ids.ts';
import { awayBlocks } from '../../src/slack/views/inbox/away.ts';
import { forgedPress, forgedSubmission, interact, readIn, stateWith } from '../support/forged.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, part, words } from '../support/words.ts';

const say = words.away;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

describe.each(['socket', 'http'] as const)('what somebody wants for themselves, over %s', (mode) => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage(mode, {}, sketches);
  }, 60_000);
  afterEach(async () => {
    expect(stage.sandbox.complaints).toEqual([]);
    await stage.stop();
  });
  const kept = (name: string) => stage.store.preferences(stage.sandbox.teamId, stage.people[name]?.id ?? '');

  test('away until a day, with who decides meanwhile; back again', async () => {
    const { sam, olga } = stage.people;
    await sam.openHome();
    await sam.press(awayIds.open, { home: true });
    await sam.modal(awayIds.modal);
    await sam.fill({ [awayBlocks.last]: inDays(5), [awayBlocks.substitute]: olga });
    expect(await sam.submit()).toHaveProperty('closed');
    await stage.sandbox.idle();
    const { awayUntil, substitute } = await kept('sam');
    expect(substitute).toEqual({ id: olga.id, name: olga.name });
    expect(awayUntil ?? 0).toBeGreaterThan(Date.now() / 1000 + 4 * 86_400);
    const away = part(say.until({ date: ANY, name: olga.name }));
    expect(sam.home()?.shown).toContain(away);
    await sam.press(awayIds.back, { home: true });
    await stage.sandbox.idle();
    expect(await kept('sam')).toMatchObject({ awayUntil: null, substitute: null, digest: true });
    expect(sam.home()?.shown).not.toContain(away);
  }, 60_000);

  test.each([
    ['a past day', inDays(-2), 'olga', say.past],
    ['no day', '', 'olga', words.fields.error.required],
    ['nobody', inDays(2), '', words.fields.error.required],
    ['oneself', inDays(2), 'sam', say.yourself],
    ['a guest', inDays(2), 'gus', part(words.fields.error.person.guest({ name: ANY }))],
    ['somebody who may not decide', inDays(2), 'ben', part(say.cannot({ name: ANY }))],
  ])(
    '%s is told under its field',
    async (_, last, name, sentence) => {
      const { sam, ana } = stage.people;
      const supervisors = [sam, ana].map(({ id }) => ({ id, limit: null }));
      await stage.set({ roles: { supervisors } });
      const values = { [awayBlocks.last]: last, [awayBlocks.substitute]: stage.people[name]?.id ?? '' };
      expect(await sent(sam.id, values)).toContain(sentence);
      expect(await kept('sam')).toMatchObject({ awayUntil: null, revision: 0 });
    },
    60_000,
  );

  const sent = async (person: string, values: Record<string, string>, r = 0) => {
    const view = { callback_id: awayIds.modal, private_metadata: JSON.stringify({ r }), state: stateWith(values) };
    const outcome = await interact(stage, forgedSubmission(stage, person, { form: 'submit', order: '', view }));
    return readIn(outcome);
  };

  test('more than a year is asked about once', async () => {
    const { sam, olga } = stage.people;
    await sam.openHome();
    await sam.press(awayIds.open, { home: true });
    await sam.modal(awayIds.modal);
    await sam.fill({ [awayBlocks.last]: inDays(400), [awayBlocks.substitute]: olga });
    expect(await sam.submit()).toHaveProperty('view');
    expect(sam.topModal()?.shown).toContain(part(say.far({ date: ANY })));
    await sam.fill({ [awayBlocks.last]: inDays(500) });
    expect(await sam.submit()).toHaveProperty('view');
    expect(await kept('sam')).toMatchObject({ awayUntil: null });
    expect(await sam.submit()).toHaveProperty('closed');
    await stage.sandbox.idle();
    expect((await kept('sam')).awayUntil ?? 0).toBeGreaterThan(Date.now() / 1000 + 499 * 86_400);
  }, 60_000);

  test('a substitute who is away as well is asked about once', async () => {
    const { sam, olga, carla } = stage.people;
    const { store, sandbox } = stage;
    const until = Math.floor(Date.now() / 1000) + 86_400;
    const away = { digest: true, awayUntil: until, substitute: { id: sam.id, name: sam.name } };
    await store.savePreferences(sandbox.teamId, olga.id, 0, away);
    await sam.openHome();
    await sam.press(awayIds.open, { home: true });
    await sam.modal(awayIds.modal);
    await sam.fill({ [awayBlocks.last]: inDays(5), [awayBlocks.substitute]: olga });
    expect(await sam.submit()).toHaveProperty('view');
    expect(sam.topModal()?.shown).toContain(part(say.both({ name: olga.name, date: ANY })));
    expect(await kept('sam')).toMatchObject({ awayUntil: null });
    expect(await sam.submit()).toHaveProperty('closed');
    await stage.sandbox.idle();
    expect(await kept('sam')).toMatchObject({ substitute: { id: olga.id } });
    // Somebody who is there is not asked about.
    await sam.press(awayIds.open, { home: true });
    await sam.modal(awayIds.modal);
    await sam.fill({ [awayBlocks.substitute]: carla });
    expect(await sam.submit()).toHaveProperty('closed');
  }, 60_000);

  test('guests, outsiders and people who have gone hand nothing over; of two windows the second is told', async () => {
    const { olga, sam, carla } = stage.people;
    const values = (id: string) => ({ [awayBlocks.last]: inDays(3), [awayBlocks.substitute]: id });
    for (const name of ['gus', 'gina', 'ext', 'dora']) {
      await sent(stage.people[name]?.id ?? '', values(olga.id));
      for (const id of [awayIds.open, awayIds.back])
        await interact(stage, forgedPress(stage, stage.people[name]?.id ?? '', id, JSON.stringify({ r: 0 })));
      expect(await kept(name), name).toMatchObject({ awayUntil: null, revision: 0 });
    }
    expect(await sent(sam.id, values(olga.id))).toBe('');
    expect(await sent(sam.id, values(olga.id))).toBe('');
    expect(await sent(sam.id, values(carla.id))).toContain(say.meanwhile);
    expect(await kept('sam')).toMatchObject({ substitute: { id: olga.id }, revision: 1 });
  }, 60_000);

  test('the digest is turned off and on; an old button does nothing else than it says', async () => {
    const { gus } = stage.people;
    await gus.openHome();
    expect(gus.home()?.shown).toContain(say.digest.on);
    expect(gus.home()?.shown).not.toContain(say.set);
    await gus.press(awayIds.digest, { home: true });
    await stage.sandbox.idle();
    expect(await kept('gus')).toMatchObject({ digest: false });
    expect(gus.home()?.shown).toContain(say.digest.off);
    await interact(stage, forgedPress(stage, gus.id, awayIds.digest, JSON.stringify({ r: 0, d: 0 })));
    expect(await kept('gus')).toMatchObject({ digest: false, revision: 1 });
    await gus.press(awayIds.digest, { home: true });
    await stage.sandbox.idle();
    expect(await kept('gus')).toMatchObject({ digest: true });
  }, 60_000);
});
