import { randomBytes, randomInt } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/** A fresh Slack-like id such as `U07K2M9QX4A`: the prefix and random capitals and digits, never repeated across restarts. */
export function newId(prefix: string, length = 10): string {
  return prefix + Array.from({ length }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

/** Random lower-case hexadecimal, as in trigger ids and secrets. */
export function newHex(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}

/** A short random block id like the ones Slack makes when the app gives none. */
export function newBlockId(): string {
  return randomBytes(5).toString('base64url').slice(0, 5);
}
