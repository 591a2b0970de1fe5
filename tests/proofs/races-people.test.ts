import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { addItem, next } from '../support/acting.ts';
import { type Arena, startArena } from '../support/multi-process.ts';
import { clear, decidedOnce, deliveredOnce, findsAgain, type Rival, race, Tally } from '../support/race.ts';
import { ANY, part, words } from '../support/words.ts';

const ROUNDS = Number(process.env.ROUNDS ?? 100);
const SEED = Number(process.env.SEED ?? 20_261_125);

/** What people type: a word, a few, markup that must not become any, and as much as the field takes. */
const texts = [
  'Budget',
  'No crew this week',
  'Too <late> & *too* dear `now`',
  `A long & winding <story>\n${'wordy '.repeat(320)}end`,
];

/** What the one who is second with work on an older version is told. */
const overtaken = part(words.forms.draft.issuedBy({ name: ANY, version: 2 }));

const grounds = [
  { where: 'two app processes on one database', rounds: ROUNDS, delivered: false },
  { where: 'everything delivered', rounds: Math.ceil(ROUNDS / 20), delivered: true },
];

describe.each(grounds)(`two people at once, $where (seed ${SEED})`, ({ rounds, delivered }) => {
  let arena: Arena;
  const tally = new Tally();
  beforeAll(async () => {
    arena = await startArena(SEED, { delivered });
  });
  afterEach(async () => {
    for (const person of Object.values(arena.people)) await clear(arena, person);
    expect(arena.sandbox.complaints).toEqual([]);
  });
  afterAll(async () => {
    process.stdout.write(`${tally}\nenvelopes by connection: ${arena.used.join(', ')}\n`);
    expect(Math.min(...arena.used)).toBeGreaterThan(0);
    await arena.stop();
  });

  const anyText = () => texts[Math.floor(arena.random() * texts.length)] ?? '';

  /** A form with nothing but a reason. */
  const because = (who: Person, button: string, wins: Rival['wins']): Rival => ({
    who,
    button,
    wins,
    async fill() {
      const reason = anyText();
      await who.fill({ reason });
      return [reason];
    },
  });
  const approving = (who: Person, crew: Person): Rival => ({
    who,
    button: 'approve',
    wins: { action: 'approve', state: 'approved' },
    async fill() {
      const comment = anyText().slice(0, 500);
      await who.fill({ crew: [crew], comment });
      return [comment, `<@${crew.id}>`];
    },
  });
  const rejecting = (who: Person) => because(who, 'reject', { action: 'reject', state: 'rejected' });

  interface Report {
    readonly item?: string;
    readonly final?: boolean;
    readonly photo?: string;
  }
  /** A confirmation, filled in up to its last page. */
  const confirming = (who: Person, { item, final = false, photo }: Report, goesOn?: Rival['goesOn']): Rival => ({
    who,
    button: 'confirm',
    wins: final
      ? {
          action: 'confirm_final',
          state: 'completed',
        }
      : { action: 'confirm_partial', state: 'approved' },
    ...(goesOn ? { goesOn } : {}),
    async fill() {
      const done = anyText();
      if (item) await addItem(who, { description: item, quantity: '2' });
      await next(who);
      await who.fill({
        workDone: done,
        ...(item ? { reason: 'Worn as well' } : {}),
        ...(photo ? { photos: [{ name: photo, bytes: Buffer.from('photo'), mimetype: 'image/jpeg' }] } : {}),
        ...(final ? { final: true } : {}),
      });
      await next(who);
      if (final) {
        await who.fill({ acceptance: 'unavailable' });
        await next(who);
      }
      return [done, ...(item ? [item, 'Worn as well'] : []), ...(photo ? [photo] : [])];
    },
  });
  const closing = (who: Person, outcome: string, goesOn?: Rival['goesOn']): Rival => ({
    who,
    button: 'close',
    wins: { action: 'close', state: 'completed' },
    ...(goesOn ? { goesOn } : {}),
    async fill() {
      const note = anyText();
      if (outcome !== 'as_ordered') await who.fill({ outcome });
      await next(who);
      await who.fill({ acceptance: 'unavailable', note });
      return [note];
    },
  });

  /** The one who was second with work on an older version sends it again, on top, and nothing of the first is undone. */
  const againOnTop =
    (who: Person, mine: string, theirs: string): NonNullable<Rival['goesOn']> =>
    async (shown, before, after) => {
      expect(shown.shown).toContain(overtaken);
      findsAgain(shown, [theirs, mine]);
      const firsts = after.versions.at(-1);
      expect(await who.submit()).toEqual({ closed: true });
      const now = await arena.now(before);
      decidedOnce(arena, after, now);
      expect(now.versions[1]).toEqual(firsts);
      const described = now.versions.map(({ content }) => content.items.map(({ description }) => description));
      expect(described).toEqual([
        ['Pump', 'Hose'],
        ['Pump', 'Hose', theirs],
        ['Pump', 'Hose', theirs, mine],
      ]);
      expect(now.versions[2]?.report?.reason).toBe('Worn as well');
    };

  type Round = () => Promise<readonly [WholeOrder, readonly [Rival, Rival]]>;
  const races: Record<string, Round> = {
    'approve against reject': async () => {
      const { sam, adam, farid } = arena.people;
      return [await arena.orders.submitted(), [approving(sam, farid), rejecting(adam)]];
    },
    'request changes against approve': async () => {
      const { sam, adam, farid } = arena.people;
      const asks = { action: 'request_changes', state: 'changes_requested' } as const;
      return [await arena.orders.submitted(), [because(adam, 'request_changes', asks), approving(sam, farid)]];
    },
    'withdraw against approve': async () => {
      const { ana, sam, farid } = arena.people;
      const withdraws = { action: 'withdraw', state: 'withdrawn' } as const;
      return [await arena.orders.submitted(), [because(ana, 'withdraw', withdraws), approving(sam, farid)]];
    },
    'resubmit against withdraw': async () => {
      const { ana, sam } = arena.people;
      const withdraws = { action: 'withdraw', state: 'withdrawn' } as const;
      const resubmits: Rival = {
        who: ana,
        button: 'resubmit',
        wins: { action: 'resubmit', state: 'submitted', told: 'edited' },
        async fill() {
          const description = anyText();
          await ana.fill({ description });
          await next(ana);
          await next(ana);
          await addItem(ana, { description: 'Gasket', quantity: '3' });
          await next(ana);
          return [description, 'Gasket'];
        },
      };
      return [await arena.orders.sentBack(), [resubmits, because(sam, 'withdraw', withdraws)]];
    },
    'two confirmations from one version': async () => {
      const { farid, fiona } = arena.people;
      return [
        await arena.orders.inField(farid, fiona),
        [
          confirming(farid, { item: 'Seal' }, againOnTop(farid, 'Seal', 'Valve')),
          confirming(fiona, { item: 'Valve' }, againOnTop(fiona, 'Valve', 'Seal')),
        ],
      ];
    },
    'two final confirmations from one version': async () => {
      const { farid, fiona } = arena.people;
      return [
        await arena.orders.inField(farid, fiona),
        [confirming(farid, { item: 'Seal', final: true, photo: 'seal.jpg' }), confirming(fiona, { final: true })],
      ];
    },
    'close against a partial confirmation': async () => {
      const { farid, fiona } = arena.people;
      const asWell: NonNullable<Rival['goesOn']> = async (shown, before, after) => {
        expect(shown.shown).toContain(overtaken);
        expect(await fiona.submit()).toEqual({ closed: true });
        const now = await arena.now(before);
        decidedOnce(arena, after, now);
        expect(now.outcome).toBe('with_changes');
        expect(now.versions.map(({ kind }) => kind)).toEqual(['original', 'confirmation', 'closing']);
        expect(now.versions[2]?.content.items).toEqual(after.content.items);
      };
      return [
        await arena.orders.inField(farid, fiona),
        [confirming(farid, { item: 'Seal' }), closing(fiona, 'with_changes', asWell)],
      ];
    },
    'close against a final confirmation': async () => {
      const { farid, fiona } = arena.people;
      return [
        await arena.orders.inField(farid, fiona),
        [confirming(farid, { final: true, photo: 'done.jpg' }), closing(fiona, 'as_ordered')],
      ];
    },
    'assign against close by somebody who is taken off': async () => {
      const { sam, farid, fiona } = arena.people;
      const assigns: Rival = {
        who: sam,
        button: 'assign',
        wins: {
          action: 'assign',
          state: 'approved',
          told: 'left',
        },
        async fill() {
          await sam.fill({ crew: [fiona] });
          return [`<@${fiona.id}>`];
        },
      };
      return [await arena.orders.inField(farid), [assigns, closing(farid, 'as_ordered')]];
    },
    'reopen against reopen': async () => {
      const { sam, adam, farid } = arena.people;
      const reopens = { action: 'reopen', state: 'approved' } as const;
      return [await arena.orders.closed(farid), [because(sam, 'reopen', reopens), because(adam, 'reopen', reopens)]];
    },
  };

  test.each(Object.entries(races))('%s: one acts, the other is told and loses nothing', async (name, round) => {
    for (let n = 0; n < rounds; n++) {
      const [order, rivals] = await round();
      await race(arena, order, rivals);
      const after = await arena.now(order);
      if (delivered) await deliveredOnce(arena, after);
      const last = after.entries[order.entries.length];
      tally.count(name, `${last?.by.name} (${last?.action.type})`);
    }
    if (rounds >= 20) expect(tally.winners(name)).toHaveLength(2);
  });
});
