import type { ItemKind } from '../order/content.ts';
import type { Words } from './words.ts';

/** A unit that the app fills in by itself: an order keeps this, and everybody reads it in their own language. */
export type Unit = keyof Words['items']['unit'];

/** A unit as it is read: the app's own in the reader's language, every other as it was typed. */
export const shownUnit = (unit: string, { items }: Words): string =>
  Object.entries(items.unit).find(([own]) => own === unit)?.[1] ?? unit;

/** A unit as it is kept: the app's own where it was typed in the reader's language. */
export const keptUnit = (typed: string, { items }: Words): string =>
  Object.entries(items.unit).find(([, shown]) => shown === typed)?.[0] ?? typed;

/** What an item is counted in where nobody says. */
export const usualUnit = (kind: ItemKind): Unit => (kind === 'labour' ? 'h' : 'pcs');

/** An item with a unit: its own, else the usual one of its kind. */
export const withUnit = <I extends { readonly kind: ItemKind; readonly unit: string }>(item: I): I => ({
  ...item,
  unit: item.unit || usualUnit(item.kind),
});
