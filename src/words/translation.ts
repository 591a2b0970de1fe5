import type { en } from './en/en.ts';
import type { Translated } from './message.ts';

/** A catalogue that has every message of the English one, each with the same placeholders; the compiler names those that differ. */
export const translation = <const T>(catalogue: T & Translated<typeof en, T>): T => catalogue;
