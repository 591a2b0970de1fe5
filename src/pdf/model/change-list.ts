import { changesBetween, isSameTime, netDifference } from '../../order/amounts/items.ts';
import { isPriced, totals } from '../../order/amounts/money.ts';
import type { Item } from '../../order/content.ts';
import type { Change, Version } from '../../order/version.ts';
import { itemName } from '../../words/labour.ts';
import { plainLine } from '../fonts/plain-text.ts';
import type { Printer } from '../print.ts';
import type { Reopening } from './reopenings.ts';

/** What the last version changed against the one before and, from the third on, all changes against the approved order. */
export function changeLists(versions: readonly Version[], print: Printer) {
  const version = versions.at(-1);
  const [approved, ...later] = versions.slice(0, -1);
  if (!version || !approved) return [];
  return [later.at(-1), approved].flatMap((before) => (before ? [changeList(version, before, print)] : []));
}

function changeList(version: Version, before: Version, print: Printer) {
  const changes = changesBetween(before.content.items, version.content.items, version.content.decimals);
  const words = print.words.document.changes;
  const since = { version: String(before.n) };
  const priced = isPriced(changes.flatMap(itemsOf));
  const net = netDifference(changes);
  return {
    title: before.n === 1 ? words.fromApproved : words.since(since),
    /** What stands in the place of rows where there are none. */
    text: changes.length === 0 ? words.none(since) : '',
    priced,
    rows: changes.map((change) => rowOf(change, print)),
    /** The net difference of all of them; '' where nothing has a price. */
    difference: priced ? words.net({ currency: version.content.currency, amount: print.difference(net) }) : '',
  };
}

/** The versions up to this one, and when the order was reopened between them; null while there is only one version. */
export function historyOf(versions: readonly Version[], reopenings: readonly Reopening[], print: Printer) {
  const last = versions.at(-1);
  if (!last || versions.length < 2) return null;
  const priced = versions.some((version) => isPriced(version.content.items));
  return {
    priced,
    total: print.words.document.history.total({ currency: last.content.currency }),
    rows: versions.flatMap((version) => [
      ...reopenings.filter(({ before }) => before === version.n).map((one) => reopeningRow(one, print)),
      {
        version: String(version.n),
        issued: print.dateTime(version.at),
        event: eventOf(version, print),
        by: plainLine(version.by.name) || '–',
        total: hasTotal(version, versions) ? print.amount(totals(version.content).gross) : '–',
      },
    ]),
  };
}

function reopeningRow({ at, by, reason: typed }: Reopening, print: Printer) {
  const { reopened, reopenedBecause } = print.words.document.history;
  const reason = plainLine(typed);
  return {
    version: '–',
    issued: print.dateTime(at),
    event: reason === '' ? reopened : reopenedBecause({ reason }),
    by: plainLine(by.name) || '–',
    total: '–',
  };
}

/** What a version is in the order's history. */
function eventOf({ kind, final, closure }: Version, print: Printer): string {
  const words = print.words.document.history;
  if (kind === 'original') return words.approval;
  if (kind === 'signature') return words.signature;
  if (kind === 'extra_cost') return final ? words.extraCostFinal : words.extraCost;
  if (kind === 'closing') return closure?.outcome === 'not_performed' ? words.closureNotPerformed : words.closure;
  return final ? words.finalConfirmation : words.confirmation;
}

/** A job that was never worked on has nothing to charge. */
function hasTotal({ n, content, closure }: Version, versions: readonly Version[]): boolean {
  const worked = versions.some((version) => version.n <= n && version.report !== null);
  return isPriced(content.items) && (worked || closure?.outcome !== 'not_performed');
}

const itemsOf = (change: Change): Item[] =>
  [change.type === 'added' ? null : change.before, change.type === 'removed' ? null : change.after].filter(
    (item) => item !== null,
  );

function rowOf(change: Change, print: Printer) {
  const difference = isPriced(itemsOf(change)) ? print.difference(change.difference) : '–';
  switch (change.type) {
    case 'added':
      return row('added', change.after, { before: '–', after: sideOf(change.after, [], print), difference }, print);
    case 'removed':
      return row('removed', change.before, { before: sideOf(change.before, [], print), after: '–', difference }, print);
    case 'changed': {
      const { before, after } = change;
      const names: Named[] = [];
      if (!sameName(before, after)) names.push('description');
      if (before.kind !== after.kind) names.push('kind');
      const sides = { before: sideOf(before, names, print), after: sideOf(after, names, print) };
      return row('changed', after, { ...sides, difference }, print);
    }
  }
}

/** Hours in the place of what asked for them say whose they are: that is no other name. */
const sameName = (before: Item, after: Item): boolean =>
  plainLine(before.description) === plainLine(after.description) &&
  (!before.time || isSameTime(before.time, after.time));

type Named = 'description' | 'kind';

/** One change; `before` and `after` are `–` where there is nothing. */
const row = (type: Change['type'], item: Item, sides: Sides, print: Printer) => ({
  type: print.words.document.changes.type[type],
  description: plainLine(itemName(item, print.words)) || '–',
  ...sides,
});

interface Sides {
  readonly before: string;
  readonly after: string;
  readonly difference: string;
}

/** `3 pcs at 25.00`, led by what else tells the two sides apart. */
function sideOf(item: Item, names: readonly Named[], print: Printer): string {
  const { changes, kind } = print.words.document;
  const quantity = `${print.quantity(item.quantity)}\u00A0${print.unit(item.unit)}`.trimEnd();
  const amount = item.unitPrice === null ? quantity : changes.priced({ quantity, price: print.price(item.unitPrice) });
  const named = names.map((name) =>
    name === 'kind' ? kind[item.kind] : plainLine(itemName(item, print.words)) || '–',
  );
  return [...named, amount].join(', ');
}
