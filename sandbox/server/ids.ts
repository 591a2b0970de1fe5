import { randomBytes, randomInt } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A fresh Slack-like id such as `U07K2M9QX4A`: the prefix and random capitals and digits, never repeated across restarts. */
export function newId(prefix: string, length = 10): string {
  return prefix + Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

/** Asking for a few bytes takes as long as asking for many. */
const POOL = 4096;
let pool = Buffer.alloc(0);

/** Random bytes that nobody has had before. */
function random(bytes: number): Buffer {
  if (bytes > POOL) return randomBytes(bytes);
  if (pool.length < bytes) pool = randomBytes(POOL);
  const drawn = pool.subarray(0, bytes);
  pool = pool.subarray(bytes);
  return drawn;
}

/** Random lower-case hexadecimal, as in trigger ids and secrets. */
export function newHex(bytes: number): string {
  return random(bytes).toString('hex');
}

/** A short random block id like the ones Slack makes when the app gives none. */
export function newBlockId(): string {
  return random(5).toString('base64url').slice(0, 5);
}
