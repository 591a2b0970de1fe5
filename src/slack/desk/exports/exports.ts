import { isDay } from '../../../forms/fields/fields.ts';
import { dayIn, knownZone } from '../../../office/orders/days.ts';
import { EXPORT_LINES, EXPORTED, type OrderExport } from '../../../order/effect.ts';
import { seesAll } from '../../../order/permissions.ts';
import type { Settings } from '../../../settings.ts';
import type { Words } from '../../../words/words.ts';
import type { Deps } from '../../deps.ts';
import type { Person } from '../../people/people.ts';
import type { Caller } from '../../replies/open-views.ts';
import { outdated, type Submitted, say } from '../../replies/submitted.ts';
import type { ViewSubmission } from '../../transport/payloads.ts';
import { ANY_TYPE, type ExportedType, exportBlocks, exportModal } from '../../views/desk/export.ts';
import { decodeExport, exportIds } from '../../views/desk/ids.ts';
import { notice } from '../../views/notice.ts';
import { readersWords } from '../../words-for.ts';

/** Types that the menu offers: all that there may be. */
const TYPES = 99;

/** Somebody who sees every order and every price, as they are now. */
interface AtExport {
  readonly person: Person;
  readonly words: Words;
  readonly settings: Settings;
}

async function atExport(deps: Deps, id: string): Promise<AtExport | { readonly refused: Words }> {
  const reading = deps.store.settings(deps.team);
  const [person, settings] = await Promise.all([deps.people.find(id, reading), reading]);
  const words = readersWords(person, settings);
  return person && seesAll(person) ? { person, words, settings } : { refused: words };
}

/** Asks who sees every order which of them they want as files; others are told who may. */
export async function openExport(deps: Deps, caller: Caller): Promise<void> {
  const at = await atExport(deps, caller.person);
  if ('refused' in at) {
    const { forms, orderExport } = at.refused;
    return deps.views.show(caller, notice(at.refused, forms.notice.title.refused, orderExport.notYours));
  }
  const types = await typesOf(deps);
  const modal = { id: crypto.randomUUID(), start: startOf(at, deps.now()), types };
  return deps.views.show(caller, exportModal(modal, at.words));
}

/** Which orders somebody wants is known: they come by direct message. */
export async function exportSubmitted(deps: Deps, { user, view }: ViewSubmission): Promise<Submitted> {
  const at = await atExport(deps, user.id);
  if ('refused' in at) {
    const { forms, orderExport } = at.refused;
    return say(at.refused, forms.notice.title.refused, orderExport.notYours);
  }
  const { words, person } = at;
  const state = decodeExport(view.private_metadata);
  const asked = askedIn(view, at);
  if (!state || !asked || view.callback_id !== exportIds.modal) return outdated(words);
  const errors = errorsIn(asked, await typesOf(deps), words);
  if (Object.keys(errors).length > 0) return { ack: { response_action: 'errors', errors } };
  const owed = { ...asked, type: 'export_orders' as const, person: person.id };
  await deps.store.owe(deps.team, null, [owed], deps.now(), { cause: `export:${state.i}` });
  deps.nudge();
  return say(words, words.orderExport.title, words.orderExport.started);
}

async function typesOf({ store, team }: Deps): Promise<ExportedType[]> {
  const types = await store.recordsByName(team, { kind: 'type' }, { limit: TYPES });
  // A menu has no option without a text.
  return types.flatMap(({ id, data: { name } }) => (name.trim() === '' ? [] : [{ id, name }]));
}

/** The company's time zone, that of the reader where it has none. */
const zoneOf = ({ settings, person }: AtExport): string => knownZone(settings.document.timeZone || person.timeZone);

/** What is filled in at first: all orders of this year. `now`: milliseconds. */
function startOf(at: AtExport, now: number): OrderExport {
  const zone = zoneOf(at);
  const to = dayIn(Math.floor(now / 1000), zone);
  return { from: `${to.slice(0, 4)}-01-01`, to, zone, which: 'all', orderType: '', lines: 'order' };
}

/** What a modal asks for; undefined for choices that it does not offer. Days are as they were sent, '' where there is none. */
function askedIn({ state }: ViewSubmission['view'], at: AtExport): OrderExport | undefined {
  const input = (block: string) => Object.values(state?.values?.[block] ?? {})[0];
  const chosen = (block: string) => input(block)?.selected_option?.value;
  const which = EXPORTED.find((one) => one === chosen(exportBlocks.which));
  const lines = EXPORT_LINES.find((one) => one === chosen(exportBlocks.lines));
  if (!which || !lines) return undefined;
  const type = chosen(exportBlocks.type) ?? ANY_TYPE;
  return {
    from: input(exportBlocks.from)?.selected_date ?? '',
    to: input(exportBlocks.to)?.selected_date ?? '',
    ...{ zone: zoneOf(at), which, lines, orderType: type === ANY_TYPE ? '' : type },
  };
}

/** What is wrong with it, by input. */
function errorsIn(
  { from, to, orderType }: OrderExport,
  types: readonly ExportedType[],
  { fields: { error }, orderExport }: Words,
): Record<string, string> {
  const wrong = (day: string) => (day === '' ? error.required : isDay(day) ? undefined : error.day);
  const [first, last] = [wrong(from), wrong(to) ?? (to < from ? orderExport.period : undefined)];
  const isKnown = orderType === '' || types.some(({ id }) => id === orderType);
  return {
    ...(first ? { [exportBlocks.from]: first } : {}),
    ...(last ? { [exportBlocks.to]: last } : {}),
    ...(isKnown ? {} : { [exportBlocks.type]: orderExport.typeGone }),
  };
}
