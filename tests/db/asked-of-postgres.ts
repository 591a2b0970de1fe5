import pg from 'pg';

/** A statement as it was sent. `trip`: which round trip it went out in; several may go out together. */
export interface Asked {
  readonly text: string;
  readonly trip: number;
}

/** Sends a statement of our own over the connection that is about to be asked; its rows. */
type Ask = (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>;

/**
 * What this process asks of PostgreSQL while something is done. `before` is told each statement before it is sent, and may ask
 * something else first.
 */
export async function askedDuring<T>(
  work: () => Promise<T>,
  before: (ask: Ask, text: string, values: readonly unknown[]) => void = () => {},
): Promise<{ readonly asked: readonly Asked[]; readonly trips: number; readonly result: T }> {
  const real: unknown = Reflect.get(pg.Client.prototype, 'query');
  if (typeof real !== 'function') throw new Error('pg has changed');
  const asked: Asked[] = [];
  let [trips, unanswered] = [0, 0];
  const listening = function (this: pg.Client, ...given: unknown[]): unknown {
    const [config, second] = given;
    const text = typeof config === 'string' ? config : String(Reflect.get(Object(config), 'text'));
    const values = Array.isArray(second) ? second : (Reflect.get(Object(config), 'values') ?? []);
    const ask: Ask = async (text, values = []) => (await Reflect.apply(real, this, [text, values])).rows;
    before(ask, text, values);
    if (unanswered === 0) trips++;
    unanswered++;
    asked.push({ text, trip: trips });
    const answered = () => void unanswered--;
    const last = given.at(-1);
    if (typeof last !== 'function') {
      const answer: Promise<unknown> = Reflect.apply(real, this, given);
      answer.then(answered, answered);
      return answer;
    }
    const told = (...answer: unknown[]) => {
      answered();
      return Reflect.apply(last, undefined, answer);
    };
    return Reflect.apply(real, this, [...given.slice(0, -1), told]);
  };
  Reflect.set(pg.Client.prototype, 'query', listening);
  try {
    return { result: await work(), asked, trips };
  } finally {
    Reflect.set(pg.Client.prototype, 'query', real);
  }
}
