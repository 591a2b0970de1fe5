import type { SearchPage, Store } from '../store.ts';
import type { Db } from './connection.ts';
import { summariesOf } from './lists.ts';
import { crewToken, personToken, teamToken, tokensWanted } from './search-tokens.ts';

/** Words (or pairs of letters) of one search. Where nothing has them all, each costs a pass over the orders that have it. */
const MOST_WORDS = 16;

/** Finds orders by their words, newest first, whatever they are; ranking would read every order that has them. */
export function searchOf(db: Db): Pick<Store, 'search'> {
  const summaries = summariesOf(db);
  const client = db.$client;
  const top = client
    .prepare<[string, number], number>(
      'select seq from searched where team = ? and number < ? order by number desc limit 1',
    )
    .pluck();
  const matches = client.prepare<[string, number, number], { seq: number; number: number }>(
    `select s.seq, s.number from order_search as f join searched as s on s.seq = f.rowid
     where f.order_search match ? and f.rowid <= ? order by f.rowid desc limit ?`,
  );

  return {
    async search(team, words, page) {
      const wanted = tokensWanted(words);
      if (wanted.length === 0) return { kind: 'no words' };
      if (wanted.length > MOST_WORDS) return { kind: 'too many words' };
      // Quoted, and made of letters, digits and `_` only: never FTS5's own syntax.
      const match = [whose(team, page), ...wanted].map((token) => `"${token}"`).join(' AND ');
      const from = top.get(team, page.before ?? Number.MAX_SAFE_INTEGER) ?? 0;
      const rows = matches.all(match, from, page.limit);
      return {
        kind: 'found',
        orders: summaries(
          team,
          rows.map(({ number }) => number),
        ),
      };
    },
  };
}

/** The mark that an order must have for this person to see it. */
const whose = (team: string, { person, crewOnly }: SearchPage): string => {
  if (person === undefined) return teamToken(team);
  return crewOnly ? crewToken(team, person) : personToken(team, person);
};
