/** Waits before something is shown to a person again when Slack did not take it, milliseconds: about two minutes in all. */
const WAITS = [1000, 2000, 5000, 10_000, 20_000, 30_000, 60_000];

/** What people are shown that nobody is owed: an answer, a page, Home. While Slack is in trouble it is tried again. */
export type BestEffortUpdates = ReturnType<typeof createBestEffortUpdates>;

/** Keeps them in memory only. `onFault` is told when `show` throws; it is not tried again then. */
export function createBestEffortUpdates(onFault: (error: unknown) => void, waits: readonly number[] = WAITS) {
  const latest = new Map<string, symbol>();

  async function attempt(key: string, turn: symbol, show: () => Promise<boolean>, tries: number): Promise<void> {
    if (latest.get(key) !== turn) return;
    const shown = await show().catch((error: unknown) => {
      onFault(error);
      return true;
    });
    const wait = waits[tries];
    if (latest.get(key) !== turn) return;
    if (shown || wait === undefined) latest.delete(key);
    else setTimeout(() => void attempt(key, turn, show, tries + 1), wait).unref();
  }

  return {
    /**
     * Shows something now; when `show` says false, again a few times within two minutes. A newer one of the same `key`
     * replaces one that still waits. Resolves after the first try; never rejects.
     */
    async show(key: string, show: () => Promise<boolean>): Promise<void> {
      const turn = Symbol(key);
      latest.set(key, turn);
      await attempt(key, turn, show, 0);
    },
  };
}
