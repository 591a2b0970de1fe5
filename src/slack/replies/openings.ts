import type { HomePage } from '../views/ids.ts';

/** Forms whose opening is remembered; and how long Slack takes answers to what opened one (30 minutes, less a margin). */
const MAX_FORMS = 1000;
const ANSWERABLE = 25 * 60_000;
/** People whose Home is remembered: others get it drawn when they open it. */
const MAX_HOMES = 500;

/** Sets an entry as the newest, and forgets the oldest beyond `max`. */
function remember<V>(known: Map<string, V>, key: string, value: V, max: number): void {
  known.delete(key);
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > max && oldest !== undefined) known.delete(oldest);
}

/** Where people opened their forms, so that they can be told there that a draft is kept. Kept in memory only. */
export type Openings = ReturnType<typeof createOpenings>;

/** Nothing is open yet. `now` is in milliseconds. */
export function createOpenings(now: () => number) {
  const known = new Map<string, { responseUrl: string | undefined; until: number; told: boolean }>();
  return {
    /** A form was shown. `key`: its filling-in; `responseUrl`: of what it was opened with, if that has one. */
    opened(key: string, responseUrl: string | undefined): void {
      // A direct message comes once for each filling-in; beside the command that opened the form, every time.
      const told = responseUrl === undefined && known.get(key)?.told === true;
      remember(known, key, { responseUrl, until: now() + ANSWERABLE, told }, MAX_FORMS);
    },
    /** It was closed: where to say so, if that was not said yet. */
    closed(key: string): { responseUrl: string | undefined } | undefined {
      const opening = known.get(key) ?? { responseUrl: undefined, until: 0, told: false };
      if (opening.told) return undefined;
      known.set(key, { ...opening, told: true });
      return { responseUrl: opening.until > now() ? opening.responseUrl : undefined };
    },
  };
}

/**
 * Which people of a workspace have had Home on a screen, and which page of it: Slack asks for Home when its tab is opened, not
 * when a form over it is closed. For the life of the process.
 */
export function createSeenHomes() {
  const pages = new Map<string, HomePage>();
  return {
    see: (person: string, page: HomePage): void => remember(pages, person, page, MAX_HOMES),
    pageOf: (person: string): HomePage | undefined => pages.get(person),
  };
}
