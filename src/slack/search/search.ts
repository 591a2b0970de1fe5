import type { PersonRecord } from '../../../db/ports.ts';
import { visibleTo } from '../../order/permissions.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../replies/open-views.ts';
import type { Submitted } from '../replies/submitted.ts';
import type { BlockActions, ViewSubmission } from '../transport/payloads.ts';
import { decodeSearch, type SearchState, searchIds } from '../views/ids.ts';
import { notice } from '../views/notice.ts';
import { type Findings, FOUND, notFindable, searchModal } from '../views/search.ts';
import { readersWords } from '../words-for.ts';

/** What a person finds with these words, newest first; only orders they may see. Local work, a few milliseconds. */
export async function find({ store }: Deps, person: PersonRecord, { w, b }: SearchState): Promise<Findings> {
  const { role, ...whose } = visibleTo(person);
  const page = { ...whose, crewOnly: role === 'crew', ...(b ? { before: b } : {}), limit: FOUND + 1 };
  const found = await store.search(person.team, w, page);
  if (found.kind !== 'found') return found;
  const { orders } = found;
  return { kind: 'found', orders: orders.slice(0, FOUND), more: orders.length > FOUND };
}

/** Opens the search, which works on phones alike: a modal with one field, its findings below. */
export async function openSearch({ team, people, store, views }: Deps, caller: Caller): Promise<void> {
  const words = readersWords(await people.find(caller.person), await store.settings(team));
  return views.show(caller, searchModal({ w: '' }, undefined, words));
}

/** Somebody searched: the modal is drawn again with what was found. */
export async function searchSubmitted(deps: Deps, payload: ViewSubmission): Promise<Submitted> {
  const person = await deps.people.find(payload.user.id);
  const words = readersWords(person, await deps.store.settings(deps.team));
  const typed = Object.values(payload.view.state?.values[searchIds.words] ?? {})[0]?.value ?? '';
  const w = typed.slice(0, 500);
  const sorry = (text: string): Submitted => ({
    ack: { response_action: 'errors', errors: { [searchIds.words]: text } },
  });
  if (!person) return sorry(words.forms.notice.unknownPerson);
  if (person.kind !== 'member' && person.kind !== 'guest') return sorry(words.search.membersOnly);
  const findings = await find(deps, person, { w });
  if (findings.kind !== 'found') return sorry(notFindable(findings.kind, words));
  return { ack: { response_action: 'update', view: searchModal({ w }, findings, words) } };
}

/** Shows the findings after those that are shown. */
export async function searchOlder(deps: Deps, caller: Caller, payload: BlockActions): Promise<void> {
  const state = decodeSearch(payload.actions[0]?.value ?? '');
  const person = await deps.people.find(caller.person);
  const words = readersWords(person, await deps.store.settings(deps.team));
  const mayAct = person?.kind === 'member' || person?.kind === 'guest';
  if (!state || !payload.view || !person || !mayAct)
    return deps.views.show(caller, notice(words, words.forms.notice.title.outdated, words.search.outdated));
  const { id, hash } = payload.view;
  const modal = searchModal(state, await find(deps, person, state), words);
  // With the hash: a search for something else meanwhile is not overwritten.
  const draw = async () => (await deps.views.update(id, modal, hash ?? undefined)) !== 'later';
  return deps.updates.show(`view ${id}`, draw);
}
