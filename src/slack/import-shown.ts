import type { Import, Store } from '../../db/ports.ts';
import type { Settings } from '../settings.ts';
import { CHANGES_SHOWN, importMessage, MISTAKES_SHOWN } from './views/desk/import-message.ts';
import type { Message } from './views/message.ts';
import { readersWords } from './words-for.ts';

/** How an import stands, as its message says it: in the language of who brought the file, not of who has pressed a button. */
export async function shownImport(
  store: Pick<Store, 'importLines' | 'person'>,
  one: Import,
  settings: Settings,
): Promise<Message> {
  const { team, id, state, by } = one;
  const first = (outcome: 'wrong' | 'change', limit: number) =>
    state === 'planned' ? store.importLines(team, id, { from: 0, limit, outcomes: [outcome] }) : [];
  const [person, wrong, changing] = await Promise.all([
    store.person(team, by.id),
    first('wrong', MISTAKES_SHOWN),
    first('change', CHANGES_SHOWN),
  ]);
  return importMessage(one, { wrong, changing }, readersWords(person, settings));
}
