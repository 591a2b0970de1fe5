import { LOST_CHANNEL } from '../../../db/ports.ts';
import { partiesIn, peopleOf } from '../../order/order.ts';
import { classifyError, ENOUGH, failedWith, GiveUp } from '../../slack-api/classify-error.ts';
import { codeOf } from '../../slack-api/slack-codes.ts';
import type { Attempt } from '../executor.ts';

/** A person for whom something could not be done. */
export interface Failure {
  readonly person: string;
  readonly error: unknown;
}

/**
 * Does something for each of these people, one after the other: one for whom it fails keeps it from nobody else. Resolves
 * with those for whom it failed. What is about everybody (the channel, the app, Slack's pace) is thrown at once.
 */
export async function oneByOne(people: readonly string[], work: (person: string) => Promise<void>): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const person of people) {
    try {
      await work(person);
    } catch (error) {
      if (isAboutEverybody(error)) throw error;
      failures.push({ person, error });
    }
  }
  return failures;
}

/** Whether time alone may heal it, as far as Slack's answer says. */
export function mayPass({ error }: Failure): boolean {
  const verdict = classifyError(error);
  return verdict.kind === 'again' && verdict.atLast === undefined;
}

/**
 * Throws for those that are left: to be tried again while that may help; then for a human, with their names (as the order,
 * or its history, has them) and Slack's words for it. `remedy` says what to do, given these.
 */
export async function failFor(
  attempt: Attempt,
  failures: readonly Failure[],
  remedy: (who: string) => string,
): Promise<never> {
  const { claimed, order, store } = attempt;
  const hopeful = failures.find(
    (one) => mayPass(one) || (classifyError(one.error).kind === 'again' && claimed.attempt < ENOUGH),
  );
  if (hopeful) throw hopeful.error;
  const codes = [...new Set(failures.map(({ error }) => codeOf(error)))].join(', ');
  const now = peopleOf(order).map(([, party]) => party);
  const known = failures.every(({ person }) => now.some(({ id }) => id === person));
  const entries = known ? [] : await store.entries(order.team, order.id);
  const ever = [...now, ...entries.toReversed().flatMap(({ action }) => partiesIn(action))];
  const nameOf = (person: string) => ever.find(({ id }) => id === person)?.name ?? person;
  const who = failures.map(({ person, error }) => `${nameOf(person)} (“${codeOf(error)}”)`).join(', ');
  throw new GiveUp(codes, remedy(who));
}

function isAboutEverybody(error: unknown): boolean {
  const verdict = classifyError(error);
  if (verdict.kind === 'later' || (verdict.kind === 'again' && verdict.slowly)) return true;
  return failedWith(error, 'missing_scope', ...LOST_CHANNEL.filter((code) => code !== 'posting_to_channel_denied'));
}
