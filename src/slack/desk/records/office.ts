import { mayKeepRecords } from '../../../office/records/add.ts';
import type { Settings } from '../../../settings.ts';
import type { Words } from '../../../words/words.ts';
import type { Deps } from '../../deps.ts';
import type { Person } from '../../people/people.ts';
import { readersWords } from '../../words-for.ts';

/** Somebody who keeps clients, sites and the catalogue, as they are now. */
export interface AtRecords {
  readonly person: Person;
  readonly words: Words;
  readonly settings: Settings;
}

/** What is on file for who asks for it now; only their words where it is not theirs to see. */
export async function atRecords(deps: Deps, id: string): Promise<AtRecords | { readonly refused: Words }> {
  const reading = deps.store.settings(deps.team);
  const [person, settings] = await Promise.all([deps.people.find(id, reading), reading]);
  const words = readersWords(person, settings);
  return person && mayKeepRecords(person) ? { person, words, settings } : { refused: words };
}
