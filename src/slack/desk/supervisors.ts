import { limitsIn } from '../../office/limits.ts';
import { MAX_LISTED, readLimit, settingErrorText } from '../../office/read.ts';
import { limitText } from '../../office/say.ts';
import { withSetting } from '../../office/value.ts';
import { currencyDecimals } from '../../order/amounts/currencies.ts';
import type { Author } from '../../order/people.ts';
import type { Supervisor } from '../../order/policy.ts';
import type { Settings } from '../../settings.ts';
import { listOf } from '../../words/list.ts';
import type { Deps } from '../deps.ts';
import { type Submitted, show } from '../replies/submitted.ts';
import type { BlockActions, View } from '../transport/payloads.ts';
import { whoIn } from '../views/desk/history.ts';
import { type DeskState, decodeDesk } from '../views/desk/ids.ts';
import { limitsPage, shownLimit, supervisorBlocks, supervisorEditor } from '../views/desk/limits.ts';
import { notice } from '../views/notice.ts';
import type { AtDesk } from './admin.ts';
import { changeNow, keep, redraw, redrawList } from './keep.ts';
import { MEANWHILE } from './meanwhile.ts';

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
  const typedLimit = inputOf(supervisorBlocks.limit)?.value ?? '';
  const { currency } = settings.money;
  const kept = listed.find((one) => one.id === id);
  // What was left as it stands is no new limit, also where the currency has fewer decimals than it was set with.
  const limit =
    kept && typedLimit === shownLimit(kept.limit, settings, words)
      ? { ok: kept.limit }
      : readLimit(typedLimit, { currency, decimals: currencyDecimals(currency) ?? 2 }, words.locale);
  if ('error' in limit) return errorIn(supervisorBlocks.limit, settingErrorText(limit.error, words));
  if (id !== undefined && !listed.some((one) => one.id === id))
    return errorIn(supervisorBlocks.limit, words.settings.limits.gone({ button: words.settings.cancel }));
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
    const typed = { people, groups, limit: typedLimit };
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
  const replaced = id === undefined ? set.flatMap((one) => replacedLimit(one, listed, desk)) : [];
  return { ack: {}, after: () => redrawBelow(deps, desk, view, replaced) };
}

/** Who was listed already, with another limit: adding them has replaced it. */
function replacedLimit(set: Supervisor, listed: readonly Supervisor[], { saying, words }: AtDesk): string[] {
  const before = listed.find((one) => one.id === set.id);
  if (!before || before.limit === set.limit) return [];
  const [was, is] = [limitText(before.limit, saying), limitText(set.limit, saying)];
  return [words.settings.limits.replaced({ name: saying.named(set.id), before: was, after: is })];
}

/** A limit that others have set since a page was drawn; undefined: not listed. */
interface NewerLimit {
  readonly id: string;
  readonly by: Author;
  readonly before: string | null | undefined;
  readonly after: string | null | undefined;
}

/**
 * Whose limit others have changed since the editor was drawn, from what it was then; from what it was last, where it is as it
 * was again.
 */
async function limitsChanged({ store, team }: Deps, { r }: DeskState, settings: Settings): Promise<NewerLimit[]> {
  const changes = await store.settingsChanges(team, { limit: MEANWHILE });
  const drawn = new Map<string, string | null | undefined>();
  const last = new Map<string, { readonly by: Author; readonly before: string | null | undefined }>();
  for (const { by, changes: each } of changes.filter((one) => one.revision > r).reverse())
    for (const one of each.filter(({ path }) => path === 'roles.supervisors')) {
      const [before, after] = [limitsIn(one.before), limitsIn(one.after)];
      for (const id of new Set([...before.keys(), ...after.keys()]))
        if (before.get(id) !== after.get(id)) {
          if (!drawn.has(id)) drawn.set(id, before.get(id));
          last.set(id, { by, before: before.get(id) });
        }
    }
  const now = limitsIn(settings.roles.supervisors);
  return [...last].map(([id, { by, before }]) => {
    const [was, after] = [drawn.get(id), now.get(id)];
    return { id, by, before: was === after ? before : was, after };
  });
}

function newerText(newer: readonly NewerLimit[], { saying, words }: AtDesk): string {
  const said = (limit: string | null | undefined) =>
    limit === undefined ? words.settings.unset : limitText(limit, saying);
  const [first] = newer;
  const head = words.settings.meanwhile({ name: first ? whoIn(first.by, words) : '' });
  const lines = newer.map(({ id, before, after }) =>
    words.settings.history.change({ label: saying.named(id), before: said(before), after: said(after) }),
  );
  return [`:warning: ${head}`, ...lines].join('\n');
}

const errorIn = (block: string, text: string): Submitted => ({
  ack: { response_action: 'errors', errors: { [block]: text } },
});

/** Draws the supervisors, which lie below a view, again as they are set now, and the list of settings below them. */
async function redrawBelow(
  deps: Deps,
  desk: AtDesk,
  { previous_view_id, root_view_id }: Pick<View, 'previous_view_id' | 'root_view_id'>,
  replaced: readonly string[] = [],
): Promise<void> {
  const { settings, revision } = await deps.store.settingsAsOf(deps.team);
  const { saved, page } = desk.words.settings;
  const done = [saved({ page: page.limits }), ...replaced].join('\n');
  await redraw(deps, previous_view_id, limitsPage(settings, revision, desk.saying, done));
  if (root_view_id !== previous_view_id) await redrawList(deps, desk, root_view_id);
}

/**
 * A supervisor is listed no more, and the editor says so; unless others have changed that one since it was drawn. Slack takes no
 * view off for us, and none may lie above a third: nothing in what stands there then opens another.
 */
export async function removeSupervisor(deps: Deps, desk: AtDesk, id: string, { view }: BlockActions): Promise<void> {
  const state = decodeDesk(view?.private_metadata ?? '');
  const newer = state ? (await limitsChanged(deps, state, desk.settings)).filter((one) => one.id === id) : [];
  if (view && newer.some(({ after }) => after !== undefined))
    return redraw(deps, view.id, supervisorEditor({ ...desk, id, notice: newerText(newer, desk) }, desk.saying));
  const now = await changeNow(deps, desk, (settings) => ({
    ...settings,
    roles: { ...settings.roles, supervisors: settings.roles.supervisors.filter((one) => one.id !== id) },
  }));
  if (!view) return;
  const { limits } = now.words.settings;
  const everyone = now.settings.roles.supervisors.length === 0 ? [limits.everyone] : [];
  const text = [limits.removed({ name: now.saying.named(id) }), ...everyone].join('\n');
  await redraw(deps, view.id, notice(now.words, limits.title, text));
  await redrawBelow(deps, now, view);
}
