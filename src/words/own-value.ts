import type { OwnAnswer } from '../order/own-fields.ts';
import type { Words } from './words.ts';

/** What was answered to an own field, as people read it: `12.5 bar`, `28 Nov 2026`, `Pass`. Unescaped. */
export function ownValue({ kind, value, unit }: Pick<OwnAnswer, 'kind' | 'value' | 'unit'>, words: Words): string {
  switch (kind) {
    case 'number':
      return [numberText(value, words.locale), unit].filter(Boolean).join('\u00a0');
    case 'date':
      return dayText(value, words.locale);
    case 'yes_no':
      return wordFor(words.order.yesNo, value);
    case 'check':
      return wordFor(words.order.check, value);
    default:
      return value;
  }
}

const wordFor = (said: Readonly<Record<string, string>>, value: string): string =>
  Object.hasOwn(said, value) ? (said[value] ?? value) : value;

/** A canonical decimal, exactly: as a number it might lose digits. */
function numberText(value: string, locale: string): string {
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(value) ?? [];
  if (whole === '') return value;
  const format = new Intl.NumberFormat(locale);
  const parts = format.formatToParts(1.5);
  const point = parts.find(({ type }) => type === 'decimal')?.value ?? '.';
  return `${sign}${format.format(BigInt(whole))}${fraction ? point + fraction : ''}`;
}

/** A day (`2026-11-28`) as people read it, the same in every zone. */
export function dayText(value: string, locale: string): string {
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isNaN(at)
    ? value
    : new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
}
