import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import { approve, decide, open, sent, submitOrder } from '../support/acting.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { did } from '../support/words.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await startStage();
});
afterEach(() => stage.stop());

const isOf = (person: Person) => (args: { users?: unknown; user?: unknown }) =>
  args.users === person.id || args.user === person.id;
const members = (name: string) =>
  stage.sandbox.workspace.channel(name).members.map((one) => (typeof one === 'string' ? one : String(one)));
async function assign(name: string, crew: Person[], coordinator?: Person | null): Promise<void> {
  await open(stage.people.sam, 'assign', name);
  await stage.people.sam.fill({
    crew,
    ...(coordinator === undefined ? {} : { coordinator }),
  });
  await sent(stage.people.sam);
}

describe('A5 one whom Slack does not let in keeps nobody else out', () => {
  test('by an undocumented word: the others come at once, so do the PDF and what follows; it is parked with the name, and Retry helps', async () => {
    const { sandbox, people, store } = stage;
    const { ana, sam, farid, gus, adam } = people;
    const name = await submitOrder(stage, ana, sam);
    const allow = sandbox.faults.on(
      'conversations.invite',
      { kind: 'error', error: 'something_new' },
      { when: isOf(farid) },
    );
    await open(sam, 'approve', name);
    await sam.fill({ crew: [farid, gus] });
    await sent(sam);
    const begun = performance.now();
    await vi.waitFor(() => {
      const { files, messages } = sandbox.workspace.channel(name);
      expect(files).toHaveLength(1);
      expect(messages.filter(({ text }) => text.includes(did('approve')))).toHaveLength(1);
    }, 20_000);
    expect(members(name)).toContain(gus.name);
    expect(performance.now() - begun).toBeLessThan(20_000);
    await vi.waitFor(
      async () => {
        await store.expediteRetries(sandbox.teamId, Date.now(), Date.now() + 100_000);
        expect((await store.parked(sandbox.teamId, 5)).map(({ error, remedy }) => [error, remedy])).toEqual([
          ['something_new', expect.stringContaining(`${farid.name} (something_new)`)],
        ]);
      },
      { timeout: 60_000, interval: 100 },
    );
    allow();
    await adam.openHome();
    await adam.press('effect_retry', { home: true });
    await stage.idle();
    expect(members(name)).toContain(farid.name);
    expect((await store.backlog(sandbox.teamId)).parked).toBe(0);
  }, 90_000);

  test.each([
    ['when the channel is opened', 'restricted_action'],
    ['when the channel is opened', 'internal_error'],
  ])(
    '%s, by %s',
    async (_, error) => {
      const { sandbox, people } = stage;
      const { ana, sam } = people;
      sandbox.faults.on('conversations.invite', { kind: 'error', error }, { when: isOf(ana) });
      await people.ana.command('/so list');
      void submitOrder(stage, ana, sam).catch(() => undefined);
      await vi.waitFor(() => {
        const name = sandbox.workspace.channels().find((one) => one.name.startsWith('so-'))?.name ?? '';
        expect(members(name)).toContain(sam.name);
        expect(sandbox.workspace.channel(name).messages.some(({ text }) => text.includes(did('submit')))).toBe(true);
      }, 20_000);
    },
    40_000,
  );

  test('in a next channel', async () => {
    const { sandbox, people } = stage;
    const { ana, sam, farid } = people;
    const name = await submitOrder(stage, ana, sam);
    sandbox.workspace.admin.archiveChannel(name);
    await sandbox.idle();
    sandbox.faults.on('conversations.invite', { kind: 'error', error: 'something_new' }, { when: isOf(ana) });
    await sam.press('approve', { message: sam.directMessages().at(-1) });
    await sam.modal('approve');
    await sam.fill({ crew: [farid] });
    await sent(sam);
    await vi.waitFor(() => {
      const next = sandbox.workspace.channels().at(-1)?.name ?? '';
      expect(next).not.toBe(name);
      expect(sandbox.workspace.channel(next).files).toHaveLength(1);
      expect(members(next)).toEqual(expect.arrayContaining([sam.name, farid.name]));
    }, 30_000);
  }, 40_000);
});

describe('F3 who leaves the order leaves its private channel', () => {
  async function approved(crew: Person[]): Promise<string> {
    const name = await submitOrder(stage, stage.people.ana, stage.people.sam);
    await approve(stage, stage.people.sam, name, crew);
    return name;
  }

  test('a guest who is taken off the crew', async () => {
    const { farid, gus } = stage.people;
    const name = await approved([farid, gus]);
    expect(members(name)).toContain(gus.name);
    await assign(name, [farid]);
    await stage.idle();
    expect(members(name)).not.toContain(gus.name);
    expect(members(name)).toContain(farid.name);
    expect(stage.sandbox.complaints).toEqual([]);
  });

  test('a supervisor who is replaced when the order is resubmitted, and a coordinator who is replaced', async () => {
    const { ana, sam, sofia, farid, carla, ben } = stage.people;
    const name = await submitOrder(stage, ana, sam, { when: { coordinator: carla } });
    await decide(stage, sam, 'request_changes', name, 'Not mine.');
    await open(ana, 'resubmit', name);
    await ana.submit();
    await ana.fill({ supervisor: sofia });
    await ana.submit();
    await sent(ana);
    await stage.idle();
    expect(members(name)).not.toContain(sam.name);
    expect(members(name)).toEqual(expect.arrayContaining([sofia.name, carla.name]));
    await open(sofia, 'approve', name);
    await sofia.fill({ crew: [farid], coordinator: ben });
    await sent(sofia);
    await stage.idle();
    expect(members(name)).not.toContain(carla.name);
    expect(members(name)).toContain(ben.name);
  });

  test('not who has another part in it; not who is assigned again meanwhile; not where the settings keep them', async () => {
    const { ana, farid, fiona, gus } = stage.people;
    const name = await approved([ana, farid, fiona]);
    const hold = stage.sandbox.faults.on('conversations.info', { kind: 'ratelimited', retryAfter: 1 });
    await assign(name, [farid]);
    await assign(name, [farid, fiona]);
    hold();
    await stage.idle();
    expect(members(name)).toEqual(expect.arrayContaining([ana.name, farid.name, fiona.name]));
    expect(stage.sandbox.inspector.calls('conversations.kick')).toEqual([]);
    await stage.set({ channel: { keepMembers: true } });
    await assign(name, [gus]);
    await stage.idle();
    expect(members(name)).toEqual(expect.arrayContaining([farid.name, fiona.name, gus.name]));
  });

  test('who is assigned again while Slack removes them is brought back', async () => {
    const { farid, fiona, sam } = stage.people;
    const name = await approved([farid, fiona]);
    await open(sam, 'assign', name);
    await sam.fill({ crew: [farid] });
    let again: Promise<void> | undefined;
    const invited = () => stage.sandbox.inspector.calls('conversations.invite').filter(({ args }) => isOf(fiona)(args));
    // Slack is asked to bring her in while she is still there, and removes her only then.
    stage.sandbox.faults.before('conversations.kick', async () => {
      const before = invited().length;
      again ??= assign(name, [farid, fiona]);
      await again;
      await vi.waitFor(() => expect(invited().length).toBeGreaterThan(before), 10_000);
    });
    await sent(sam);
    await vi.waitFor(() => expect(again).toBeDefined(), 10_000);
    await stage.idle();
    expect(stage.sandbox.inspector.calls('conversations.kick')).toHaveLength(1);
    expect(members(name)).toContain(fiona.name);
  });

  test('who left its channel by themselves is not dragged back', async () => {
    const { ana, sam, carla, farid, fiona } = stage.people;
    const name = await submitOrder(stage, ana, sam, { when: { coordinator: carla } });
    await approve(stage, sam, name, [farid]);
    for (const who of ['carla', 'farid'] as const) stage.sandbox.workspace.admin.removeFrom(name, who);
    await stage.sandbox.idle();
    await assign(name, [farid, fiona], carla);
    await stage.idle();
    expect(members(name)).toContain(fiona.name);
    for (const gone of [carla, farid]) expect(members(name)).not.toContain(gone.name);
  });

  test('who is deactivated or has left by themselves needs nothing', async () => {
    const { sandbox, people, store } = stage;
    const { farid, fiona, gus } = people;
    const name = await approved([farid, fiona, gus]);
    sandbox.workspace.admin.removeFrom(name, 'fiona');
    sandbox.workspace.admin.changePerson('gus', { deleted: true });
    await sandbox.idle();
    await assign(name, [farid]);
    await stage.idle();
    expect(members(name)).not.toContain(gus.name);
    expect((await store.backlog(sandbox.teamId)).parked).toBe(0);
  });

  test.each([
    ['restricted_action', /restricted_action/],
    ['cant_kick_self', /cant_kick_self/],
  ])('%s for one: the other is removed, everything goes on, an admin is told whom it is about', async (error, told) => {
    const { sandbox, people, store } = stage;
    const { farid, fiona, gus } = people;
    const name = await approved([farid, fiona, gus]);
    const allow = sandbox.faults.on('conversations.kick', { kind: 'error', error }, { when: isOf(fiona) });
    await assign(name, [farid]);
    await stage.idle();
    expect(members(name)).not.toContain(gus.name);
    const [parked] = await store.parked(sandbox.teamId, 1);
    expect(parked?.remedy).toContain(fiona.name);
    expect(parked?.remedy).toMatch(told);
    expect(sandbox.workspace.channel(name).messages.filter(({ text }) => text.includes(did('assign')))).toHaveLength(1);
    allow();
    await store.unparkAll(sandbox.teamId, Date.now());
    await stage.idle();
    expect(members(name)).not.toContain(fiona.name);
  });

  test('a scope that is missing is named', async () => {
    const { sandbox, people, store } = stage;
    const name = await approved([people.farid, people.fiona]);
    sandbox.faults.on('conversations.kick', { kind: 'error', error: 'missing_scope' });
    await assign(name, [people.farid]);
    await stage.idle();
    expect((await store.parked(sandbox.teamId, 1))[0]?.error).toBe('missing_scope');
  });

  test('a public channel is left alone', async () => {
    const { farid, fiona } = stage.people;
    await stage.set({ channel: { private: false } });
    const name = await approved([farid, fiona]);
    await assign(name, [farid]);
    await stage.idle();
    expect(stage.sandbox.inspector.calls('conversations.kick')).toEqual([]);
  });
});
