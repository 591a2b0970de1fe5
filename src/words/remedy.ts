import type { en } from './en/en.ts';
import { listOf } from './list.ts';
import type { ArgsOf } from './message.ts';
import type { Words } from './words.ts';

type Sentences = (typeof en)['remedy'];

/** A placeholder's value as it is kept: where the sentence takes text, also several names. */
type Kept<V> = V extends bigint ? number : V extends string ? string | readonly string[] : V;
type Facts<Text extends string> = { readonly [K in keyof ArgsOf<Text>]: Kept<ArgsOf<Text>[K]> };

/**
 * What somebody has to do about a failure, as it is kept: which sentence of the catalogue, and what stands in it. The
 * sentence itself is made in the reader's language.
 */
export type Remedy = {
  [K in keyof Sentences]: { readonly say: K } & Facts<Sentences[K]>;
}[keyof Sentences];

/** A remedy as the store keeps it. */
export const keptRemedy = (remedy: Remedy): string => JSON.stringify(remedy);

/** A kept remedy as a sentence; what older versions of the app kept is a sentence already. */
export function remedyText(kept: string, words: Words): string {
  const { say, ...facts } = parsed(kept);
  if (!isSaid(say, words)) return kept;
  const message = words.remedy[say];
  if (typeof message === 'string') return message;
  const args = Object.entries(facts).map(([name, fact]) => [
    name,
    Array.isArray(fact) ? listOf(fact.map(String), words) : fact,
  ]);
  try {
    return (message as (args: Record<string, unknown>) => string)(Object.fromEntries(args));
  } catch {
    // Another version of the app kept other facts with it.
    return kept;
  }
}

const isSaid = (say: unknown, { remedy }: Words): say is keyof Sentences =>
  typeof say === 'string' && Object.hasOwn(remedy, say);

function parsed(kept: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
