import type { StoredKind } from '../../../src/office/master-data.ts';
import type { Entry } from '../../../src/order/action.ts';
import type { Content, Item } from '../../../src/order/content.ts';

/** A record that an order takes, and when (seconds). */
export interface UsedRecord {
  readonly kind: StoredKind;
  readonly id: string;
  readonly at: number;
}

/** The records that an action takes, each once and always in the same order. */
export function usedBy({ at, action }: Entry): UsedRecord[] {
  switch (action.type) {
    case 'submit':
    case 'edit':
    case 'resubmit':
      return distinct(at, [...ofContent(action.content), ...ofItems(action.content.items)]);
    case 'confirm_partial':
    case 'confirm_final':
      return distinct(at, ofItems(action.items));
    default:
      return [];
  }
}

type Used = Omit<UsedRecord, 'at'>;

const ofContent = ({ clientOnFile, siteOnFile, type }: Content): Used[] => [
  ...(clientOnFile ? [{ kind: 'client' as const, id: clientOnFile.id }] : []),
  ...(siteOnFile ? [{ kind: 'site' as const, id: siteOnFile.id }] : []),
  ...(type ? [{ kind: 'type' as const, id: type.id }] : []),
];

const ofItems = (items: readonly Item[]): Used[] =>
  items.flatMap(({ onFile }) => (onFile === undefined ? [] : [{ kind: 'item' as const, id: onFile }]));

const distinct = (at: number, used: readonly Used[]): UsedRecord[] =>
  [...new Map(used.map((one) => [`${one.kind} ${one.id}`, { ...one, at }]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);
