import type { Found, Orders } from '../ports.ts';
import { asked } from '../rows/asked.ts';
import { searchTokensOfRow, type Wanted } from '../rows/search-tokens.ts';
import type { Access } from './access.ts';
import { summariesOf } from './lists.ts';

/**
 * Somebody with no more orders than this is searched by reading these: finding the place of few orders in a list of a
 * million that have a common word takes longer.
 */
const FEW = 10;

/** Finds orders by their words, newest first, whatever they are; ranking would read every order that has them. */
export function searchOf({ db, reads }: Access): Pick<Orders, 'search'> {
  const summaries = summariesOf(db);
  const client = db.$client;
  const top = client
    .prepare<[string, number], number>(
      'select seq from searched where team = ? and number < ? order by number desc limit 1',
    )
    .pluck();
  // By the row's team, not by a token of it: a database holds one workspace's orders, all of which would have that token.
  const matches = client
    .prepare<[string, number, string, number], number>(
      `select s.number from order_search as f join searched as s on s.seq = -f.rowid
       where f.order_search match ? and f.rowid >= ? and s.team = ? order by f.rowid limit ? + 0`,
    )
    .pluck();
  const row = client
    .prepare<[string, number], [string, number, ...(string | null)[]]>(
      'select team, number, content, requester, supervisor, coordinator, crew from orders where team = ? and number = ?',
    )
    .raw();
  const has = (team: string, number: number, wanted: Wanted): boolean => {
    const found = row.get(team, number);
    if (!found) return false;
    const tokens = new Set(searchTokensOfRow(...found).split(' '));
    return wanted.every((readings) => readings.some((reading) => reading.every((token) => tokens.has(token))));
  };

  return {
    search: reads((team, words, page): Found => {
      const { kind, wanted, mark } = asked(team, words, page);
      if (kind !== 'words') return { kind };
      const from = top.get(team, page.before ?? Number.MAX_SAFE_INTEGER) ?? 0;
      const matching = (all: Wanted, limit: number) => matches.all(expression(all), -from, team, limit);
      if (mark === undefined) return { kind: 'found', orders: summaries(team, matching(wanted, page.limit)) };
      const own = matching([[[mark]]], FEW + 1);
      const numbers =
        own.length > FEW
          ? matching([[[mark]], ...wanted], page.limit)
          : own.filter((number) => has(team, number, wanted)).slice(0, page.limit);
      return { kind: 'found', orders: summaries(team, numbers) };
    }),
  };
}

/** Tokens are quoted, and made of letters, digits and `_` only: never FTS5's own syntax. */
const expression = (wanted: Wanted): string =>
  wanted
    .map(
      (readings) => `(${readings.map((reading) => reading.map((token) => `"${token}"`).join(' AND ')).join(' OR ')})`,
    )
    .join(' AND ');
