import type { Store } from '../../db/ports.ts';
import type { Renderer } from '../../src/pdf/renderer.ts';
import { acts, castOf, type Life, live, type Mortal } from './life.ts';
import { inWords, type Moment, type Strikes, type Watch, watch } from './moments.ts';
import { difference, type Picture, pictureOf } from './picture.ts';

/** A place where lives are lived one after the other; several stand side by side. */
export interface Place extends Mortal {
  readonly store: Store;
  complaints(): string[];
  stop(): Promise<void>;
}

/** What a sweep itself brings about: dead and lost acks, scopes that are missing; and what a busy computer does: lateness. */
const EXPECTED: ReadonlySet<string> = new Set(['missing_scope', 'no_ack', 'late_ack', 'bad_trigger']);

/** What the sandbox objects to beyond that. */
export const complaintsOf = ({ complaints }: Mortal['sandbox']): string[] =>
  complaints.filter(({ kind }) => !EXPECTED.has(kind)).map(({ text }) => text);

/** What a life meets. */
export type Plan = readonly Moment[];

/** What came out of many lives. */
export interface Tally {
  lives: number;
  /** Moments at which it really struck. */
  struck: Moment[];
  lost: number;
  doubled: number;
  /** What was wrong with a life, in words. */
  failures: string[];
}

/**
 * The plans that strike at every one of these moments once: the j-th life meets the j-th moment of each act (or of
 * each group that `within` makes of an act).
 */
export function plansFor(moments: readonly Moment[], within: (moment: Moment) => string = () => ''): Plan[] {
  const groups = new Map<string, Moment[]>();
  for (const moment of moments) {
    const key = `${moment.act} ${within(moment)}`;
    groups.set(key, [...(groups.get(key) ?? []), moment]);
  }
  const most = Math.max(...[...groups.values()].map((ones) => ones.length));
  return Array.from({ length: most }, (_, j) => [...groups.values()].flatMap((ones) => ones[j] ?? []));
}

/** A place with its watch, and what an undisturbed life looks like there. */
interface Stand<P extends Place> {
  readonly place: P;
  readonly seen: Watch;
}

/** Lives planned lives at several places at once and compares each with an undisturbed one. */
export interface Sweep<P extends Place> {
  /** The moments of an undisturbed life. */
  readonly moments: readonly Moment[];
  readonly undisturbed: Picture;
  readonly places: readonly P[];
  /** `strikes` says what happens at the moments of a plan; `struck` is told when it really has. */
  run(
    plans: readonly Plan[],
    strikes: (place: P, plan: Plan, struck: (moment: Moment) => void) => Strikes,
    allowed?: Allowance,
  ): Promise<Tally>;
  stop(): Promise<void>;
}

/** Whether a line that is there too often was to be feared; asked once for each, in the order in which they stand. */
export type Allowance = (line: string) => boolean;

/**
 * Opens so many places and records two undisturbed lives, at one of them or at a `calm` place: they must look the same,
 * or nothing could be compared. With a renderer, every PDF is made once more and its bytes compared.
 */
export async function openSweep<P extends Place>(
  size: number,
  open: () => Promise<P>,
  { calm, renderer, life = acts }: { calm?: () => Promise<P>; renderer?: Renderer; life?: Life } = {},
): Promise<Sweep<P>> {
  const stand = async (opened: Promise<P>): Promise<Stand<P>> => {
    const place = await opened;
    return { place, seen: watch(place.sandbox) };
  };
  const stands = await Promise.all(Array.from({ length: size }, () => stand(open())));
  const quiet = calm ? await stand(calm()) : stands[0];
  if (!quiet) throw new Error('a sweep needs a place');

  /** One whole life; what it looks like in the end. */
  const lived = async (stand: Stand<P>, strikes: Strikes): Promise<Picture> => {
    const { place, seen } = stand;
    const before = await newest(place);
    seen.life(strikes);
    const had = received(place);
    await live(place, seen.act, life);
    const number = before + 1;
    if ((await newest(place)) !== number) throw new Error(`${(await newest(place)) - before} orders were made`);
    const { posts, facts } = await pictureOf({ ...place, renderer }, number);
    const has = received(place);
    return {
      posts,
      facts: [
        ...facts,
        `${has.exports - had.exports} files of orders`,
        `${has.standIns - had.standIns} to who stands in`,
      ],
    };
  };

  const stop = async () => void (await Promise.all(stands.map(({ place }) => place.stop())));
  const twice = async () => [await recorded(quiet), await recorded(quiet)] as const;
  const [undisturbed, again] = await twice().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const problems = [
    ...Object.values(difference(undisturbed.picture, again.picture)).flat(),
    ...quiet.place.complaints(),
  ];
  if (problems.length > 0) {
    await stop();
    throw new Error(`two undisturbed lives differ:\n${problems.join('\n')}`);
  }
  if (calm) await quiet.place.stop();

  return {
    moments: inBoth(undisturbed.moments, again.moments),
    undisturbed: undisturbed.picture,
    places: stands.map(({ place }) => place),
    async run(plans, strikes, allowed = () => false) {
      const tally: Tally = { lives: 0, struck: [], lost: 0, doubled: 0, failures: [] };
      const left = [...plans];
      await Promise.all(
        stands.map(async (stand) => {
          for (let plan = left.shift(); plan; plan = left.shift()) {
            const met: Moment[] = [];
            const wrong = await tried(
              undisturbed.picture,
              stand,
              plan,
              strikes(stand.place, plan, (moment) => void met.push(moment)),
            );
            const missed = plan.filter((moment) => !met.includes(moment));
            tally.lives += 1;
            tally.struck.push(...met);
            const doubled = wrong.doubled.filter((line) => !allowed(line));
            tally.lost += wrong.lost.length;
            tally.doubled += doubled.length;
            const said = [
              ...wrong.trouble,
              ...missed.map((moment) => `it never came to ${inWords(moment)}`),
              ...wrong.lost.map((line) => `lost: ${line}`),
              ...doubled.map((line) => `doubled: ${line}`),
            ];
            if (said.length === 0) continue;
            const failure = `${plan.map(inWords).join('; ')}\n  ${said.join('\n  ')}`;
            tally.failures.push(failure);
            // At once: a sweep is long, and its end may never be seen.
            process.stdout.write(`${failure}\n`);
          }
        }),
      );
      return tally;
    },
    stop,
  };

  async function recorded(at: Stand<P>) {
    const picture = await lived(at, {});
    return { picture, moments: at.seen.moments() };
  }

  async function tried(wanted: Picture, stand: Stand<P>, plan: Plan, strikes: Strikes) {
    const heard = stand.place.complaints().length;
    try {
      const picture = await lived(stand, strikes);
      const { lost, doubled } = difference(wanted, picture);
      const sorted = lost.length + doubled.length > 0 || same(wanted, picture);
      return {
        lost,
        doubled,
        trouble: [...stand.place.complaints().slice(heard), ...(sorted ? [] : ['the posts stand in another order'])],
      };
    } catch (error) {
      const where = plan.map(inWords).join('; ');
      const screens = Object.values(castOf(stand.place)).map(
        (person) => `${person.name} sees ${person.screen().slice(0, 500)}`,
      );
      return {
        lost: [],
        doubled: [],
        trouble: [`stuck after ${where}: ${String(error)}`, ...screens, ...stand.place.complaints().slice(heard)],
      };
    }
  }
}

const same = (a: Picture, b: Picture): boolean => a.posts.join('\n') === b.posts.join('\n');

/** The moments that both lives have: a slow computer may add one, such as a look after a time-out. */
function inBoth(first: readonly Moment[], second: readonly Moment[]): Moment[] {
  const names = new Set(second.map(inWords));
  return first.filter((moment) => names.has(inWords(moment)));
}

/** How many files the admin has got, and how many messages the substitute: not all of them name an order. */
const received = (place: Place) => ({
  exports: place.sandbox.people.adam.directMessages().reduce((sum, { files }) => sum + files.length, 0),
  standIns: castOf(place).substitute.directMessages().length,
});

/** The number of the newest order; 0 when there is none. */
async function newest({ sandbox, store }: Place): Promise<number> {
  const [last] = await store.list(sandbox.teamId, { limit: 1 });
  return last?.number ?? 0;
}
