import type { DocumentRef, PricedDocumentRef, Store } from '../../db/ports.ts';
import type { DocumentCopy } from '../order/effect.ts';
import type { Order } from '../order/order.ts';
import { type Member, seesPrices } from '../order/permissions.ts';

/**
 * The documents of an order that this person finds in Slack, the oldest version first: with prices those that went to them, or for the
 * office to its channel; else those in its channel. `copy`: only of this copy.
 */
export async function documentsFor(
  store: Pick<Store, 'documents' | 'pricedDocuments'>,
  person: Member,
  order: Order,
  copy?: DocumentCopy,
): Promise<(DocumentRef | PricedDocumentRef)[]> {
  const { team, id, content } = order;
  const inChannel = await store.documents(team, id);
  if (content.pricesFor === 'everybody' || copy === 'work') return inChannel;
  const isTheirs = ({ recipient }: PricedDocumentRef): boolean =>
    recipient === person.id || (!isPerson(recipient) && (person.admin || person.office === true));
  const theirs = seesPrices(person, order) ? (await store.pricedDocuments(team, id)).filter(isTheirs) : [];
  if (copy === 'priced') return theirs;
  const others = inChannel.filter(({ version }) => !theirs.some((one) => one.version === version));
  return [...others, ...theirs].toSorted((a, b) => a.version - b.version);
}

const isPerson = (recipient: string): boolean => /^[UW]/.test(recipient);
