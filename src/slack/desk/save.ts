import { createHash } from 'node:crypto';
import { escaped, mentionAuthor } from '../../forms/mrkdwn.ts';
import { isGroupId } from '../../office/authority.ts';
import {
  type Entered,
  MAX_LISTED,
  readLimit,
  readSetting,
  refusedKind,
  type SettingError,
  settingErrorText,
} from '../../office/read.ts';
import { labelOf } from '../../office/say.ts';
import { type SettingPath, type SettingsPage, settingsOn } from '../../office/table.ts';
import { type Changed, changesBetween, isSame, withSetting } from '../../office/value.ts';
import { currencyDecimals } from '../../order/currencies.ts';
import type { Settings } from '../../settings.ts';
import { listOf } from '../../words/list.ts';
import type { Deps } from '../deps.ts';
import { publishHomeAgain } from '../home/home.ts';
import { outdated, type Submitted, say, show } from '../replies/submitted.ts';
import type { BlockActions, ViewSubmission } from '../transport/payloads.ts';
import { changeText } from '../views/desk/history.ts';
import { limitsPage, supervisorBlocks } from '../views/desk/limits.ts';
import { settingsList } from '../views/desk/list.ts';
import { groupsBlock, settingsPage } from '../views/desk/page.ts';
import { type DeskState, decodeDesk, deskIds } from '../views/ids.ts';
import { words as sentence } from '../views/message.ts';
import { type AtDesk, atDesk } from './admin.ts';

/** Changes that are looked at for what happened to a page while it was open. */
const MEANWHILE = 100;
/** How often a change is applied again because somebody else was faster; each loser means another winner. */
const TRIES = 10;

/** A page of the settings, or the editor of a supervisor, was submitted. */
export async function deskSubmitted(deps: Deps, payload: ViewSubmission): Promise<Submitted> {
  const { view, user } = payload;
  const state = decodeDesk(view.private_metadata);
  for (let tries = 0; tries < TRIES; tries++) {
    // Slack waits for the answer: groups are named as far as they are known.
    const desk = await atDesk(deps, user.id, 0);
    if ('refused' in desk) {
      const { refused } = desk;
      const entered = state ? typedIn(state.p, view) : new Map<SettingPath, Entered>();
      const typed = [...entered].map(([path, value]) => ({
        label: labelOf(path, refused),
        text: typeof value === 'string' ? value : value.join(', '),
      }));
      return say(refused, refused.forms.notice.title.refused, refused.settings.adminsOnly, typed);
    }
    if (!state) return outdated(desk.words);
    const saved =
      view.callback_id === deskIds.supervisor
        ? await saveSupervisors(deps, desk, state, view)
        : await savePage(deps, desk, state, view);
    if (saved) return saved;
  }
  throw new Error(`the settings changed ${TRIES} times under one form`);
}

type View = ViewSubmission['view'];

/** What the inputs of a page hold, by setting; files are no value of a setting yet. */
function typedIn(page: SettingsPage, { state }: View): Map<SettingPath, Entered> {
  const inputOf = (block: string) => Object.values(state?.values[block] ?? {})[0];
  return new Map(
    settingsOn(page).flatMap(({ path, kind }): [SettingPath, Entered][] => {
      const input = inputOf(path);
      if (!input || kind === 'logo' || kind === 'supervisors') return [];
      if (kind !== 'people')
        return [[path, input.value ?? input.selected_option?.value ?? input.selected_conversation ?? '']];
      const groups = inputOf(groupsBlock(path))?.selected_options ?? [];
      return [[path, [...(input.selected_users ?? []), ...groups.map(({ value }) => value)]]];
    }),
  );
}

/** Saves a page; undefined when somebody else was faster just now. */
async function savePage(deps: Deps, desk: AtDesk, state: DeskState, view: View): Promise<Submitted | undefined> {
  const { settings, words, revision, groups, admin } = desk;
  const entered = typedIn(state.p, view);
  const errors: Record<string, string> = {};
  const values = new Map<SettingPath, unknown>();
  const fail = (path: string, error: SettingError) => {
    errors[path] = settingErrorText(error, words);
  };
  for (const setting of settingsOn(state.p)) {
    const given = entered.get(setting.path);
    if (given === undefined) continue;
    const read = readSetting(setting, withKnownGroups(setting.path, given, view, settings), words.locale);
    if ('error' in read) fail(setting.path, read.error);
    else if ('error' in withSetting(settings, setting.path, read.ok)) fail(setting.path, refusedKind(setting));
    else values.set(setting.path, read.ok);
  }
  if (Object.keys(errors).length > 0) return { ack: { response_action: 'errors', errors } };

  const meanwhile = await changedSince(deps, state, revision);
  if (meanwhile.length > 0) {
    // What they left as it was is taken as it is now; what they changed is kept, and they are asked.
    for (const { path, before } of meanwhile) {
      const mine = settingsOn(state.p).find((one) => one.path === path)?.path;
      if (mine && isSame(values.get(mine), before)) entered.delete(mine);
    }
    const lines = meanwhile.map((one) => changeText(one, desk.saying));
    const [first] = meanwhile;
    const text = words.settings.meanwhile({ name: first ? mentionAuthor(first.by) : '' });
    const drawing = { state: { ...state, r: revision }, settings, entered, groups, timeZone: admin.timeZone };
    return show(settingsPage({ ...drawing, notice: [`:warning: ${text}`, ...lines].join('\n') }, words));
  }
  let next = settings;
  for (const [path, value] of values) {
    const changed = withSetting(next, path, value);
    if ('ok' in changed) next = changed.ok;
  }
  if (!(await keep(deps, desk, next))) return undefined;
  const [file] = Object.values(view.state?.values['company.logo'] ?? {})[0]?.files ?? [];
  return {
    ack: {},
    async after() {
      const page = words.settings.page[state.p];
      const said = words.settings.saved({ page });
      await redrawList(deps, desk, view, file ? `${said}\n${words.settings.logo.checking({ page })}` : said);
      if (file) await takeLogo(deps, desk, view, file);
      await publishHomeAgain(deps, admin.id);
    },
  };
}

/** Groups that cannot be chosen just now, since Slack does not name any, stay as they are set. */
function withKnownGroups(path: SettingPath, given: Entered, { state }: View, settings: Settings): Entered {
  if (typeof given === 'string' || (path !== 'roles.admins' && path !== 'roles.office')) return given;
  if (state?.values[groupsBlock(path)]) return given;
  const set = path === 'roles.admins' ? settings.roles.admins : settings.roles.office;
  return [...given, ...set.filter(isGroupId)];
}

type Meanwhile = Changed & { readonly by: Parameters<typeof mentionAuthor>[0] };

/** What others have changed on a page since it was drawn: each setting from what it was then to what it is now. */
async function changedSince({ store, team }: Deps, { p, r }: DeskState, revision: number): Promise<Meanwhile[]> {
  if (revision === r) return [];
  const changes = await store.settingsChanges(team, { limit: MEANWHILE });
  const since = changes.filter((one) => one.revision > r).reverse();
  const found = new Map<string, Meanwhile>();
  for (const { by, changes } of since)
    for (const { path, before, after } of changes)
      if (settingsOn(p).some((one) => one.path === path))
        found.set(path, { path, by, after, before: found.get(path)?.before ?? before });
  return [...found.values()].filter(({ before, after }) => !isSame(before, after));
}

/** Saves settings with who changed what; false when somebody was faster. Groups that are new in them are read. */
async function keep(deps: Deps, { admin, settings, revision }: AtDesk, next: Settings): Promise<boolean> {
  const changes = changesBetween(settings, next);
  if (changes.length === 0) return true;
  const at = Math.floor(deps.now() / 1000);
  const by = { id: admin.id, name: admin.name };
  if (!(await deps.store.changeSettings(deps.team, revision, next, { at, by, changes }))) return false;
  deps.log.info(
    { event: 'settings.changed', by: admin.id, settings: changes.map(({ path }) => path) },
    'an admin changed settings',
  );
  void deps.groups.members(next).catch(() => undefined);
  return true;
}

/** Draws the list below a page again, with what was done; where there is none, nothing. */
async function redrawList(deps: Deps, desk: AtDesk, { previous_view_id }: View, notice: string): Promise<void> {
  if (!previous_view_id) return;
  const { settings } = await deps.store.settingsAsOf(deps.team);
  const saying = { ...desk.saying, currency: settings.money.currency };
  const list = settingsList(settings, saying, notice);
  const draw = async () => (await deps.views.update(previous_view_id, list, undefined)) !== 'later';
  await deps.updates.show(`view ${previous_view_id}`, draw);
}

/** Applies a change to the settings as they are, again where somebody was faster; what is said of it afterwards. */
async function changeNow(deps: Deps, desk: AtDesk, change: (settings: Settings) => Settings): Promise<AtDesk> {
  let now = desk;
  for (let tries = 0; tries < TRIES; tries++) {
    const next = change(now.settings);
    if (await keep(deps, now, next)) return { ...now, ...(await deps.store.settingsAsOf(deps.team)) };
    now = { ...now, ...(await deps.store.settingsAsOf(deps.team)) };
  }
  throw new Error(`the settings changed ${TRIES} times under one change`);
}

const withLogo = (logo: string) => (settings: Settings) => ({ ...settings, company: { ...settings.company, logo } });

/** The logo that was uploaded, once Slack has its answer: fetched, looked at, kept. Its author is told what became of it. */
async function takeLogo(
  deps: Deps,
  desk: AtDesk,
  view: View,
  { fileId, name }: { readonly fileId: string; readonly name: string },
): Promise<void> {
  const { words, admin } = desk;
  const { logo: say, page, saved } = words.settings;
  const tell = (text: string) =>
    deps.views.say({ person: admin.id, trigger: '', inModal: false, responseUrl: undefined }, sentence(text));
  if ((await deps.whoseFile(fileId, admin.id)) === 'not theirs') return tell(say.unreadable({ file: escaped(name) }));
  const bytes = await deps.readFile(fileId);
  if (typeof bytes === 'string') return tell(say.unreadable({ file: escaped(name) }));
  const logo = await deps.decodeLogo(bytes);
  if (typeof logo === 'string') return tell(say.unusable({ file: escaped(name) }));
  const sha256 = createHash('sha256').update(logo.bytes).digest('hex');
  // Kept before the settings name it; one that nothing names does no harm.
  await deps.store.saveAsset({ team: deps.team, sha256, ...logo });
  const now = await changeNow(deps, { ...desk, ...(await deps.store.settingsAsOf(deps.team)) }, withLogo(sha256));
  await redrawList(deps, now, view, saved({ page: page.company }));
}

/** The logo is no longer printed. The page is drawn again as it is set: nothing else of it was saved. */
export async function removeLogo(deps: Deps, desk: AtDesk, { view }: BlockActions): Promise<void> {
  const now = await changeNow(deps, desk, withLogo(''));
  if (!view) return;
  const drawing = { state: { p: 'company' as const, r: now.revision }, settings: now.settings, groups: now.groups };
  const notice = now.words.settings.saved({ page: now.words.settings.page.company });
  const entered = new Map<string, Entered>(typedIn('company', { ...view, callback_id: view.callback_id }));
  const page = settingsPage({ ...drawing, entered, timeZone: now.admin.timeZone, notice }, now.words);
  await deps.updates.show(
    `view ${view.id}`,
    async () => (await deps.views.update(view.id, page, undefined)) !== 'later',
  );
}

/** Saves new supervisors, or the limit of one; undefined when somebody was faster. */
async function saveSupervisors(
  deps: Deps,
  desk: AtDesk,
  { i: id }: DeskState,
  view: View,
): Promise<Submitted | undefined> {
  const { settings, words } = desk;
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
