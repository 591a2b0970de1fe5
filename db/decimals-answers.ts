import { orderNumber } from '../src/order/text/order-number.ts';
import { DatabaseProblem } from './database-url.ts';
import { disputed, READINGS, type Reading } from './shapes/decimals-before.ts';

/** What an operator says of the amounts in a currency: how many decimals those of the orders `from` … `to` were written with. */
export interface Answer {
  /** The workspace; undefined for all of them. */
  readonly team: string | undefined;
  readonly currency: string;
  readonly decimals: Reading;
  readonly from: number;
  readonly to: number;
}

/** An order whose amounts can be read in two ways. */
export interface Question {
  readonly team: string;
  readonly number: number;
  readonly currency: string;
}

const FORM = 'Write them as COP=0 for all orders in COP, or by order number as COP=0:1-412,COP=2:413-';

/** Reads `COP=0:1-412,COP=2:413-`, a workspace in front where there are several (`T0123/COP=0`). Throws a `DatabaseProblem` with what is wrong. */
export function readAnswers(text: string): Answer[] {
  const parts = text.split(',').map((part) => part.trim());
  const answers = parts.map((part): Answer => {
    const [, team, code = '', digits = '', range] =
      /^(?:(T[A-Z0-9]+)\/)?([A-Z]{3})=(\d+)(?::([-\d\s]+))?$/i.exec(part) ?? [];
    const currency = code.toUpperCase();
    if (!currency) throw new DatabaseProblem(`"${part}" says nothing about decimals. ${FORM}`);
    const decimals = READINGS.find((reading) => String(reading) === digits);
    if (!disputed.has(currency))
      throw new DatabaseProblem(`Nothing needs to be said about ${currency}: its decimals are known. Leave it out`);
    if (decimals === undefined)
      throw new DatabaseProblem(`Amounts in ${currency} had ${READINGS.join(' or ')} decimals, never ${digits}`);
    return { team: team?.toUpperCase(), currency, decimals, ...rangeOf(range, part) };
  });
  for (const [index, one] of answers.entries())
    for (const other of answers.slice(0, index))
      if (overlap(one, other)) {
        const at = Math.max(one.from, other.from);
        throw new DatabaseProblem(`${orderNumber(at)} is named twice for ${one.currency}: let the ranges not overlap`);
      }
  return answers;
}

function rangeOf(range: string | undefined, part: string): Pick<Answer, 'from' | 'to'> {
  if (range === undefined) return { from: 1, to: Number.MAX_SAFE_INTEGER };
  const [, first = '', dash, last = ''] = /^\s*(\d*)\s*(-?)\s*(\d*)\s*$/.exec(range) ?? [];
  const from = first === '' ? 1 : Number(first);
  const to = last !== '' ? Number(last) : dash ? Number.MAX_SAFE_INTEGER : from;
  if ((first === '' && last === '') || from < 1 || !Number.isSafeInteger(from) || !Number.isSafeInteger(to))
    throw new DatabaseProblem(`"${part}" names no order numbers. ${FORM}`);
  if (to < from) throw new DatabaseProblem(`"${part}" ends before it begins: write the smaller number first`);
  return { from, to };
}

const overlap = (one: Answer, other: Answer): boolean =>
  one.currency === other.currency &&
  (one.team === undefined || other.team === undefined || one.team === other.team) &&
  one.from <= other.to &&
  other.from <= one.to;

/** The answer to each question; throws a `DatabaseProblem` when one has none, or a workspace or currency is named of which nothing is asked. */
export function answersTo<Q extends Question>(questions: readonly Q[], answers: readonly Answer[]): Map<Q, Reading> {
  for (const { team, currency } of answers) {
    const asked = questions.filter((one) => team === undefined || one.team === team);
    if (asked.length === 0 && team !== undefined)
      throw new DatabaseProblem(`No order of the workspace ${team} needs an answer; nothing was changed`);
    if (!asked.some((one) => one.currency === currency))
      throw new DatabaseProblem(`No order in ${currency} needs an answer; leave it out. Nothing was changed`);
  }
  const found = new Map<Q, Reading>();
  const missing: Q[] = [];
  for (const question of questions) {
    const { team, currency, number } = question;
    const answer = answers.find(
      (one) => one.currency === currency && (one.team ?? team) === team && one.from <= number && number <= one.to,
    );
    if (answer) found.set(question, answer.decimals);
    else missing.push(question);
  }
  if (missing.length > 0) {
    const named = missing.slice(0, 5).map(({ number, currency }) => `${orderNumber(number)} (${currency})`);
    const more = missing.length - named.length;
    throw new DatabaseProblem(
      `Nothing is said about ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}: let the ranges cover every order, for example with an open end (413-). Nothing was changed`,
    );
  }
  return found;
}
