/** What is typed into one page of a modal. */
interface Page<T> {
  running: Promise<void>;
  waiting: { readonly typed: T[]; readonly saved: Promise<void> } | undefined;
}

/** Who saves what is typed into pages. */
export type Typing<T> = ReturnType<typeof createTyping<T>>;

/**
 * Saves what people type while they type it. While a page is being saved, what comes meanwhile waits and is then saved
 * together.
 */
export function createTyping<T>() {
  const pages = new Map<string, Page<T>>();

  function begin(key: string, page: Page<T>, work: () => Promise<void>): Promise<void> {
    page.running = work().finally(() => {
      if (!page.waiting) pages.delete(key);
    });
    return page.running;
  }

  return {
    /** Resolves when what was typed is saved; `work` is given it with everything that waited with it, as it came. */
    save(key: string, typed: T, work: (typed: readonly T[]) => Promise<void>): Promise<void> {
      const page = pages.get(key);
      if (!page) {
        const first: Page<T> = { running: Promise.resolve(), waiting: undefined };
        pages.set(key, first);
        return begin(key, first, () => work([typed]));
      }
      if (page.waiting) {
        page.waiting.typed.push(typed);
        return page.waiting.saved;
      }
      const next = async () => {
        const all = page.waiting?.typed;
        page.waiting = undefined;
        return all ? begin(key, page, () => work(all)) : page.running;
      };
      page.waiting = { typed: [typed], saved: page.running.then(next, next) };
      return page.waiting.saved;
    },
    /** A page is submitted: what waits to be saved is part of that. */
    submitted(key: string): void {
      const page = pages.get(key);
      if (page) page.waiting = undefined;
    },
  };
}
