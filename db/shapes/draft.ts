import { z } from 'zod';
import type { Raw } from '../../src/forms/draft.ts';
import { currencyDecimals } from '../../src/order/amounts/currencies.ts';
import type { OrderType as TypeOf } from '../../src/order/own-fields.ts';
import { OrderType } from './on-file.ts';
import { Attachment, Attachment2, Attachment3, Item1, Item2, Item3, Item4, Item5 } from './parts.ts';
import { stored } from './stored.ts';

const RawShape: z.ZodType<Raw> = z.union([z.string(), z.number(), z.null(), z.array(z.string()), z.array(Attachment)]);

const RawShape2: z.ZodType<Raw> = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.array(z.string()),
  z.array(Attachment2),
]);

const RawShape3: z.ZodType<Raw> = z.union([
  z.string(),
  z.number(),
  z.null(),
  z.array(z.string()),
  z.array(Attachment3),
]);

const TypeShape: z.ZodType<TypeOf> = OrderType;

/**
 * A view of the form: the page it shows, the `action_ts` of its last dispatch that was kept, and the fields in which it
 * still shows what was there before another view was typed into.
 */
const Place = z.object({ id: z.string(), page: z.string(), at: z.string(), behind: z.array(z.string()) });
export type Place = z.infer<typeof Place>;

const facts = {
  /** The idempotency key of this filling-in. */
  key: z.string(),
  /** Where the form is open, the view heard last at the end. */
  views: z.array(Place).default([]),
  generation: z.int(),
  itemOffset: z.int(),
  /** Something was typed: only then is it worth saying that a draft was found. */
  touched: z.boolean(),
  values: z.record(z.string(), RawShape),
  base: z.int(),
  submission: z.int(),
};

const Draft1 = z.object({ ...facts, items: z.array(Item1) });

const Draft2 = z.object({
  ...facts,
  items: z.array(Item2),
  money: z.object({ currency: z.string(), decimals: z.int() }).optional(),
  /** Prices were typed that nobody can read any more: they are empty, and the person has not been told yet. */
  pricesLost: z.literal(true).optional(),
});

/** `unpriced`: its items have no prices, since its author does not see those of the order. */
const Draft3 = Draft2.extend({ unpriced: z.literal(true).optional() });

/** Its items may have been taken from the catalogue. `type`: the order's type, as its author was shown it. */
const Draft4 = Draft3.extend({ items: z.array(Item3), type: TypeShape.optional() });

/** Its items may know whose hours they count, its files what they show. */
const Draft5 = Draft4.extend({
  items: z.array(Item4),
  values: z.record(z.string(), RawShape2),
});

/** Its files may have been posted by somebody else. */
const Draft6 = Draft5.extend({ values: z.record(z.string(), RawShape3) });

/** Its hours may have been said on other clocks than those of the order. */
const Draft7 = Draft6.extend({ items: z.array(Item5) });

/** A form half filled in, as it is kept on the server. */
export type KeptDraft = z.infer<typeof Draft7>;

/** What an old draft does not say itself. */
export interface OfDraft {
  /** What a new order counts in now; undefined for the draft of an order, which has its own. */
  readonly currency: string | undefined;
  /** The price of an item as text; undefined when it cannot be known. */
  price(item: { readonly id: string; readonly minor: number }): string | undefined;
}

/** An unfinished form. */
export const storedDraft = stored(Draft1)
  .next(Draft2, (old, { currency, price }: OfDraft): z.infer<typeof Draft2> => {
    let lost = false;
    const items = old.items.map((item) => {
      if (item.unitPrice === null) return { ...item, unitPrice: null };
      const unitPrice = price({ id: item.id, minor: item.unitPrice });
      lost ||= unitPrice === undefined;
      return { ...item, unitPrice: unitPrice ?? null };
    });
    return {
      ...old,
      items,
      ...(currency !== undefined && items.some(({ unitPrice }) => unitPrice !== null)
        ? { money: { currency, decimals: currencyDecimals(currency) ?? 2 } }
        : {}),
      ...(lost ? { pricesLost: true } : {}),
    };
  })
  .next(Draft3, (old) => old)
  .next(Draft4, (old) => old)
  .next(Draft5, (old) => old)
  .next(Draft6, (old) => old)
  .next(Draft7, (old) => old);
