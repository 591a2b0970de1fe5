import { z } from 'zod';
import { mentionAuthor } from '../../forms/mrkdwn.ts';
import { MAX_LISTED, readLimit, settingErrorText } from '../../office/read.ts';
import { limitText } from '../../office/say.ts';
import { withSetting } from '../../office/value.ts';
import { currencyDecimals } from '../../order/currencies.ts';
import type { Author } from '../../order/order.ts';
import type { Settings } from '../../settings.ts';
import { listOf } from '../../words/list.ts';
import type { Deps } from '../deps.ts';
import { type Submitted, show } from '../replies/submitted.ts';
import type { BlockActions, View } from '../transport/payloads.ts';
import { limitsPage, supervisorBlocks, supervisorEditor } from '../views/desk/limits.ts';
import type { DeskState } from '../views/ids.ts';
import type { AtDesk } from './admin.ts';
import { changeNow, keep } from './keep.ts';

/** Saves new supervisors, or the limit of one; undefined when somebody was faster. */
export async function saveSupervisors(
  deps: Deps,
  desk: AtDesk,
  state: DeskState,
  view: View,
): Promise<Submitted | undefined> {
  const { settings, words } = desk;
  const { i: id } = state;
  const say = words.settings.error;
  const inputOf = (block: string) => Object.values(view.state?.values[block] ?? {})[0];
  const listed = settings.roles.supervisors;
  const decimals = currencyDecimals(settings.money.currency) ?? 2;
  const limit = readLimit(inputOf(supervisorBlocks.limit)?.value ?? '', decimals, words.locale);
  if ('error' in limit) return errorIn(supervisorBlocks.limit, settingErrorText(limit.error, words));
  if (id !== undefined && !listed.some((one) => one.id === id))
    return errorIn(supervisorBlocks.limit, words.settings.limits.gone);
  const groups = (inputOf(supervisorBlocks.groups)?.selected_options ?? []).map(({ value }) => value);
  const people = inputOf(supervisorBlocks.people)?.selected_users ?? [];
  const chosen = id === undefined ? [...new Set([...people, ...groups])] : [id];
  if (chosen.length === 0) return errorIn(supervisorBlocks.people, say.nobody);
  const known = await deps.people.findAll(people);
  const others = people.filter((one) => known.get(one)?.kind !== 'member').map((one) => known.get(one)?.name ?? one);
  if (others.length > 0) return errorIn(supervisorBlocks.people, say.guest({ names: listOf(others, words) }));
  const newer = (await limitsChanged(deps, state, settings)).filter(
    (one) => chosen.includes(one.id) && one.after !== limit.ok,
  );
  if (newer.length > 0) {
    const typed = { people, groups, limit: inputOf(supervisorBlocks.limit)?.value ?? '' };
    return show(supervisorEditor({ ...desk, id, entered: typed, notice: newerText(newer, desk) }, desk.saying));
  }
  const set = chosen.map((one) => ({ id: one, limit: limit.ok }));
  const rest = listed.filter((one) => !chosen.includes(one.id));
  const supervisors =
    id === undefined ? [...rest, ...set] : listed.map((one) => (one.id === id ? { id, limit: limit.ok } : one));
  if (supervisors.length > MAX_LISTED) return errorIn(supervisorBlocks.people, say.people({ max: MAX_LISTED }));
  const changed = withSetting(settings, 'roles.supervisors', supervisors);
  if ('error' in changed) return errorIn(supervisorBlocks.limit, say.amount);
  if (!(await keep(deps, desk, changed.ok))) return undefined;
  return { ack: {}, after: () => redrawLimits(deps, desk, view.previous_view_id) };
}

/** A limit that others have set since a page was drawn; undefined: not listed. */
interface NewerLimit {
  readonly id: string;
  readonly by: Author;
  readonly before: string | null | undefined;
  readonly after: string | null | undefined;
}

const Listed = z.array(z.object({ id: z.string(), limit: z.string().nullable() })).catch([]);

/** Changes of supervisors that are looked at for what happened while an editor was open. */
const MEANWHILE = 100;

/** Whose limit others have changed since the editor was drawn. */
async function limitsChanged({ store, team }: Deps, { r }: DeskState, settings: Settings): Promise<NewerLimit[]> {
  const changes = await store.settingsChanges(team, { limit: MEANWHILE });
  const since = changes
    .filter((one) => one.revision > r)
    .flatMap(({ by, changes }) => changes.map((one) => ({ ...one, by })))
    .filter(({ path }) => path === 'roles.supervisors');
  const [first, last] = [since.at(-1), since[0]];
  if (!first || !last) return [];
  const before = new Map(Listed.parse(first.before).map(({ id, limit }) => [id, limit]));
  const after = new Map(settings.roles.supervisors.map(({ id, limit }) => [id, limit]));
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((id) => ({ id, by: last.by, before: before.get(id), after: after.get(id) }))
    .filter((one) => one.before !== one.after);
}

function newerText(newer: readonly NewerLimit[], { saying, words }: AtDesk): string {
  const said = (limit: string | null | undefined) =>
    limit === undefined ? words.settings.unset : limitText(limit, saying);
  const [first] = newer;
  const head = words.settings.meanwhile({ name: first ? mentionAuthor(first.by) : '' });
  const lines = newer.map(({ id, before, after }) =>
    words.settings.history.change({ label: saying.named(id), before: said(before), after: said(after) }),
  );
  return [`:warning: ${head}`, ...lines].join('\n');
}

const errorIn = (block: string, text: string): Submitted => ({
  ack: { response_action: 'errors', errors: { [block]: text } },
});

/** Draws the supervisors again as they are set now. */
async function redrawLimits(deps: Deps, desk: AtDesk, viewId: string | null | undefined): Promise<void> {
  if (!viewId) return;
  const { settings, revision } = await deps.store.settingsAsOf(deps.team);
  const { saved, page } = desk.words.settings;
  const limits = limitsPage(settings, revision, desk.saying, saved({ page: page.limits }));
  const draw = async () => (await deps.views.update(viewId, limits, undefined)) !== 'later';
  await deps.updates.show(`view ${viewId}`, draw);
}

/** A supervisor is listed no more: the editor becomes the list as it is then. */
export async function removeSupervisor(deps: Deps, desk: AtDesk, id: string, { view }: BlockActions): Promise<void> {
  const now = await changeNow(deps, desk, (settings) => ({
    ...settings,
    roles: { ...settings.roles, supervisors: settings.roles.supervisors.filter((one) => one.id !== id) },
  }));
  await redrawLimits(deps, now, view?.id);
  await redrawLimits(deps, now, view?.previous_view_id);
}
