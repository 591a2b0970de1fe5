import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { confirm, decide, sent } from '../support/acting.ts';
import { direct, inTheField, type Life, quiet, submitted } from '../support/order-life.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { words } from '../support/words.ts';

describe('people of an order go', () => {
  let stage: Stage;
  const before = new Map<string, number>();
  /** What this person was told in this story of somebody who can no longer do their part for the order. */
  const told = (person: Person, { number }: Life) =>
    direct(person, before.get(person.id)).filter((text) => text.includes(number) && text.includes('can no longer'));
  /** The last direct message that this person has of the order. */
  const last = (person: Person, { number }: Life) => {
    const message = person.directMessages().findLast(({ text }) => text.includes(number));
    if (!message) throw new Error(`${person.name} was told nothing of ${number}`);
    return message;
  };
  const openFromLast = async (person: Person, order: Life, button: string) => {
    await person.press(button, { message: last(person, order) });
    await person.modal();
  };
  beforeAll(async () => {
    stage = await startStage('socket', {}, sketches);
    await known('olga', 'member');
  });
  beforeEach(() => {
    for (const person of Object.values(stage.people)) before.set(person.id, person.directMessages().length);
  });
  afterEach(async () => {
    await quiet(stage);
    expect(stage.sandbox.complaints.splice(0)).toEqual([]);
    stage.sandbox.faults.clear();
    for (const person of ['ana', 'sam', 'carla', 'farid']) {
      stage.sandbox.workspace.admin.changePerson(person, { deleted: false, isRestricted: false });
      await known(person, 'member');
    }
  });
  afterAll(() => stage.stop());

  const known = (person: string, kind: string) =>
    vi.waitFor(async () =>
      expect((await stage.store.person(stage.sandbox.teamId, stage.sandbox.workspace.person(person).id))?.kind).toBe(
        kind,
      ),
    );
  const change = async (
    person: 'ana' | 'sam' | 'carla' | 'farid',
    what: { deleted?: boolean; isRestricted?: boolean },
  ) => {
    stage.sandbox.workspace.admin.changePerson(person, what);
    await known(person, what.deleted ? 'deactivated' : 'guest');
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
      expect(told(ana, order)).toEqual([
        words.tell.lead.supervisor_gone_submitted({ order: order.number, name: 'Sam Lee', title: 'Replace pump' }),
      ]);
      expect(last(ana, order).actions).toEqual(['withdraw']);
      for (const admin of [adam, olga]) {
        expect(told(admin, order)).toEqual([
          words.tell.lead.request_instead({ order: order.number, name: 'Sam Lee', title: 'Replace pump' }),
        ]);
        expect(last(admin, order).actions).toEqual(['approve', 'request_changes', 'reject', 'hand_over']);
      }
      await openFromLast(adam, order, 'approve');
      await adam.fill({ crew: [farid] });
      await sent(adam);
      await quiet(stage);
      expect((await stage.store.order(stage.sandbox.teamId, order.id))?.state).toBe('approved');
      // The person who was asked sees the outcome where the buttons were.
      for (const admin of [adam, olga]) expect(last(admin, order).actions).toEqual([]);
    },
  );

  test('admins whom the settings name, by themselves or in a group, are asked like the workspace’s own', async () => {
    const { people, sandbox } = stage;
    const { ben, fiona, gus, farid } = people;
    const group = sandbox.workspace.admin.setUserGroup('Dispatch', []);
    await stage.set({ roles: { admins: [ben.id, group] } });
    sandbox.workspace.admin.setUserGroup('Dispatch', ['fiona', 'gus']);
    await vi.waitFor(async () =>
      expect((await stage.store.userGroups(sandbox.teamId, [group]))[0]?.members).toContain(fiona.id),
    );
    const order = await submitted(stage);
    await change('sam', { deleted: true });
    for (const admin of [ben, fiona, people.adam])
      expect(told(admin, order)).toEqual([
        words.tell.lead.request_instead({ order: order.number, name: 'Sam Lee', title: 'Replace pump' }),
      ]);
    // A guest gains nothing from being in the group.
    expect(told(gus, order)).toEqual([]);
    await openFromLast(fiona, order, 'approve');
    await fiona.fill({ crew: [farid] });
    await sent(fiona);
    await quiet(stage);
    expect((await stage.store.order(sandbox.teamId, order.id))?.state).toBe('approved');
    await stage.set({});
  });

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
    expect(told(ana, order)).toEqual([expect.stringContaining('Sam Lee can no longer review')]);
    expect(told(adam, order)).toEqual([expect.stringContaining('can no longer review')]);
  });

  test('the supervisor goes while changes are requested: the requester is told to choose another one', async () => {
    const { people } = stage;
    const { ana, sam, adam } = people;
    const order = await submitted(stage);
    await decide(stage, sam, 'request_changes', order.name, 'Which pump?');
    await change('sam', { deleted: true });
    expect(told(ana, order).at(-1)).toContain('Choose another supervisor when you edit and resubmit it.');
    expect(last(ana, order).actions).toEqual(['resubmit', 'withdraw']);
    expect(told(adam, order)).toEqual([]);
  });

  test('the requester goes while changes are requested: the supervisor is told, and withdraws', async () => {
    const { people } = stage;
    const { sam } = people;
    const order = await submitted(stage);
    await decide(stage, sam, 'request_changes', order.name, 'Which pump?');
    await change('ana', { deleted: true });
    expect(told(sam, order).at(-1)).toMatch(
      /^SO-\d+: Ana Ruiz can no longer edit and resubmit Replace pump\. Withdraw it/,
    );
    await openFromLast(sam, order, 'withdraw');
    await sam.fill({ reason: 'Ana has left' });
    await sent(sam);
    expect((await stage.store.order(stage.sandbox.teamId, order.id))?.state).toBe('withdrawn');
  });

  test('changes are requested of a requester who is gone already: the supervisor hears of it', async () => {
    const { people } = stage;
    const { sam } = people;
    const order = await submitted(stage);
    await change('ana', { deleted: true });
    await decide(stage, sam, 'request_changes', order.name, 'Which pump?');
    await quiet(stage);
    expect(told(sam, order).at(-1)).toContain('Ana Ruiz can no longer edit and resubmit');
  });

  test('a field worker goes: the coordinator is told and puts somebody else on the crew; nothing is tried again for ever', async () => {
    const { people, sandbox } = stage;
    const { carla, sam, fiona } = people;
    const order = await inTheField(stage);
    await change('farid', { deleted: true });
    expect(told(carla, order)).toEqual([
      words.tell.lead.crew_gone({ order: order.number, name: 'Farid Haddad', title: 'Replace pump' }),
    ]);
    expect(told(sam, order)).toEqual([]);
    await openFromLast(carla, order, 'assign');
    await carla.fill({ crew: [fiona] });
    await sent(carla);
    await quiet(stage);
    expect(sandbox.workspace.channel(order.name).members).toContain('Fiona Walsh');
  });

  test('a field worker who becomes a guest goes on working', async () => {
    const { people, sandbox } = stage;
    const { carla, farid } = people;
    const order = await inTheField(stage);
    await change('farid', { isRestricted: true });
    expect(told(carla, order)).toEqual([]);
    await confirm(stage, farid, order.name);
    expect(sandbox.workspace.channel(order.name).files).toHaveLength(2);
  });

  test('a coordinator goes, then the supervisor, then a field worker: in the end an admin is told', async () => {
    const { people } = stage;
    const { sam, adam } = people;
    const order = await inTheField(stage);
    await change('carla', { deleted: true });
    expect(told(sam, order)).toEqual([
      words.tell.lead.coordinator_gone({ order: order.number, name: 'Carla Weber', title: 'Replace pump' }),
    ]);
    await change('sam', { deleted: true });
    await change('farid', { deleted: true });
    expect(told(adam, order)).toEqual([expect.stringContaining('Farid Haddad can no longer work on')]);
  });

  test('somebody went while the app was down: it finds out when it starts, and says it once', async () => {
    const { people, sandbox } = stage;
    const { carla } = people;
    const order = await inTheField(stage);
    await stage.down();
    sandbox.workspace.silently(() => sandbox.workspace.admin.changePerson('farid', { deleted: true }));
    await stage.up();
    await vi.waitFor(() => expect(told(carla, order).at(-1)).toContain('can no longer work on'));
    sandbox.workspace.admin.changePerson('farid', { title: 'Gone' });
    await quiet(stage);
    expect(told(carla, order)).toEqual([expect.stringContaining('Farid Haddad can no longer work on')]);
  });
});
