import type { DatabaseProblem } from '../../database-url.ts';
import type { OnTrouble } from '../../ports.ts';
import { isOverByWriting } from './sentences.ts';

/** How often a server in trouble is asked whether it has recovered, milliseconds. */
const ASK_EVERY = 1000;

/**
 * Tells the operator of trouble, the same once, and when it is over: whether people come or not, since it asks (`alive`) until
 * then or until nobody needs to know any more (`hasEnded`).
 */
export function troubleOf(onTrouble: OnTrouble, alive: () => Promise<boolean>, hasEnded: () => boolean) {
  let trouble: DatabaseProblem | undefined;
  let asking = false;

  function askAgain(): void {
    if (asking || hasEnded()) return;
    asking = true;
    const ask = async () => {
      asking = false;
      if (trouble && !hasEnded() && !(await alive())) askAgain();
    };
    setTimeout(() => void ask(), ASK_EVERY).unref();
  }

  return {
    met(problem: DatabaseProblem): void {
      const news = trouble?.message !== problem.message;
      trouble = problem;
      if (news) onTrouble(problem);
      if (!isOverByWriting(problem.cause)) askAgain();
    },
    /** The server has done what it was asked for. `written`: rows were, which is what some trouble is about. */
    over({ written }: { readonly written: boolean }): void {
      if (!trouble || (!written && isOverByWriting(trouble.cause))) return;
      trouble = undefined;
      onTrouble(undefined);
    },
  };
}
