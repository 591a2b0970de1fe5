import type { Store } from '../../../db/ports.ts';
import { decodeHomePage, encodeHomePage, type HomePage } from '../views/ids.ts';

const DAY = 86_400_000;
/** After so long nobody counts as having Home before them; they get it when they open it. Milliseconds. */
const SEEN_LASTS = 30 * DAY;

export type SeenHomes = ReturnType<typeof createSeenHomes>;

/**
 * Which page of Home people of a workspace last had on a screen, whichever instance drew it: Slack asks for Home when its
 * tab is opened, not when a form over it is closed. Nothing here rejects: without the database, Home is drawn when it is
 * opened. `now` in milliseconds.
 */
export function createSeenHomes(store: Pick<Store, 'homeOf' | 'saveHome'>, team: string, now: () => number) {
  const read = async (person: string) => {
    const seen = await store.homeOf(team, person).catch(() => undefined);
    return seen && Math.abs(now() - seen.seenAt) < SEEN_LASTS ? seen : undefined;
  };
  return {
    async see(person: string, page: HomePage): Promise<void> {
      const [seen, text] = [await read(person), encodeHomePage(page)];
      if (seen?.page === text && now() - seen.seenAt < DAY) return;
      await store.saveHome(team, person, text, now()).catch(() => undefined);
    },
    async pageOf(person: string): Promise<HomePage | undefined> {
      const seen = await read(person);
      return seen && decodeHomePage(seen.page);
    },
  };
}
