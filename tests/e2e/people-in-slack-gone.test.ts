import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { approve, confirm, decide, open, sent } from '../support/acting.ts';
import { direct, inTheField, quiet, submitted } from '../support/order-life.ts';
import { type Stage, startStage } from '../support/stage.ts';

describe('people of an order go', () => {
  let stage: Stage;
  beforeEach(async () => {
    stage = await startStage();
    await vi.waitFor(async () =>
      expect(await stage.store.person(stage.sandbox.teamId, stage.people.olga.id)).toBeDefined(),
    );
  });
  afterEach(async () => {
    await quiet(stage);
    expect(stage.sandbox.complaints).toEqual([]);
    await stage.stop();
  });
  const change = async (
    person: 'ana' | 'sam' | 'carla' | 'farid',
    what: { deleted?: boolean; isRestricted?: boolean },
  ) => {
    stage.sandbox.workspace.admin.changePerson(person, what);
    const kind = what.deleted ? 'deactivated' : 'guest';
    const id = stage.people[person].id;
    await vi.waitFor(async () => expect((await stage.store.person(stage.sandbox.teamId, id))?.kind).toBe(kind));
    await quiet(stage);
  };

  test.each([
    ['is deactivated', { deleted: true }],
    ['becomes a guest', { isRestricted: true }],
  ])(
    'the supervisor %s while an order waits: the requester is told, the admins are asked, and one of them decides',
    async (_, what) => {
      const { people } = stage;
      const { ana, adam, olga, farid } = people;
      const order = await submitted(stage);
      await change('sam', what);
      expect(direct(ana)).toEqual([
        `Sam Lee can no longer decide on ${order.number} Replace pump. The workspace admins have been asked instead. You can also withdraw it and submit it to another supervisor.`,
      ]);
      expect(ana.directMessages().at(-1)?.buttons).toEqual(['Withdraw']);
      for (const admin of [adam, olga]) {
        expect(direct(admin)).toEqual([
          `Sam Lee can no longer decide on ${order.number} Replace pump. Please decide in their place.`,
        ]);
        expect(admin.directMessages().at(-1)?.buttons).toEqual(['Approve', 'Request changes', 'Reject']);
      }
      await approve(stage, adam, 'app', [farid]);
      expect((await stage.store.order(stage.sandbox.teamId, order.id))?.state).toBe('approved');
      // Whoever was asked sees the outcome where the buttons were.
      for (const admin of [adam, olga]) expect(admin.directMessages().at(-1)?.buttons).toEqual([]);
    },
  );

  test('the supervisor is gone by the time the request is to be delivered: it goes to the admins', async () => {
    const { people, sandbox } = stage;
    const { ana, adam } = people;
    // Slack says nothing of it until later.
    const { admin } = sandbox.workspace;
    const leave = () => sandbox.workspace.silently(() => admin.changePerson('sam', { deleted: true }));
    sandbox.faults.before('chat.postMessage', leave, { nth: 1 });
    const order = await submitted(stage);
    admin.changePerson('sam', { title: 'Gone' });
    await quiet(stage);
    expect(direct(ana)).toEqual([expect.stringContaining('Sam Lee can no longer decide')]);
    expect(direct(adam)).toEqual([expect.stringContaining(`can no longer decide on ${order.number}`)]);
  });

  test('the supervisor goes while changes are requested: the requester is told to choose another one', async () => {
    const { people } = stage;
    const { ana, sam, adam } = people;
    const order = await submitted(stage);
    await decide(stage, sam, 'Request changes', order.name, 'Which pump?');
    await change('sam', { deleted: true });
    expect(direct(ana).at(-1)).toContain('Choose another supervisor when you edit and resubmit it.');
    expect(ana.directMessages().at(-1)?.buttons).toEqual(['Edit and resubmit', 'Withdraw']);
    expect(direct(adam)).toEqual([]);
  });

  test('the requester goes while changes are requested: the supervisor is told, and withdraws', async () => {
    const { people } = stage;
    const { sam } = people;
    const order = await submitted(stage);
    await decide(stage, sam, 'Request changes', order.name, 'Which pump?');
    await change('ana', { deleted: true });
    expect(direct(sam).at(-1)).toMatch(
      /^Ana Ruiz can no longer edit and resubmit SO-000001 Replace pump\. Withdraw it/,
    );
    await decide(stage, sam, 'Withdraw', 'app', 'Ana has left');
    expect((await stage.store.order(stage.sandbox.teamId, order.id))?.state).toBe('withdrawn');
  });

  test('changes are requested of a requester who is gone already: the supervisor hears of it', async () => {
    const { people } = stage;
    const { sam } = people;
    const order = await submitted(stage);
    await change('ana', { deleted: true });
    await decide(stage, sam, 'Request changes', order.name, 'Which pump?');
    await quiet(stage);
    expect(direct(sam).at(-1)).toContain('Ana Ruiz can no longer edit and resubmit');
  });

  test('a field worker goes: the coordinator is told and puts somebody else on the crew; nothing is tried again for ever', async () => {
    const { people, sandbox } = stage;
    const { carla, sam, fiona } = people;
    const order = await inTheField(stage);
    const told = [carla, sam].map((person) => person.directMessages().length);
    await change('farid', { deleted: true });
    expect(direct(carla, told[0])).toEqual([
      `Farid Haddad can no longer work on ${order.number} Replace pump. Press Assign crew and put somebody else on it.`,
    ]);
    expect(direct(sam, told[1])).toEqual([]);
    await open(carla, 'Assign crew', 'app');
    await carla.fill({ 'Field workers': [fiona] });
    await sent(carla);
    await quiet(stage);
    expect(sandbox.workspace.channel(order.name).members).toContain('Fiona Walsh');
  });

  test('a field worker who becomes a guest goes on working', async () => {
    const { people, sandbox } = stage;
    const { carla, farid } = people;
    const order = await inTheField(stage);
    const told = carla.directMessages().length;
    await change('farid', { isRestricted: true });
    expect(direct(carla, told)).toEqual([]);
    await confirm(stage, farid, order.name);
    expect(sandbox.workspace.channel(order.name).files).toHaveLength(2);
  });

  test('a coordinator goes, then the supervisor, then a field worker: in the end an admin is told', async () => {
    const { people } = stage;
    const { sam, adam } = people;
    const order = await inTheField(stage);
    const told = sam.directMessages().length;
    await change('carla', { deleted: true });
    expect(direct(sam, told)).toEqual([
      `Carla Weber can no longer coordinate ${order.number} Replace pump. Press Assign crew and choose another coordinator.`,
    ]);
    await change('sam', { deleted: true });
    await change('farid', { deleted: true });
    expect(direct(adam)).toEqual([expect.stringContaining('Farid Haddad can no longer work on')]);
  });

  test('somebody went while the app was down: it finds out when it starts, and says it once', async () => {
    const { people, sandbox } = stage;
    const { carla } = people;
    await inTheField(stage);
    const told = carla.directMessages().length;
    await stage.down();
    sandbox.workspace.silently(() => sandbox.workspace.admin.changePerson('farid', { deleted: true }));
    await stage.up();
    await vi.waitFor(() => expect(carla.directMessages().length).toBe(told + 1));
    sandbox.workspace.admin.changePerson('farid', { title: 'Gone' });
    await quiet(stage);
    expect(direct(carla, told)).toEqual([expect.stringContaining('Farid Haddad can no longer work on')]);
  });
});
