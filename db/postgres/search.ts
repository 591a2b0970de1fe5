import { and, eq, inArray, lt, max, type Placeholder, sql } from 'drizzle-orm';
import type { Order } from '../../src/order/order.ts';
import type { Found, Orders } from '../ports.ts';
import { asked } from '../rows/asked.ts';
import { placeholders } from '../rows/columns.ts';
import type { Wanted } from '../rows/search-tokens.ts';
import type { Access } from './access.ts';
import { MAX_NUMBER } from './columns.ts';
import type { Db } from './connection.ts';
import { summariesWhere } from './lists.ts';
import { builder, prepared, type Statement } from './prepared.ts';
import { orderSearch, orders } from './schema.ts';

/**
 * The index (GIN) knows the orders of a token in no order that would help: the newest of a million are found by reading all
 * of them. So every order also has a mark for each of these blocks of numbers that it is in, and its newest blocks are
 * searched first: the index goes through the orders of its rarest token, which then is the block's, and looks the others
 * up.
 */
export const BLOCKS = [1 << 10, 1 << 15] as const;

/** Marks cannot be typed: what people type never has a `_`, and workspaces are in hex. */
const hex = (team: string): string => Buffer.from(team).toString('hex');
/** The mark of every order of a workspace. */
export const teamMark = (team: string): string => `t_${hex(team)}`;
/** The mark of every order in one block of numbers of this size. */
export const blockMark = (team: string, size: number, block: number | ''): string => `b_${hex(team)}_${size}_${block}`;

/** What an order is found by, as its row. */
export const searchValues = (order: Pick<Order, 'team' | 'number'>, tokens: string) => ({
  team: order.team,
  number: order.number,
  tokens: lexemes(lexemesOf(order, tokens)),
});

const lexemes = (all: string | Placeholder) => sql`array_to_tsvector(string_to_array(${all}, ' '))`;

function lexemesOf({ team, number }: Pick<Order, 'team' | 'number'>, tokens: string): string {
  const marks = [teamMark(team), ...BLOCKS.map((size) => blockMark(team, size, Math.floor(number / size)))];
  return [tokens, ...marks].filter(Boolean).join(' ');
}

const save = prepared(
  builder
    .insert(orderSearch)
    .values({ ...placeholders('team', 'number'), tokens: lexemes(sql.placeholder('all')) })
    .onConflictDoUpdate({ target: [orderSearch.team, orderSearch.number], set: { tokens: sql`excluded.tokens` } }),
);

/** Keeps what an order is found by. */
export const searchRow = ({ team, number }: Pick<Order, 'team' | 'number'>, tokens: string): Statement =>
  save({ team, number, all: lexemesOf({ team, number }, tokens) });

/** Finds orders by their words, newest first, whatever they are; ranking would read every order that has them. */
export function searchOf({ reads }: Access): Pick<Orders, 'search'> {
  return {
    search: reads(async (db, team, words, page): Promise<Found> => {
      const { kind, wanted, mark } = asked(team, words, page);
      if (kind !== 'words') return { kind };
      const every = mark === undefined ? wanted : [[[mark]], ...wanted];
      const before = Math.min(page.before ?? MAX_NUMBER, MAX_NUMBER);
      const found: number[] = [];
      for (const { marks, from, until } of windows(team, await newestBefore(db, team, before), before)) {
        const room = page.limit - found.length;
        if (room <= 0) break;
        found.push(...(await matching(db, [marks.map((one) => [one]), ...every], from, until, room)));
      }
      return { kind: 'found', orders: await summariesWhere(db, team, inArray(orders.number, found)) };
    }),
  };
}

/** What is searched, the newest first: the newest two blocks of each size, then everything. */
function windows(team: string, newest: number, before: number) {
  let until = before;
  const inBlocks = BLOCKS.map((size) => {
    const block = Math.floor(newest / size);
    const marks = [block, block - 1].map((one) => blockMark(team, size, one));
    const window = { marks, from: (block - 1) * size, until };
    until = Math.min(until, window.from);
    return window;
  });
  return [...inBlocks, { marks: [teamMark(team)], from: 0, until }].filter(({ until }) => until > 0);
}

async function newestBefore(db: Db, team: string, before: number): Promise<number> {
  const isBefore = and(eq(orderSearch.team, team), lt(orderSearch.number, before));
  const [row] = await db
    .select({ number: max(orderSearch.number) })
    .from(orderSearch)
    .where(isBefore);
  return row?.number ?? 0;
}

/**
 * The numbers of orders that have all of it. The planner is kept from going through the numbers instead, one row after the
 * other.
 */
async function matching(db: Db, wanted: Wanted, from: number, until: number, limit: number): Promise<number[]> {
  const { rows } = await db.execute<{ number: number }>(sql`
    select number from (select number from ${orderSearch} where tokens @@ ${expression(wanted)}::tsquery offset 0) as hits
    where number >= ${from} and number < ${until} order by number desc limit ${limit}`);
  return rows.map(({ number }) => number);
}

/** Tokens are quoted, and made of letters, digits and `_` only: never the syntax of a question. */
const expression = (wanted: Wanted): string =>
  wanted
    .map((readings) => `(${readings.map((reading) => reading.map((token) => `'${token}'`).join(' & ')).join(' | ')})`)
    .join(' & ');
