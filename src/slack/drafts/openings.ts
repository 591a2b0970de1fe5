/** Forms whose opening is remembered; and how long Slack takes answers to what opened one (30 minutes, less a margin). */
const MAX = 1000;
const ANSWERABLE = 25 * 60_000;

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
      known.delete(key);
      known.set(key, { responseUrl, until: now() + ANSWERABLE, told });
      const [oldest] = known.keys();
      if (known.size > MAX && oldest !== undefined) known.delete(oldest);
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
