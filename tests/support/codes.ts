import type { Store } from '../../db/ports.ts';
import type { DocumentCopy } from '../../src/order/effect.ts';
import type { Order } from '../../src/order/order.ts';
import { writtenCode } from '../../src/verification.ts';

/** The code on the document of an order's version, as people read it there. */
export async function codeOn(
  store: Store,
  { team, id, number }: Order,
  version: number,
  copy: DocumentCopy = 'priced',
): Promise<string> {
  const printed = await store.printedCode(team, id, version, copy);
  if (!printed) throw new Error(`order ${number} has no version ${version}`);
  return writtenCode({ number, version, check: printed.check });
}
