import { isUnplanned } from '../order/amounts/items.ts';
import { isPriced, lineAmount, totals } from '../order/amounts/money.ts';
import { ITEM_KINDS, type Item } from '../order/content.ts';
import type { Version } from '../order/version.ts';
import { labourName } from '../words/labour.ts';
import { plainLine } from './fonts/plain-text.ts';
import type { Printer } from './print.ts';

/** An item as it was approved and as it is; one of the two may be missing. */
interface Pair {
  readonly planned: Item | null;
  readonly actual: Item | null;
  /** Hours that were asked for, beside the line that shows what was. */
  readonly more?: true;
}

/** What the item tables and their totals are about. */
interface ItemsOf {
  readonly approved: Version;
  readonly version: Version;
  /** Planned beside actual: from the first report on. */
  readonly compared: boolean;
  readonly notPerformed: boolean;
}

/**
 * The items by kind; null when there are none. Equal lines are printed as one, the approved ones first, where its quantity
 * times its price is what they come to together.
 */
export function itemTables({ approved, version, compared, notPerformed }: ItemsOf, print: Printer) {
  const pairs = compared ? pairsOf(approved, version) : version.content.items.map((actual) => pairOf(null, actual));
  if (pairs.length === 0) return null;
  const { items, kind: kinds } = print.words.document;
  const priced = isPriced(pairs.flatMap(itemsIn));
  const { decimals } = version.content;
  const groups = ITEM_KINDS.flatMap((kind) => {
    const members = pairs.filter((pair) => shownItem(pair)?.kind === kind);
    if (members.length === 0) return [];
    const rows = merged(members, compared, decimals, print).map((lines) => rowOf(lines, { compared, decimals }, print));
    return [{ title: kinds[kind], rows }];
  });
  const title = notPerformed && !compared ? items.notPerformed : items.title;
  return { title, compared, priced, groups };
}

/** Totals of a version; null when nothing has a price. */
export function totalsBlock({ approved, version, compared, notPerformed }: ItemsOf, print: Printer) {
  const { items, currency, taxRate } = version.content;
  const { totals: words, kind: kindWords } = print.words.document;
  if (!isPriced([...items, ...(compared ? approved.content.items : [])])) return null;
  const sum = totals(version.content);
  const kinds = ITEM_KINDS.filter((kind) => items.some((item) => item.kind === kind && item.unitPrice !== null));
  const ordered = totals(approved.content).gross;
  return {
    /** Totals by kind, where there are several. */
    kinds:
      kinds.length > 1 ? kinds.map((kind) => ({ label: kindWords[kind], value: print.amount(sum.byKind[kind]) })) : [],
    lines: [
      { label: words.net, value: print.amount(sum.net) },
      ...(taxRate > 0 ? [{ label: words.tax({ rate: print.percent(taxRate) }), value: print.amount(sum.tax) }] : []),
    ],
    total: {
      label: notPerformed && !compared ? words.ordered : taxRate > 0 ? words.withTax : words.total,
      value: print.money(sum.gross),
    },
    comparison: compared
      ? [
          { label: words.approved, value: print.amount(ordered) },
          {
            label: taxRate > 0 ? words.differenceWithTax : words.difference,
            value: print.difference(sum.gross - ordered),
          },
        ]
      : [],
    note: items.some((item) => item.unitPrice === null) ? words.noteUnpriced({ currency }) : words.note({ currency }),
  };
}

function pairsOf(approved: Version, version: Version): Pair[] {
  const plan = approved.content.items;
  const actual = version.content.items;
  return [
    ...plan.flatMap((planned) => pairsFor(planned, actual)),
    ...actual.filter((item) => isUnplanned(item, plan)).map((item) => pairOf(null, item)),
  ];
}

/** An approved item as it is, or the hours in its place. */
function pairsFor(planned: Item, actual: readonly Item[]): Pair[] {
  const [first = null, ...others] = actual.filter(({ id, time }) => id === planned.id || time?.of === planned.id);
  return [pairOf(planned, first), ...others.map((item): Pair => ({ ...pairOf(null, item), more: true }))];
}

const pairOf = (planned: Item | null, actual: Item | null): Pair => ({ planned, actual });
const shownItem = (pair: Pair): Item | null => pair.actual ?? pair.planned;
const itemsIn = (pair: Pair): Item[] => [pair.planned, pair.actual].filter((item) => item !== null);

/** Lines that would read the same but for their quantity, together, in their order of appearance. */
function merged(pairs: readonly Pair[], compared: boolean, decimals: number, print: Printer): Pair[][] {
  const lines = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const { planned, actual } = pair;
    const shown = shownItem(pair);
    const key = JSON.stringify([
      plainLine(shown ? nameIn(shown, print) : ''),
      plainLine(shown?.unit ?? ''),
      shown?.unitPrice,
      // What is returned stays a line of its own.
      Math.sign(shown?.quantity ?? 0),
      markOf(pair, compared),
      planned && actual && planned.unit !== actual.unit ? planned.id : '',
    ]);
    lines.set(key, [...(lines.get(key) ?? []), pair]);
  }
  return [...lines.values()].flatMap((same) => (multiplies(same, decimals) ? [same] : same.map((pair) => [pair])));
}

/** Whether the lines printed as one still say quantity × price = amount: each was rounded by itself. */
function multiplies(lines: readonly Pair[], decimals: number): boolean {
  const items = lines.flatMap(({ actual }) => actual ?? []);
  const [first] = items;
  if (!first) return true;
  const quantity = sum(items.map((item) => item.quantity));
  const amount = sum(items.map((item) => lineAmount(item, decimals)));
  const exact = Number.isSafeInteger(quantity) && Number.isSafeInteger(amount);
  return exact && lineAmount({ ...first, quantity }, decimals) === amount;
}

function rowOf(
  lines: readonly Pair[],
  { compared, decimals }: { compared: boolean; decimals: number },
  print: Printer,
) {
  const first = lines[0] ?? pairOf(null, null);
  const shown = shownItem(first);
  const mark = markOf(first, compared);
  const planned = sum(lines.map((line) => line.planned?.quantity ?? 0));
  const quantity = sum(lines.map((line) => line.actual?.quantity ?? 0));
  const price = shown?.unitPrice ?? null;
  const unit = print.unit(shown?.unit ?? '');
  const plannedUnit = first.planned ? print.unit(first.planned.unit) : unit;
  const otherUnit = plannedUnit === unit ? '' : `\u00A0${plannedUnit}`;
  const isPlanned = lines.some((line) => line.planned);
  const plannedText = mark === 'unplanned' || !isPlanned ? '–' : `${print.quantity(planned)}${otherUnit}`;
  return {
    description: plainLine(shown ? nameIn(shown, print) : '') || '–',
    mark,
    planned: compared ? plannedText : '',
    quantity: print.quantity(quantity),
    /** The quantity is not the planned one. */
    differs: compared && (planned !== quantity || plannedUnit !== unit),
    unit: unit || '–',
    unitPrice: price === null ? '–' : print.price(price),
    amount:
      price === null ? '–' : print.amount(sum(lines.map(({ actual }) => (actual ? lineAmount(actual, decimals) : 0)))),
  };
}

/** What the approved version knew of an item. */
function markOf({ planned, actual, more }: Pair, compared: boolean): '' | 'unplanned' | 'removed' {
  if (!compared || more) return '';
  if (!planned) return 'unplanned';
  return actual ? '' : 'removed';
}

/** What an item is called; whose hours they are, their own table says. */
const nameIn = (item: Item, { words }: Printer): string => (item.time ? labourName(item, words) : item.description);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
