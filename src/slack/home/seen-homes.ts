import type { HomePage } from '../views/ids.ts';

/** People whose Home is remembered: who has not looked at theirs for so long gets it drawn when they open it. */
const MAX = 500;

/**
 * Which people of a workspace have had Home on a screen, and which page of it: Slack asks for Home when its tab is opened, not
 * when a form over it is closed. For the life of the process.
 */
export function createSeenHomes() {
  const pages = new Map<string, HomePage>();
  return {
    see(person: string, page: HomePage): void {
      pages.delete(person);
      pages.set(person, page);
      const [oldest] = pages.keys();
      if (pages.size > MAX && oldest !== undefined) pages.delete(oldest);
    },
    pageOf: (person: string): HomePage | undefined => pages.get(person),
  };
}

export type SeenHomes = ReturnType<typeof createSeenHomes>;
