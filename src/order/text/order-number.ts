import { plainTyping } from './plain-typing.ts';

/** `SO-000123`: how people write an order's number. */
export const orderNumber = (number: number): string => `SO-${String(number).padStart(6, '0')}`;

/**
 * Reads what people type for an order: `SO-12`, `so 000012`, `#12`, `12`, with whatever dash, digits and quotes their
 * keyboard has, or the name of its channel (`#so-000012-acme-pump`). Undefined for anything else.
 */
export function parseOrderNumber(text: string): number | undefined {
  const typed = plainTyping(text);
  const digits =
    /^(?:so\s?-?\s?|#)?0*([1-9]\d{0,8})$/i.exec(typed)?.[1] ?? /^#?so-(?=\d{6})0*([1-9]\d{0,8})-\S*$/i.exec(typed)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
