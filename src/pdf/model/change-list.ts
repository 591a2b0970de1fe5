import { changesBetween, netDifference } from '../../order/items.ts';
import { isPriced, totals } from '../../order/money.ts';
import type { Change, Item, Version } from '../../order/order.ts';
import { plainLine } from '../fonts/plain-text.ts';
import type { Printer } from '../print.ts';
import type { Reopening } from './reopenings.ts';
import { eventWords, KIND_WORDS } from './words.ts';

/** What the last version changed against the one before and, from the third on, all changes against the approved order. */
export function changeLists(versions: readonly Version[], print: Printer) {
  const version = versions.at(-1);
  const [approved, ...later] = versions.slice(0, -1);
  if (!version || !approved) return [];
  return [later.at(-1), approved].flatMap((before) => (before ? [changeList(version, before, print)] : []));
}

function changeList(version: Version, before: Version, print: Printer) {
  const changes = changesBetween(before.content.items, version.content.items, version.content.decimals);
  const title =
    before.n === 1 ? 'Changes against the approved order (version 1)' : `Changes against version ${before.n}`;
  const priced = isPriced(changes.flatMap(itemsOf));
  const net = netDifference(changes);
  return {
    title,
    /** What stands in the place of rows where there are none. */
    text: changes.length === 0 ? `No changes since version ${before.n}.` : '',
    priced,
    rows: changes.map((change) => rowOf(change, print)),
    difference: priced ? { label: `Net difference (${version.content.currency})`, value: print.difference(net) } : null,
  };
}

/** The versions up to this one, and when the order was reopened between them; null while there is only one version. */
export function historyOf(versions: readonly Version[], reopenings: readonly Reopening[], print: Printer) {
  const last = versions.at(-1);
  if (!last || versions.length < 2) return null;
  const priced = versions.some((version) => isPriced(version.content.items));
  return {
    priced,
    total: `Total (${last.content.currency})`,
    rows: versions.flatMap((version) => [
      ...reopenings.filter(({ before }) => before === version.n).map((one) => reopeningRow(one, print)),
      {
        version: String(version.n),
        issued: print.dateTime(version.at),
        event: eventWords(version),
        by: plainLine(version.by.name) || '–',
        total: hasTotal(version, versions) ? print.amount(totals(version.content).gross) : '–',
      },
    ]),
  };
}

const reopeningRow = ({ at, by, reason }: Reopening, print: Printer) => ({
  version: '–',
  issued: print.dateTime(at),
  event: ['Reopened', plainLine(reason)].filter(Boolean).join(': '),
  by: plainLine(by.name) || '–',
  total: '–',
});

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
      return row(change.type, change.after, '–', sideOf(change.after, [], print), difference);
    case 'removed':
      return row(change.type, change.before, sideOf(change.before, [], print), '–', difference);
    case 'changed': {
      const { before, after } = change;
      const names: Named[] = [];
      if (plainLine(before.description) !== plainLine(after.description)) names.push('description');
      if (before.kind !== after.kind) names.push('kind');
      return row(change.type, after, sideOf(before, names, print), sideOf(after, names, print), difference);
    }
  }
}

const CHANGE_WORDS: Readonly<Record<Change['type'], string>> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
};

type Named = 'description' | 'kind';

/** One change; `before` and `after` are `–` where there is nothing. */
const row = (type: Change['type'], item: Item, before: string, after: string, difference: string) => ({
  type: CHANGE_WORDS[type],
  description: plainLine(item.description) || '–',
  before,
  after,
  difference,
});

/** `3 pcs at 25.00`, led by what else tells the two sides apart. */
function sideOf(item: Item, names: readonly Named[], print: Printer): string {
  const price = item.unitPrice === null ? '' : ` at\u00A0${print.price(item.unitPrice)}`;
  const amount = `${print.quantity(item.quantity)}\u00A0${plainLine(item.unit)}${price}`.replace(/\u00A0$/, '');
  const named = names.map((name) => (name === 'kind' ? KIND_WORDS[item.kind] : plainLine(item.description) || '–'));
  return [...named, amount].join(', ');
}
