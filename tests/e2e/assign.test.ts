import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { wordsFor } from '../../src/words/words.ts';
import { approve, open, sent, submitOrder } from '../support/acting.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { anyOrder, part, words } from '../support/words.ts';

describe('A10 two people assign from the same form', () => {
  let stage: Stage;
  let name: string;
  beforeEach(async () => {
    stage = await startStage('socket', {}, sketches);
    const { ana, sam, carla, farid } = stage.people;
    name = await submitOrder(stage, ana, sam, { when: { coordinator: carla } });
    await approve(stage, sam, name, [farid]);
    await open(sam, 'assign', name);
    await open(carla, 'assign', name);
  }, 90_000);
  afterEach(() => stage.stop());
  const order = async () => {
    const found = await stage.store.orderByNumber(stage.sandbox.teamId, 1);
    if (!found) throw new Error('the order is gone');
    return found;
  };

  test('one adds Fiona, the other Gus: both are on the crew, in the channel, and told', async () => {
    const { sam, carla, farid, fiona, gus } = stage.people;
    await sam.fill({ crew: [farid, fiona] });
    await sent(sam);
    await carla.fill({ crew: [farid, gus] });
    await sent(carla);
    await stage.idle(60_000);
    expect((await order()).crew.map((one) => one.name)).toEqual([farid.name, fiona.name, gus.name]);
    expect(stage.sandbox.workspace.channel(name).members).toEqual(expect.arrayContaining([fiona.name, gus.name]));
    for (const person of [fiona, gus])
      expect(
        person
          .directMessages()
          .map(({ text }) => text)
          .join(),
      ).not.toContain(part(words.tell.lead.crew_left(anyOrder)));
  });

  test('one takes Farid off, the other changes only the coordinator: both count', async () => {
    const { sam, carla, ben, fiona } = stage.people;
    await sam.fill({ crew: [fiona] });
    await sent(sam);
    await carla.fill({ coordinator: ben });
    await sent(carla);
    const { crew, coordinator } = await order();
    expect([crew.map((one) => one.name), coordinator?.name]).toEqual([[fiona.name], ben.name]);
  });

  test('both plan another start: the second is told, and reads what is planned now and what they chose', async () => {
    const { sam, carla } = stage.people;
    const day = 86_400_000 * Math.ceil(Date.now() / 86_400_000);
    await sam.fill({ plannedStart: new Date(day + 5 * 86_400_000) });
    await sent(sam);
    await carla.fill({ plannedStart: new Date(day + 9 * 86_400_000) });
    await carla.submit();
    const shown = carla.topModal()?.shown ?? '';
    expect(shown).toContain(wordsFor().refusal.plan.changed({ name: sam.name }));
    const dated = (ms: number) => new Date(ms).getUTCDate().toString();
    expect(shown).toMatch(new RegExp(`Planned start: [^\\n]*${dated(day + 5 * 86_400_000)}`));
    expect(shown.slice(shown.indexOf('Open the form again'))).toMatch(
      new RegExp(`Planned start[\\s\\S]*${dated(day + 9 * 86_400_000)}`),
    );
    expect((await order()).plannedStart).toBe((day + 5 * 86_400_000) / 1000);
  });
});
