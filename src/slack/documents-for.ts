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

/**
 * An order's documents as they were issued, one for each version, the oldest first: for a person who sees its prices with them, also
 * where they went to somebody else.
 */
export async function issuedFor(
  store: Pick<Store, 'documents' | 'pricedDocuments'>,
  person: Member,
  order: Order,
): Promise<(DocumentRef | PricedDocumentRef)[]> {
  const { team, id, content } = order;
  const inChannel = await store.documents(team, id);
  if (content.pricesFor === 'everybody' || !seesPrices(person, order)) return inChannel;
  const priced = await store.pricedDocuments(team, id);
  const theirsFirst = [...priced.filter(({ recipient }) => recipient === person.id), ...priced];
  const of = new Map<number, DocumentRef | PricedDocumentRef>(inChannel.map((one) => [one.version, one]));
  for (const one of theirsFirst.toReversed()) of.set(one.version, one);
  return [...of.values()].toSorted((a, b) => a.version - b.version);
}
