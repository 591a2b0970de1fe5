import type { SearchPage } from '../ports.ts';
import { crewToken, personToken, tokensWanted, type Wanted } from './search-tokens.ts';

/** Words (or pairs of letters) of one search. Where nothing has them all, each costs a pass over the orders that have it. */
const MAX_WORDS = 16;

/** What a search asks for; `mark`: what an order must have for this person to see it, none for who sees every order. */
type Asked =
  | { readonly kind: 'words'; readonly wanted: Wanted; readonly mark: string | undefined }
  | { readonly kind: 'no words' | 'too many words'; readonly wanted?: undefined; readonly mark?: undefined };

/** What a search asks for. */
export function asked(team: string, words: string, page: SearchPage): Asked {
  const wanted = tokensWanted(words);
  if (wanted.length === 0) return { kind: 'no words' };
  if (longest(wanted) > MAX_WORDS) return { kind: 'too many words' };
  return { kind: 'words', wanted, mark: whose(team, page) };
}

/** Words as they were typed: the reading with the most. */
const longest = (wanted: Wanted): number =>
  wanted.reduce((sum, readings) => sum + Math.max(...readings.map(({ length }) => length)), 0);

const whose = (team: string, { person, crewOnly }: SearchPage): string | undefined => {
  if (person === undefined) return undefined;
  return crewOnly ? crewToken(team, person) : personToken(team, person);
};
