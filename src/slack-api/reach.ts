/** Whether Slack has answered lately. */
export interface Reach {
  /** Makes a call and notices that Slack answered, with whatever word. */
  watch<T>(call: () => Promise<T>): Promise<T>;
  /** Why Slack counts as out of reach; undefined when it answers. Resolves within two seconds. */
  trouble(): Promise<string | undefined>;
}

/** An answer this old says nothing of now: then Slack is asked. Milliseconds. */
const LATELY = 60_000;
/** How long whoever asks whether we are ready waits for Slack's answer. Milliseconds. */
const ANSWER_TIMEOUT_MS = 2000;
/** Between two questions at least this. Milliseconds. */
const ASK_EVERY = 10_000;

/**
 * Remembers when Slack last answered; when that is long ago, asks it something cheap. `answered` tells an answer of
 * Slack's, a refusal too, from a connection that failed. `now` never goes back.
 */
export function createReach(deps: {
  ask: () => Promise<unknown>;
  answered: (error: unknown) => boolean;
  now: () => number;
}): Reach {
  const { ask, answered, now } = deps;
  let last = now();
  let asked = Number.NEGATIVE_INFINITY;
  let question: Promise<unknown> = Promise.resolve();

  async function watch<T>(call: () => Promise<T>): Promise<T> {
    try {
      const answer = await call();
      last = now();
      return answer;
    } catch (error) {
      if (answered(error)) last = now();
      throw error;
    }
  }

  return {
    watch,
    async trouble() {
      if (now() - last < LATELY) return undefined;
      if (now() - asked >= ASK_EVERY) {
        asked = now();
        question = watch(ask).catch(() => undefined);
      }
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise((resolve) => {
        timer = setTimeout(resolve, ANSWER_TIMEOUT_MS);
      });
      await Promise.race([question, patience]);
      clearTimeout(timer);
      const silent = now() - last;
      return silent < LATELY ? undefined : `Slack has not answered for ${Math.round(silent / 1000)} seconds`;
    },
  };
}
