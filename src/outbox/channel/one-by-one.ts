import { LOST_CHANNEL } from '../../../db/ports.ts';
import { partiesIn } from '../../order/order.ts';
import { classifyError, ENOUGH, failedWith, GiveUp } from '../../slack-api/classify-error.ts';
import { codeOf } from '../../slack-api/error-code.ts';
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
 * Throws for those that are left: to be tried again while that may help; then for a human, with their names and Slack's
 * words for it. `remedy` says what to do, given these.
 */
export function failFor(attempt: Attempt, failures: readonly Failure[], remedy: (who: string) => string): never {
  const { claimed, order } = attempt;
  const hopeful = failures.find(
    (one) => mayPass(one) || (classifyError(one.error).kind === 'again' && claimed.attempt < ENOUGH),
  );
  if (hopeful) throw hopeful.error;
  const codes = [...new Set(failures.map(({ error }) => codeOf(error)))].join(', ');
  const who = failures.map(({ person, error }) => `${nameOf(order, person)} (“${codeOf(error)}”)`).join(', ');
  throw new GiveUp(codes, remedy(who));
}

function isAboutEverybody(error: unknown): boolean {
  const verdict = classifyError(error);
  if (verdict.kind === 'later' || (verdict.kind === 'again' && verdict.slowly)) return true;
  return failedWith(error, 'missing_scope', ...LOST_CHANNEL.filter((code) => code !== 'posting_to_channel_denied'));
}

/** The name by which a person stands in the order's history; their id when they do not. */
function nameOf({ entries, requester, supervisor, coordinator, crew }: Attempt['order'], person: string): string {
  const now = [requester, supervisor, ...(coordinator ? [coordinator] : []), ...crew];
  const then = entries.toReversed().flatMap(({ action }) => partiesIn(action));
  return [...now, ...then].find(({ id }) => id === person)?.name ?? person;
}
