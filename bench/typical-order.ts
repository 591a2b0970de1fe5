import type { WholeOrder } from '../src/order/order.ts';
import { approvedOrder, manyItems } from '../tests/pdf/orders.ts';

const TRADES = 'pump valve boiler heater cooler filter compressor vessel flange sensor motor cable'.split(' ');

/** A typical order: 25 items, two pages. No two are alike: whatever a thread remembers of texts, it must not be the whole order. */
export function typicalOrder(): WholeOrder {
  const n = made++;
  const word = (at: number) => TRADES[at % TRADES.length] ?? '';
  const items = manyItems(25).map((item, at) => ({
    ...item,
    description: `${item.description} for ${word(n + at)} ${n}-${at}`,
    quantity: item.quantity + n * 10,
    unitPrice: String((450 + ((n * 131 + at * 37) % 90_000)) / 100),
  }));
  return { ...approvedOrder({ title: `Replace ${word(n)} ${n}`, clientReference: `PO-${n}`, items }), number: 1 + n };
}
let made = 0;
