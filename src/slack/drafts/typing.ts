import type { BlockActions, View } from '../transport/payloads.ts';

/** A page of a modal, whose inputs say all of it each time one of them is typed into. */
interface Page {
  running: Promise<void>;
  waiting: { payload: BlockActions; readonly saved: Promise<void> } | undefined;
}

/** Who saves what is typed into pages. */
export type Typing = ReturnType<typeof createTyping>;

/**
 * Saves what people type while they type it. While a page is being saved, what comes meanwhile waits and is then saved
 * together: the newest of it, since it has everything that the page shows.
 */
export function createTyping() {
  const pages = new Map<string, Page>();

  function begin(key: string, page: Page, work: () => Promise<void>): Promise<void> {
    page.running = work().finally(() => {
      if (!page.waiting) pages.delete(key);
    });
    return page.running;
  }

  return {
    /** Resolves when what this payload says is saved, by it or by a newer one of its page. */
    save(payload: BlockActions, work: (payload: BlockActions) => Promise<void>): Promise<void> {
      const key = keyOf(payload);
      const page = pages.get(key);
      if (!page) {
        const first: Page = { running: Promise.resolve(), waiting: undefined };
        pages.set(key, first);
        return begin(key, first, () => work(payload));
      }
      if (page.waiting) {
        page.waiting.payload = together(page.waiting.payload, payload);
        return page.waiting.saved;
      }
      const next = async () => {
        const now = page.waiting?.payload;
        page.waiting = undefined;
        return now ? begin(key, page, () => work(now)) : page.running;
      };
      page.waiting = { payload, saved: page.running.then(next, next) };
      return page.waiting.saved;
    },
    /** A page is submitted: what waits to be saved is part of that. */
    submitted(payload: Pick<BlockActions, 'team' | 'user'> & { readonly view: View }): void {
      const page = pages.get(keyOf(payload));
      if (page) page.waiting = undefined;
    },
  };
}

/** The newer payload, with what was typed into in both. */
function together(one: BlockActions, other: BlockActions): BlockActions {
  const at = ({ actions: [action] }: BlockActions) => action?.action_ts ?? '';
  const [older, newer] = at(one) > at(other) ? [other, one] : [one, other];
  return { ...newer, actions: [...newer.actions, ...older.actions] };
}

const keyOf = ({ team, user, view }: Pick<BlockActions, 'team' | 'user' | 'view'>): string =>
  JSON.stringify([team?.id, user.id, view?.id, view?.private_metadata]);
