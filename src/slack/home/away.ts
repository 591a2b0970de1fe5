import type { Preferences } from '../../../db/ports.ts';
import { isDay } from '../../forms/fields/fields.ts';
import { supervisorsOf } from '../../office/authority.ts';
import { owedForAway } from '../../order/absence.ts';
import { dayNumber } from '../../order/clocks/calendar.ts';
import { localDay } from '../../order/clocks/office-time.ts';
import { dayStart } from '../../order/clocks/zones.ts';
import type { Party } from '../../order/people.ts';
import type { Settings } from '../../settings.ts';
import type { Words } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../people/people.ts';
import type { Caller } from '../replies/open-views.ts';
import { outdated, type Submitted, say, show } from '../replies/submitted.ts';
import type { BlockActions, ViewSubmission } from '../transport/payloads.ts';
import { awayIds, decodeAway } from '../views/ids.ts';
import { type AwayToo, awayBlocks, awayModal, awayToo } from '../views/inbox/away.ts';
import { notice } from '../views/notice.ts';
import { readersWords } from '../words-for.ts';
import { publishHomeAgain } from './home.ts';

/** Somebody who wants something for themselves, as they are now, with what they wanted so far. */
interface Own {
  readonly person: Person;
  readonly words: Words;
  readonly settings: Settings;
  readonly preferences: Preferences & { readonly revision: number };
}

/** Who says that they are away for longer is asked whether they mean it. Seconds. */
const FAR = 366 * 86_400;

/** Whether somebody decides on orders, and can have somebody do it for them. */
export const maySubstitute = ({ kind }: Person): boolean => kind === 'member';

async function ownOf(deps: Deps, id: string): Promise<Own | { readonly refused: Words }> {
  const { team, store, people } = deps;
  const reading = store.settings(team);
  const [person, settings] = await Promise.all([people.find(id, reading), reading]);
  const words = readersWords(person, settings);
  if (!person || (person.kind !== 'member' && person.kind !== 'guest')) return { refused: words };
  return { person, words, settings, preferences: await store.preferences(team, id) };
}

const refusal = (words: Words): [string, string] => [words.forms.notice.title.refused, words.away.membersOnly];

/** What was pressed of these: who decides meanwhile is asked for, somebody is back, or the digest is turned on or off. */
export async function awayPressed(deps: Deps, caller: Caller, { actions }: BlockActions): Promise<void> {
  const own = await ownOf(deps, caller.person);
  if ('refused' in own) return deps.views.show(caller, notice(own.refused, ...refusal(own.refused)));
  const { words, person, preferences } = own;
  const [action] = actions;
  if (action?.action_id === awayIds.digest) {
    const wanted = decodeAway(action.value ?? '')?.d;
    // What was pressed is said by the button; an older one says what is so already.
    if (wanted === undefined || preferences.digest === (wanted === 1)) return publishHomeAgain(deps, person.id);
    return keep(deps, caller, own, { ...preferences, digest: wanted === 1 });
  }
  if (!maySubstitute(person)) return deps.views.show(caller, notice(words, ...refusal(words)));
  if (action?.action_id === awayIds.back)
    return keep(deps, caller, own, { ...preferences, awayUntil: null, substitute: null });
  const { awayUntil, substitute, revision } = preferences;
  const isSet = awayUntil !== null && awayUntil > deps.now() / 1000;
  const last = isSet ? localDay(person.timeZone, awayUntil - 1) : '';
  return deps.views.show(caller, awayModal({ revision, last, substitute: substitute?.id ?? '' }, words));
}

/** Saves what somebody wants now; where it has changed in another window meanwhile, says so. */
async function keep(
  deps: Deps,
  caller: Caller,
  { words, person, preferences }: Own,
  wanted: Preferences,
): Promise<void> {
  const { digest, awayUntil, substitute } = wanted;
  const said = { digest, awayUntil, substitute };
  if (!(await saved(deps, person, preferences, said, preferences.revision)))
    await deps.views.show(caller, notice(words, words.forms.notice.title.refused, words.away.meanwhile));
  await publishHomeAgain(deps, person.id);
}

/** Saves them as they were read at this revision; who decides meanwhile is told, and who need not any more. False: they have changed since. */
async function saved(deps: Deps, { id, name }: Person, before: Preferences, wanted: Preferences, revision: number) {
  const { now, nudge, store, team } = deps;
  const effects = owedForAway({ id, name }, before, wanted, Math.floor(now() / 1000));
  if (!(await store.savePreferences(team, id, revision, wanted, { effects, now: now() }))) return false;
  nudge();
  return true;
}

/** Until when somebody is away, and who decides meanwhile as well. */
export async function awaySubmitted(deps: Deps, { user, view }: ViewSubmission): Promise<Submitted> {
  const own = await ownOf(deps, user.id);
  if ('refused' in own) return say(own.refused, ...refusal(own.refused));
  const { words, person, preferences } = own;
  if (!maySubstitute(person)) return say(words, ...refusal(words));
  const state = decodeAway(view.private_metadata);
  if (!state || view.callback_id !== awayIds.modal) return outdated(words);
  const input = (block: string) => Object.values(view.state?.values?.[block] ?? {})[0];
  const last = input(awayBlocks.last)?.selected_date ?? '';
  const chosen = input(awayBlocks.substitute)?.selected_user ?? '';
  const [substitute, until] = [await substituteIn(deps, own, chosen), untilIn(deps, own, last)];
  const errors = {
    ...(typeof until === 'string' ? { [awayBlocks.last]: until } : {}),
    ...('error' in substitute ? { [awayBlocks.substitute]: substitute.error } : {}),
  };
  if (typeof until === 'string' || 'error' in substitute) return { ack: { response_action: 'errors', errors } };
  const wanted = { digest: preferences.digest, awayUntil: until, substitute: substitute.ok };
  const unusual = {
    asked: until > deps.now() / 1000 + FAR ? until : undefined,
    both: await awayThemselves(deps, substitute.ok),
  };
  const isNew =
    (unusual.asked !== undefined && unusual.asked !== state.u) || (unusual.both && awayToo(unusual.both) !== state.s);
  if (isNew) return show(awayModal({ revision: state.r, last, substitute: substitute.ok.id, ...unusual }, words));
  const isSo = preferences.awayUntil === until && preferences.substitute?.id === substitute.ok.id;
  if (!isSo && !(await saved(deps, person, preferences, wanted, state.r)))
    return say(words, words.away.title, words.away.meanwhile);
  return { ack: {}, after: () => publishHomeAgain(deps, person.id) };
}

/** The end of the last day where somebody is (seconds); or what is wrong with it. */
function untilIn({ now }: Deps, { person, words }: Own, last: string): number | string {
  if (last === '') return words.fields.error.required;
  if (!isDay(last)) return words.fields.error.day;
  const end = dayStart(person.timeZone, dayNumber(last) + 1);
  return end <= now() / 1000 ? words.away.past : end;
}

/** The substitute, where they said that they are away now. */
async function awayThemselves({ store, team, now }: Deps, substitute: Party): Promise<AwayToo | undefined> {
  const { awayUntil } = await store.preferences(team, substitute.id);
  return awayUntil !== null && awayUntil > now() / 1000 ? { ...substitute, until: awayUntil } : undefined;
}

/** Who decides meanwhile as well: another member who may be asked to; or what is wrong with them. */
async function substituteIn(deps: Deps, { person, words, settings }: Own, id: string) {
  const { error } = words.fields;
  if (id === '') return { error: error.required };
  if (id === person.id) return { error: words.away.yourself };
  const found = await deps.people.find(id);
  if (!found) return { error: error.person.unknown({ name: id }) };
  const { name, kind } = found;
  if (kind !== 'member') return { error: error.person[kind]({ name }) };
  const listed = supervisorsOf(settings, await deps.groups.members(settings));
  const decides = !listed || found.admin || listed.some((one) => one.id === id);
  return decides ? { ok: { id, name } } : { error: words.away.cannot({ name }) };
}
