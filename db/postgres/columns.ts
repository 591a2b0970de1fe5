import { bigint, customType } from 'drizzle-orm/pg-core';

/**
 * Text, compared by its bytes as SQLite compares it, whatever the database's own collation. PostgreSQL takes no NUL in it,
 * which no person types: it becomes the sign for what cannot be shown. (JSON writes it as an escape.)
 */
export const text = customType<{ data: string }>({
  dataType: () => 'text collate "C"',
  toDriver: (value) => (value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value),
});

/** The most that an `integer` holds: no order, version or entry ever has such a number. */
export const MAX_NUMBER = 2_147_483_647;

/** A number. Somebody may ask for one that is out of range: there is none, where PostgreSQL would refuse the question. */
export const integer = customType<{ data: number }>({
  dataType: () => 'integer',
  toDriver: (value) => Math.max(-MAX_NUMBER, Math.min(value, MAX_NUMBER)),
});

/** Seconds or milliseconds since 1970, and numbers that may outgrow an `integer`; always below 2^53. */
export const whole = (name?: string) =>
  name === undefined ? bigint({ mode: 'number' }) : bigint(name, { mode: 'number' });

/** Bytes as they are. */
export const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value),
});

/** The words of an order, each a lexeme of its own. Written by `array_to_tsvector`, never read. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** How a channel was lost, as JSON. */
export const lost = customType<{ data: object; driverData: string }>({
  dataType: () => 'text collate "C"',
  toDriver: (value) => JSON.stringify(value),
  fromDriver: (value) => JSON.parse(value),
});
