import { written } from '../../forms/fields/numbers.ts';
import { lastApproval } from '../../order/amounts/covered.ts';
import { decimalText } from '../../order/amounts/decimal.ts';
import { hourSums, hoursIn } from '../../order/amounts/hours.ts';
import { isPriced, lineAmount, totals } from '../../order/amounts/money.ts';
import type { Activity, Item } from '../../order/content.ts';
import type { OrderExport } from '../../order/effect.ts';
import type { Order } from '../../order/order.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { labourName } from '../../words/labour.ts';
import { stateText } from '../../words/state.ts';
import { shownUnit } from '../../words/units.ts';
import type { Words } from '../../words/words.ts';
import { fieldLabel } from '../records/say.ts';
import { timeIn } from './days.ts';
import { hasEnded } from './states.ts';

/** An order as an export has it. Seconds. */
export interface ExportedOrder {
  readonly order: Order;
  readonly submittedAt: number;
  /** As the first report of work said; null while there is none. It counts where the order itself does not say when work began. */
  readonly workStarted: number | null;
}

/**
 * Who reads an export, in which time zone (IANA) its times are, the code of a line of the catalogue, and what a type of orders
 * is called now (undefined where it is not on file).
 */
export interface ExportReader {
  readonly words: Words;
  readonly zone: string;
  codeOf(onFile: string): string;
  typeNameOf(type: string): string | undefined;
}

type Heading = (words: Words) => string;
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

/** What the newest approval approves: of the order, or of extra cost. Those of before say it with their items. */
function approvedNet({ order }: ExportedOrder, reader: ExportReader): string {
  const { approvedItems, content } = order;
  if (approvedItems === null || !isPriced([...approvedItems, ...content.items])) return '';
  const net = lastApproval(order)?.amount ?? totals({ ...content, items: approvedItems }).net;
  return amount(net, content.decimals, reader);
}

const typeName: OfOrder = ({ order: { content } }, { typeNameOf }) =>
  content.type ? (typeNameOf(content.type.id) ?? content.type.name) : '';

/** What every line says of its order. */
const ORDER: readonly (readonly [Heading, OfOrder])[] = [
  [({ orderExport }) => orderExport.column.number, ({ order }) => orderNumber(order.number)],
  [({ fields }) => fields.title.label, ({ order }) => order.content.title],
  [({ fields }) => fields.client.label, ({ order }) => order.content.client],
  [(words) => fieldLabel('client', 'externalId', words), ({ order }) => order.content.clientOnFile?.externalId ?? ''],
  [({ fields }) => fields.location.label, ({ order }) => order.content.location],
  [({ document }) => document.field.type, typeName],
  [({ home }) => home.state, ({ order }, { words }) => stateText(order, words)],
  [({ fields }) => fields.priority.label, ({ order }, { words }) => words.order.priority[order.content.priority]],
  [({ document }) => document.field.requestedBy, ({ order }) => order.requester.name],
  [({ fields }) => fields.supervisor.label, ({ order }) => order.supervisor.name],
  [({ fields }) => fields.coordinator.label, ({ order }) => order.coordinator?.name ?? ''],
  [({ fields }) => fields.crew.label, ({ order }) => order.crew.map(({ name }) => name).join(', ')],
  [({ orderExport }) => orderExport.column.submitted, ({ submittedAt }, reader) => time(submittedAt, reader)],
  [({ orderExport }) => orderExport.column.approved, ({ order }, reader) => time(order.approval?.at, reader)],
  [({ fields }) => fields.plannedStart.label, ({ order }, reader) => time(order.plannedStart, reader)],
  [
    ({ fields }) => fields.startedAt.label,
    ({ order, workStarted }, reader) => time(order.progress.startedAt ?? workStarted, reader),
  ],
  [
    ({ fields }) => fields.endedAt.label,
    ({ order }, reader) => time(order.latest?.closure?.endedAt ?? order.lastReport?.endedAt, reader),
  ],
  [
    ({ orderExport }) => orderExport.column.ended,
    ({ order }, reader) => (hasEnded(order.state) ? time(order.stateSince, reader) : ''),
  ],
  [({ document }) => document.history.version, ({ order }) => (order.latest ? String(order.latest.n) : '')],
  [({ orderExport }) => orderExport.column.currency, ({ order }) => order.content.currency],
  [({ document }) => document.totals.net, sum('net')],
  [({ orderExport }) => orderExport.column.tax, sum('tax')],
  [({ document }) => document.totals.withTax, sum('gross')],
  [({ orderExport }) => orderExport.column.approvedNet, approvedNet],
  [({ fields }) => fields.clientReference.label, ({ order }) => order.content.clientReference],
];

/** What a line for an item says besides. */
const ITEM: readonly (readonly [Heading, OfItem])[] = [
  [({ fields }) => fields.kind.label, ({ kind }, _, { words }) => words.order.kind[kind]],
  [
    (words) => fieldLabel('item', 'externalId', words),
    ({ onFile }, _, { codeOf }) => (onFile === undefined ? '' : codeOf(onFile)),
  ],
  [
    ({ fields }) => fields.itemDescription.label,
    (item, _, { words }) => (item.time ? labourName(item, words) : item.description),
  ],
  [({ fields }) => fields.quantity.label, ({ quantity }, _, reader) => amount(quantity, 3, reader)],
  [({ fields }) => fields.unit.label, ({ unit }, _, { words }) => shownUnit(unit, words)],
  [
    ({ fields }) => fields.unitPrice.label,
    ({ unitPrice }, { content: { decimals } }, { words: { locale } }) =>
      unitPrice === null ? '' : written(unitPrice, { locale, decimals }),
  ],
  [
    ({ orderExport }) => orderExport.column.itemNet,
    (item, { content: { decimals } }, reader) =>
      item.unitPrice === null ? '' : amount(lineAmount(item, decimals), decimals, reader),
  ],
];

/** The same of a line that knows whose hours it counts. */
const HOURS: readonly (readonly [Heading, OfItem])[] = [
  [({ hours }) => hours.column.worker, ({ time }) => time?.worker.name ?? ''],
  [({ hours }) => hours.column.day, ({ time }) => time?.day ?? ''],
  [({ hours }) => hours.column.activity, ({ time }, _, { words }) => (time ? words.hours.activity[time.activity] : '')],
  [({ hours }) => hours.column.from, (item, _, reader) => time(item.time?.from, reader)],
  [({ hours }) => hours.column.to, (item, _, reader) => time(item.time?.to, reader)],
];
const OF_ITEM = [...ITEM, ...HOURS];

/** Everybody's hours together; nothing where nobody's are known. */
const hoursOf =
  (activity: Activity): OfOrder =>
  ({ order: { content } }, reader) => {
    const lines = hoursIn(content.items);
    return lines.length === 0 ? '' : amount(hourSums(lines)[activity], 3, reader);
  };
const SUMS: readonly (readonly [Heading, OfOrder])[] = [
  [({ hours }) => hours.column.work, hoursOf('work')],
  [({ hours }) => hours.column.travel, hoursOf('travel')],
];

/** The names of the columns that every export has. */
export const headingsOf = (lines: OrderExport['lines'], words: Words): string[] =>
  [...ORDER, ...(lines === 'item' ? OF_ITEM : SUMS)].map(([heading]) => heading(words));

/** The lines of an order: one, or one for each of its items. An order without items has a line all the same. */
export function linesOf(exported: ExportedOrder, lines: OrderExport['lines'], reader: ExportReader): string[][] {
  const { order } = exported;
  const cells = (columns: typeof ORDER) => columns.map(([, cell]) => cell(exported, reader));
  const ofOrder = cells(ORDER);
  if (lines === 'order') return [[...ofOrder, ...cells(SUMS)]];
  const { items } = order.content;
  if (items.length === 0) return [[...ofOrder, ...OF_ITEM.map(() => '')]];
  return items.map((item) => [...ofOrder, ...OF_ITEM.map(([, cell]) => cell(item, order, reader))]);
}
