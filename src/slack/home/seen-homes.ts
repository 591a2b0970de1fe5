import type { HomePage } from '../views/ids.ts';

/** People whose Home is remembered: who has not looked at theirs for so long gets it drawn when they open it. */
const MAX = 500;

/**
 * Whose Home has been on a screen, and which page of it: Slack asks for Home when its tab is opened, not when a form over it
 * is closed. For the life of the process.
 */
export interface SeenHomes {
  see(team: string, person: string, page: HomePage): void;
  pageOf(team: string, person: string): HomePage | undefined;
}

/** Nobody has looked yet. */
export function createSeenHomes(): SeenHomes {
  const pages = new Map<string, HomePage>();
  const key = (team: string, person: string) => `${team} ${person}`;
  return {
    see(team, person, page) {
      pages.delete(key(team, person));
      pages.set(key(team, person), page);
      const [oldest] = pages.keys();
      if (pages.size > MAX && oldest !== undefined) pages.delete(oldest);
    },
    pageOf: (team, person) => pages.get(key(team, person)),
  };
}
