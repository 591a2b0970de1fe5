import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approve, decide, open, sent, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, until, words } from '../support/words.ts';

describe('D7 buttons in direct messages give way to the outcome', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage('socket', {}, sketches);
  }, 60_000);
  afterEach(() => stage.stop());
  type Name = 'ana' | 'sam' | 'carla';
  const asked = (name: Name, said: string) =>
    stage.people[name].directMessages().findLast(({ text, shown }) => `${text} ${shown}`.includes(said));
  const { settled } = words.tell;
  const outcome = (kind: keyof typeof settled) => until(settled[kind]({ name: 'Ana Ruiz', to: ANY, date: ANY }));
  const buttonsOf = (name: Name) => stage.people[name].directMessages().flatMap(({ actions }) => actions);

  test('“Edit and resubmit” after the resubmission; and the next request is settled as well', async () => {
    const { ana, sam, farid } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await decide(stage, sam, 'request_changes', name, 'Which pump?');
    expect(asked('ana', 'Which pump?')?.actions).toEqual(['resubmit', 'withdraw']);
    await open(ana, 'resubmit', name);
    await ana.submit();
    await ana.submit();
    await sent(ana);
    await stage.idle();
    expect(buttonsOf('ana')).toEqual([]);
    expect(ana.directMessages().at(-1)?.shown).toContain(outcome('resubmit'));
    expect(buttonsOf('sam')).toEqual(['approve', 'request_changes', 'reject', 'hand_over']);
    await approve(stage, sam, name, [farid]);
    expect([...buttonsOf('sam'), ...buttonsOf('ana')]).toEqual([]);
    expect(stage.sandbox.complaints).toEqual([]);
  }, 60_000);

  test('after a withdrawal', async () => {
    const { ana, sam } = stage.people;
    const name = await submitOrder(stage, ana, sam);
    await decide(stage, sam, 'request_changes', name, 'Which pump?');
    await decide(stage, ana, 'withdraw', name, 'Not needed.');
    expect(buttonsOf('ana')).toEqual([]);
    expect(ana.directMessages().at(-1)?.shown).toContain(outcome('withdraw'));
  }, 60_000);

  test('“Assign crew”, asked because somebody has gone, after the assignment', async () => {
    const { ana, sam, carla, farid, fiona } = stage.people;
    const name = await submitOrder(stage, ana, sam, { when: { coordinator: carla } });
    await approve(stage, sam, name, [farid, fiona]);
    stage.sandbox.workspace.admin.changePerson('fiona', { deleted: true });
    await stage.sandbox.idle();
    await stage.idle();
    expect(buttonsOf('carla')).toEqual(['assign']);
    await open(sam, 'assign', name);
    await sam.fill({ crew: [farid] });
    await sent(sam);
    await stage.idle();
    expect(buttonsOf('carla')).toEqual([]);
  }, 60_000);
});
