import { written } from '../../forms/numbers.ts';
import type { Item } from '../../order/content.ts';
import { decimalText } from '../../order/decimal.ts';
import { isPriced, lineAmount, totals } from '../../order/money.ts';
import type { Order } from '../../order/order.ts';
import { type ExportLines, hasEnded } from '../../order/order-export.ts';
import { orderNumber } from '../../order/order-number.ts';
import { stateText } from '../../words/state.ts';
import { shownUnit } from '../../words/units.ts';
import type { Words } from '../../words/words.ts';
import { timeIn } from './days.ts';

/** An order as an export has it. Seconds. */
export interface ExportedOrder {
  readonly order: Order;
  readonly submittedAt: number;
  /** As the first report of work said; null while there is none. */
  readonly workStarted: number | null;
}

/** Who reads an export, in which time zone (IANA) its times are, and the code of a line of the catalogue. */
export interface ExportReader {
  readonly words: Words;
  readonly zone: string;
  codeOf(onFile: string): string;
}

type Column = keyof Words['orderExport']['column'];
type OfOrder = (exported: ExportedOrder, reader: ExportReader) => string;
type OfItem = (item: Item, order: Order, reader: ExportReader) => string;

const amount = (minor: number, decimals: number, { words: { locale } }: ExportReader): string =>
  written(decimalText(BigInt(minor), decimals), { locale, decimals });

const time = (at: number | null | undefined, { zone }: ExportReader): string => (at == null ? '' : timeIn(at, zone));

/** A sum of the items in force; nothing where no item has a price. */
const sum =
  (which: 'net' | 'tax' | 'gross'): OfOrder =>
  ({ order: { content } }, reader) =>
    isPriced(content.items) ? amount(totals(content)[which], content.decimals, reader) : '';

function approvedNet({ order: { approvedItems, content } }: ExportedOrder, reader: ExportReader): string {
  if (approvedItems === null || !isPriced(approvedItems)) return '';
  return amount(totals({ ...content, items: approvedItems }).net, content.decimals, reader);
}

/** What every line says of its order. */
const ORDER: readonly (readonly [Column, OfOrder])[] = [
  ['number', ({ order }) => orderNumber(order.number)],
  ['title', ({ order }) => order.content.title],
  ['client', ({ order }) => order.content.client],
  ['clientNumber', ({ order }) => order.content.clientOnFile?.externalId ?? ''],
  ['location', ({ order }) => order.content.location],
  ['type', ({ order }) => order.content.type?.name ?? ''],
  ['state', ({ order }, { words }) => stateText(order, words)],
  ['priority', ({ order }, { words }) => words.order.priority[order.content.priority]],
  ['requester', ({ order }) => order.requester.name],
  ['supervisor', ({ order }) => order.supervisor.name],
  ['coordinator', ({ order }) => order.coordinator?.name ?? ''],
  ['crew', ({ order }) => order.crew.map(({ name }) => name).join(', ')],
  ['submitted', ({ submittedAt }, reader) => time(submittedAt, reader)],
  ['approved', ({ order }, reader) => time(order.approval?.at, reader)],
  ['plannedStart', ({ order }, reader) => time(order.plannedStart, reader)],
  ['workStarted', ({ workStarted }, reader) => time(workStarted, reader)],
  ['workEnded', ({ order }, reader) => time(order.latest?.closure?.endedAt ?? order.lastReport?.endedAt, reader)],
  ['ended', ({ order }, reader) => (hasEnded(order.state) ? time(order.stateSince, reader) : '')],
  ['version', ({ order }) => (order.latest ? String(order.latest.n) : '')],
  ['currency', ({ order }) => order.content.currency],
  ['net', sum('net')],
  ['tax', sum('tax')],
  ['gross', sum('gross')],
  ['approvedNet', approvedNet],
  ['clientReference', ({ order }) => order.content.clientReference],
];

/** What a line for an item says besides. */
const ITEM: readonly (readonly [Column, OfItem])[] = [
  ['kind', ({ kind }, _, { words }) => words.order.kind[kind]],
  ['code', ({ onFile }, _, { codeOf }) => (onFile === undefined ? '' : codeOf(onFile))],
  ['item', ({ description }) => description],
  ['quantity', ({ quantity }, _, reader) => amount(quantity, 3, reader)],
  ['unit', ({ unit }, _, { words }) => shownUnit(unit, words)],
  [
    'unitPrice',
    ({ unitPrice }, { content: { decimals } }, { words: { locale } }) =>
      unitPrice === null ? '' : written(unitPrice, { locale, decimals }),
  ],
  [
    'itemNet',
    (item, { content: { decimals } }, reader) =>
      item.unitPrice === null ? '' : amount(lineAmount(item, decimals), decimals, reader),
  ],
];

const columnsOf = (lines: ExportLines): Column[] =>
  (lines === 'item' ? [...ORDER, ...ITEM] : ORDER).map(([column]) => column);

/** The names of the columns that every export has. */
export const headingsOf = (lines: ExportLines, { orderExport: { column } }: Words): string[] =>
  columnsOf(lines).map((one) => column[one]);

/** The lines of an order: one, or one for each of its items. An order without items has a line all the same. */
export function linesOf(exported: ExportedOrder, lines: ExportLines, reader: ExportReader): string[][] {
  const { order } = exported;
  const ofOrder = ORDER.map(([, cell]) => cell(exported, reader));
  if (lines === 'order') return [ofOrder];
  const { items } = order.content;
  if (items.length === 0) return [[...ofOrder, ...ITEM.map(() => '')]];
  return items.map((item) => [...ofOrder, ...ITEM.map(([, cell]) => cell(item, order, reader))]);
}
