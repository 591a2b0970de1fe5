import { expect } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import type { ActionType } from '../../src/order/action.ts';
import type { Order, State, WholeOrder } from '../../src/order/order.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { pastTense } from '../../src/slack/views/entry/entry.ts';
import { wordsFor } from '../../src/words/words.ts';
import type { Arena } from './multi-process.ts';
import { words } from './words.ts';

export type Result = Awaited<ReturnType<Person['submit']>>;
type Shown = Extract<Result, { view: unknown }>['view'];

/** One of two people who act at once: their form is filled in up to the last press. */
export interface Rival {
  readonly who: Person;
  readonly button: string;
  /** Fills in the form; resolves with every text that was typed. */
  fill(): Promise<readonly string[]>;
  /** What becomes of the order when this one is first. `told`: the other, if not how the order stands. */
  readonly wins: {
    readonly action: Exclude<ActionType, 'lapse'>;
    readonly state: State;
    readonly told?: 'left' | 'edited';
  };
  /** What this one is told when the other was first, if that is not the end of it: the form goes on from there. */
  readonly goesOn?: (shown: Shown, before: WholeOrder, after: WholeOrder) => Promise<void>;
}

/** Opens a form about an order the way people come to old ones: by the card of `/so show`. */
export async function openOn(
  arena: Arena,
  { who, button }: Pick<Rival, 'who' | 'button'>,
  order: Order,
): Promise<void> {
  await clear(arena, who);
  const { message } = await who.command(`/so show ${orderNumber(order.number)}`);
  await who.press(button, { message: message?.ts ?? '' });
  await who.modal();
}

/** Nothing is left on this person's screen. */
export async function clear({ sandbox }: Arena, who: Person): Promise<void> {
  if (who.topModal()) await who.closeModal(true);
  const mine = sandbox.workspace.ephemerals.filter(({ ephemeralTo }) => ephemeralTo !== who.id);
  sandbox.workspace.ephemerals.splice(0, Number.POSITIVE_INFINITY, ...mine);
}

/** Both act at once or a moment apart, as chance has it; in the order in which the rivals are given. */
export async function atOnce<T>({ random }: Arena, a: () => Promise<T>, b: () => Promise<T>): Promise<[T, T]> {
  const swapped = random() < 0.5;
  const turns = random() < 0.5 ? 0 : Math.floor(random() * 40);
  const first = (swapped ? b : a)();
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
  const second = (swapped ? a : b)();
  return swapped ? [await second, await first] : [await first, await second];
}

/**
 * Runs one round: exactly one of the two acts, the other is told what happened and by whom and finds every text again.
 * Resolves with the winner's action.
 */
export async function race(arena: Arena, before: WholeOrder, rivals: readonly [Rival, Rival]): Promise<ActionType> {
  const typed: (readonly string[])[] = [];
  for (const rival of rivals) {
    await openOn(arena, rival, before);
    typed.push(await rival.fill());
  }
  const results = await atOnce(
    arena,
    () => rivals[0].who.submit(),
    () => rivals[1].who.submit(),
  );
  const after = await arena.now(before);
  const closed = results.map((result) => 'closed' in result);
  expect(closed.toSorted(), JSON.stringify(results).slice(0, 3000)).toEqual([false, true]);
  const [winner, loser] = closed[0] ? rivals : [rivals[1], rivals[0]];
  decidedOnce(arena, before, after);
  const last = after.entries.at(-1);
  expect({ by: last?.by.id, action: last?.action.type, state: after.state }).toEqual({
    by: winner.who.id,
    action: winner.wins.action,
    state: winner.wins.state,
  });

  const told = results[closed[0] ? 1 : 0];
  if (told === undefined || !('view' in told)) throw new Error(`the other was not told: ${JSON.stringify(told)}`);
  expect(told.view.shown).toContain(winner.who.name);
  if (loser.goesOn) {
    await loser.goesOn(told.view, before, after);
  } else {
    const { refusal } = wordsFor();
    const { action, told: why } = winner.wins;
    const about = { order: orderNumber(before.number), name: winner.who.name };
    expect(told.view.shown).toContain(why ? refusal[why](about) : refusal.stands[action](about));
    findsAgain(told.view, typed[closed[0] ? 1 : 0] ?? []);
  }
  return winner.wins.action;
}

/** One entry more than before (none: the order is new), versions in a row, and Slack owed what one decision makes owed, once. */
export function decidedOnce(arena: Arena, before: WholeOrder | undefined, after: WholeOrder): void {
  const entries = (before?.entries.length ?? 0) + 1;
  expect(after.entries.map(({ seq }) => seq)).toEqual(Array.from({ length: entries }, (_, index) => index + 1));
  expect(after.versions.map(({ n }) => n)).toEqual(after.versions.map((_, index) => index + 1));
  const due = arena.due(before, after);
  expect(due.length).toBeGreaterThan(2);
  expect(arena.owed(after, entries)).toEqual(due);
}

/** Everything is in the order's one channel: a message for every entry, a PDF for every version, each once. */
export async function deliveredOnce({ idle, sandbox }: Arena, order: WholeOrder): Promise<void> {
  await idle();
  const number = orderNumber(order.number);
  const channels = sandbox.workspace.channels().filter(({ name }) => name.startsWith(number.toLowerCase()));
  expect(channels).toHaveLength(1);
  const { files, messages } = sandbox.workspace.channel(channels[0]?.name ?? '');
  for (const entry of order.entries) {
    const said = `${number}: ${pastTense(entry, words)}`;
    expect({ said, times: messages.filter(({ text }) => text?.startsWith(said)).length }).toEqual({ said, times: 1 });
  }
  const documents = order.versions.map(({ n }) => `${number} v${n}.pdf`);
  expect(files.filter((name) => name.endsWith('.pdf'))).toEqual(documents);
}

/** Every text stands whole in what is shown. */
export function findsAgain({ blocks }: Pick<Shown, 'blocks'>, texts: readonly string[]): void {
  expect(texts.length).toBeGreaterThan(0);
  const shown = JSON.stringify(blocks);
  for (const text of texts) expect(shown).toContain(JSON.stringify(text).slice(1, -1));
}

/** Who won how often. */
export class Tally {
  readonly #counts = new Map<string, Map<string, number>>();

  count(race: string, winner: string): void {
    const counts = this.#counts.get(race) ?? new Map<string, number>();
    counts.set(winner, (counts.get(winner) ?? 0) + 1);
    this.#counts.set(race, counts);
  }

  winners(race: string): string[] {
    return [...(this.#counts.get(race)?.keys() ?? [])].sort();
  }

  toString(): string {
    return [...this.#counts]
      .map(([race, counts]) => `${race.padEnd(64)} ${[...counts].map(([who, n]) => `${who} ${n}`).join(', ')}`)
      .join('\n');
  }
}
