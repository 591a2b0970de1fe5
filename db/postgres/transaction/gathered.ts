import { DatabaseProblem } from '../../database-url.ts';

/** Those written together at most: each of them waits for all. */
const MAX_TOGETHER = 20;

/** What one of them hears: its result, or its own error is thrown. */
type Answer<R> = () => R;

interface Waiting<A, R> {
  readonly asked: A;
  readonly answer: (answer: Answer<R>) => void;
}

/**
 * Gathers what is asked for a workspace while others are being written: they go together, and none of them keeps a connection
 * while it waits. When they fail together for a reason of one, each is written by itself.
 */
export function gathered<A, R>(write: (team: string, all: readonly A[]) => Promise<readonly Answer<R>[]>) {
  const queues = new Map<string, Waiting<A, R>[]>();

  async function answersTo(team: string, all: readonly A[]): Promise<readonly Answer<R>[]> {
    try {
      return await write(team, all);
    } catch (error) {
      if (all.length === 1 || error instanceof DatabaseProblem) {
        const fail = (): never => {
          throw error;
        };
        return all.map(() => fail);
      }
      const answers: Answer<R>[] = [];
      for (const one of all) answers.push(...(await answersTo(team, [one])));
      return answers;
    }
  }

  async function writeAll(team: string, queue: Waiting<A, R>[]): Promise<void> {
    while (queue.length > 0) {
      const all = queue.splice(0, MAX_TOGETHER);
      const answers = await answersTo(
        team,
        all.map(({ asked }) => asked),
      );
      for (const [at, one] of answers.entries()) all[at]?.answer(one);
    }
    queues.delete(team);
  }

  return async (team: string, asked: A): Promise<R> => {
    const answer = await new Promise<Answer<R>>((answer) => {
      const one = { asked, answer };
      const queue = queues.get(team);
      if (queue) return void queue.push(one);
      const begun = [one];
      queues.set(team, begun);
      void writeAll(team, begun);
    });
    return answer();
  };
}
