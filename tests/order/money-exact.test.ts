import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween, netDifference } from '../../src/order/amounts/items.ts';
import { amountsFit, formatMoney, lineAmount, MAX, totals } from '../../src/order/amounts/money.ts';
import { ITEM_KINDS, type Item } from '../../src/order/content.ts';

/** A fraction of whole numbers, reckoned without the code under test. */
interface Rational {
  readonly over: bigint;
  readonly under: bigint;
}

const times = (a: Rational, b: Rational): Rational => ({ over: a.over * b.over, under: a.under * b.under });

/** The whole number next to it, half away from zero: by comparing the distance to its two neighbours. */
function nearest({ over, under }: Rational): bigint {
  const size = over < 0n ? -over : over;
  const below = size / under;
  const rest = size - below * under;
  const up = rest >= under - rest ? below + 1n : below;
  return over < 0n ? -up : up;
}

/** What a price says, read digit by digit. */
function priceOf(text: string): Rational {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const over = BigInt(whole + fraction);
  return { over: text.startsWith('-') ? -over : over, under: 10n ** BigInt(fraction.length) };
}

const amountOf = ({ quantity, unitPrice }: Item, decimals: number): bigint =>
  unitPrice === null
    ? 0n
    : nearest(
        times(times({ over: BigInt(quantity), under: 1000n }, priceOf(unitPrice)), {
          over: 10n ** BigInt(decimals),
          under: 1n,
        }),
      );

const priceUpTo = (most: bigint) =>
  fc.tuple(fc.bigInt(-most, most), fc.integer({ min: 0, max: 6 })).map(([digits, scale]) => {
    const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0');
    const whole = text.slice(0, text.length - scale);
    const fraction = text.slice(text.length - scale).replace(/0+$/, '');
    return `${digits < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
  });
const itemOf = (quantity: fc.Arbitrary<number>, price: fc.Arbitrary<string>): fc.Arbitrary<Item> =>
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    kind: fc.constantFrom(...ITEM_KINDS),
    description: fc.constant('Pump'),
    quantity,
    unit: fc.constant('pcs'),
    unitPrice: fc.option(price),
  });
const modest = fc.integer({ min: -100_000, max: 100_000 });
const item = itemOf(fc.oneof(modest, fc.maxSafeInteger()), priceUpTo(9_999_999_999_999n));
const listOf = (one: fc.Arbitrary<Item>) => fc.uniqueArray(one, { selector: ({ id }) => id });
const items = listOf(item);
/** Lists whose sums fit in any currency. */
const modestItems = listOf(itemOf(modest, priceUpTo(9_999_999n)));
const decimals = fc.constantFrom(0, 2, 3, 4);
const taxRate = fc.integer({ min: 0, max: 100_000 });

const RUNS = { numRuns: 1000 };

test('B5 B8 B9 a line is quantity × price, to the nearest minor unit', () => {
  fc.assert(
    fc.property(item, decimals, (one, scale) => {
      const amount = amountOf(one, scale);
      if (Number.isSafeInteger(Number(amount))) expect(lineAmount(one, scale)).toBe(Number(amount));
      expect(Object.is(lineAmount(one, scale), -0)).toBe(false);
    }),
    RUNS,
  );
});

test('B4 B5 sums and tax are exact wherever they fit, and what does not fit is known', () => {
  fc.assert(
    fc.property(items, decimals, taxRate, (list, scale, rate) => {
      const content = { items: list, decimals: scale, taxRate: rate };
      const amounts = list.map((one) => amountOf(one, scale));
      const kinds = ITEM_KINDS.map((kind) =>
        list.reduce((sum, one, at) => (one.kind === kind ? sum + (amounts[at] ?? 0n) : sum), 0n),
      );
      const net = amounts.reduce((sum, amount) => sum + amount, 0n);
      const tax = nearest({ over: net * BigInt(rate), under: 100_000n });
      const sizes = [...amounts, ...kinds, net, net + tax].map((amount) => (amount < 0n ? -amount : amount));
      expect(amountsFit(content)).toBe(sizes.every((size) => size <= BigInt(MAX.amount)));
      if (!amountsFit(content)) return;
      const { byKind, ...sums } = totals(content);
      expect(sums).toEqual({ net: Number(net), tax: Number(tax), gross: Number(net + tax) });
      expect(ITEM_KINDS.map((kind) => byKind[kind])).toEqual(kinds.map(Number));
    }),
    RUNS,
  );
});

test('differences add up to the difference of the sums', () => {
  fc.assert(
    fc.property(modestItems, modestItems, decimals, (before, after, scale) => {
      const net = (list: Item[]) => list.reduce((sum, one) => sum + amountOf(one, scale), 0n);
      expect(netDifference(changesBetween(before, after, scale))).toBe(Number(net(after) - net(before)));
    }),
    RUNS,
  );
});

test('an amount is written with every digit it has', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), decimals, (minor, scale) => {
      const shown = formatMoney(minor, { currency: 'EUR', decimals: scale }, 'en-GB');
      const digits = shown.replace(/\D/g, '');
      expect(BigInt(digits)).toBe(BigInt(Math.abs(minor)));
      expect(shown.startsWith('-')).toBe(minor < 0);
      expect(shown.split('.')[1]?.length ?? 0).toBe(scale);
    }),
    RUNS,
  );
});
