import { currencyDecimals } from '../../../src/order/amounts/currencies.ts';
import { orderNumber } from '../../../src/order/text/order-number.ts';
import { DatabaseProblem } from '../../database-url.ts';
import { type Answer, answersTo, type Question } from '../../decimals-answers.ts';
import { decimalsBefore, disputed, READINGS, type Reading } from '../../shapes/decimals-before.ts';
import { majorUnits } from '../../shapes/parts.ts';
import type { Client } from '../connection.ts';

/** An order of which nobody but a human knows how many decimals its amounts have. */
interface Undecided extends Question {
  readonly id: string;
  readonly title: string;
  readonly content: string;
}

/** What is said of these orders: how many decimals each has. */
export type Decided = ReadonlyMap<Undecided, Reading>;

const CODES = [...disputed].map((code) => `'${code}'`).join(', ');
const currencyOf = "json_extract(iif(json_valid(content), content, '{}'), '$.currency')";
/** A price that is neither missing nor nothing; what people type cannot look like this in JSON. */
const PRICE = '*"unitPrice":[-1-9]*';

/** The orders that wait for an answer, by workspace and number. Orders without a price say the same either way. */
export function undecided(client: Client): Undecided[] {
  if (columnsOfOrders(client).length === 0) return [];
  const open = hasDecimals(client) ? 'decimals is null and' : '';
  return client
    .prepare<[], Undecided>(
      `select team, number, ${currencyOf} as currency, id, title, content from orders as o
       where ${open} ${currencyOf} in (${CODES}) and (
         content glob '${PRICE}'
         or exists (select 1 from versions where team = o.team and order_id = o.id and body glob '${PRICE}')
         or exists (select 1 from entries where team = o.team and order_id = o.id and action glob '${PRICE}'))
       order by team, number`,
    )
    .all();
}

/** Whether orders have a column for it yet. */
export const hasDecimals = (client: Client): boolean => columnsOfOrders(client).includes('decimals');

const columnsOfOrders = (client: Client): string[] =>
  client.prepare<[], string>("select name from pragma_table_info('orders')").pluck().all();

/** Looks whether these answers decide all of it. Throws a `DatabaseProblem` that asks, or says what is wrong with the answers. */
export function decided(
  questions: readonly Undecided[],
  answers: readonly Answer[] | undefined,
  file: string,
): Decided {
  if (questions.length === 0) return new Map();
  if (answers) return answersTo(questions, answers);
  throw new DatabaseProblem(questionsIn(questions, file));
}

/** Writes down for every order that has none how many decimals its amounts have. In a transaction, once there is the column. */
export function decide(client: Client, answers: Decided): void {
  const write = client.prepare('update orders set decimals = ? where team = ? and id = ?');
  for (const [{ team, id }, decimals] of answers) write.run(decimals, team, id);
  client.function('decimals_before', (currency: unknown) =>
    typeof currency === 'string' ? (decimalsBefore(currency) ?? currencyDecimals(currency) ?? null) : null,
  );
  client.exec(`update orders set decimals = decimals_before(${currencyOf}) where decimals is null`);
}

/** What was decided, a line for each workspace, currency and reading, with an amount as it will stand from now on. */
export function linesOf(answers: Decided): string[] {
  const groups = new Map<string, { decimals: Reading; orders: Undecided[] }>();
  for (const [order, decimals] of answers) {
    const key = `${order.team} ${order.currency} ${decimals}`;
    const group = groups.get(key) ?? { decimals, orders: [] };
    group.orders.push(order);
    groups.set(key, group);
  }
  return [...groups.values()].map(({ decimals, orders }) => {
    const [first] = orders;
    return `${groupOf(orders)}: ${decimals} decimals. ${first ? `${exampleOf(first)} ${amountOf(first, decimals)}` : ''}`;
  });
}

function questionsIn(questions: readonly Undecided[], file: string): string {
  const groups = new Map<string, Undecided[]>();
  for (const one of questions) {
    const key = `${one.team} ${one.currency}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const [first] = questions;
  const asked = [...groups.values()].flatMap((orders) => {
    const telling = orders.filter(({ content }) => netOf(JSON.parse(content)) !== 0);
    const shown = [...new Set([telling[0], telling.at(-1)])].flatMap((one) => one ?? []);
    return [
      `  ${groupOf(orders)}`,
      ...shown.map(
        (one) =>
          `    ${exampleOf(one)} ${READINGS.map((way) => `${amountOf(one, way)} with ${way} decimals`).join(', or ')}`,
      ),
    ];
  });
  const codes = [...new Set(questions.map(({ currency }) => currency))];
  const middle = Math.max(1, first?.number ?? 1);
  return [
    `The database ${file} (DATABASE_URL) has amounts that can be read in two ways: versions of Node disagree about the decimals of`,
    `${codes.join(', ')}, and it was not written down which one they were made with. Compare with a PDF of these orders as it was issued:`,
    ...asked,
    'Then say how many decimals they have, for all orders in a currency, or by order number if Node was updated in between:',
    `  npm run migrate -- --decimals ${codes.map((code) => `${code}=2`).join(',')}`,
    `  npm run migrate -- --decimals ${codes.map((code) => `${code}=2:1-${middle},${code}=0:${middle + 1}-`).join(',')}`,
    'Nothing was changed. Start the app after that.',
  ].join('\n');
}

function groupOf(orders: readonly Undecided[]): string {
  const [first, last] = [orders[0], orders.at(-1)];
  if (!first || !last) return '';
  const numbers =
    first === last ? orderNumber(first.number) : `${orderNumber(first.number)} to ${orderNumber(last.number)}`;
  return `${first.currency}: ${orders.length} ${orders.length === 1 ? 'order' : 'orders'} of workspace ${first.team} (${numbers})`;
}

const exampleOf = ({ number, title }: Undecided): string => `${orderNumber(number)} "${title.slice(0, 60)}":`;

/** The order's net total when its amounts are read in this way. */
function amountOf({ content, currency }: Undecided, decimals: Reading): string {
  const net = netOf(JSON.parse(content));
  const [whole = '', fraction = ''] = majorUnits(net, decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${currency} ${grouped}${decimals > 0 ? `.${fraction.padEnd(decimals, '0')}` : ''}`;
}

/** In minor units, as the program of then computed it. */
function netOf(content: { items?: readonly { quantity?: unknown; unitPrice?: unknown }[] }): number {
  const items = Array.isArray(content.items) ? content.items : [];
  return items.reduce(
    (sum, { quantity, unitPrice }) => sum + Math.round((Number(quantity) * Number(unitPrice ?? 0)) / 1000),
    0,
  );
}
