import { mentionAuthor } from '../../forms/mrkdwn.ts';
import { isGroupId } from '../../office/authority.ts';
import { type Entered, readSetting, refusedKind, type SettingError, settingErrorText } from '../../office/read.ts';
import { labelOf } from '../../office/say.ts';
import { type SettingPath, settingsOn } from '../../office/table.ts';
import { type Changed, changesBetween, isSame, withSetting } from '../../office/value.ts';
import { LARGEST_LOGO } from '../../pictures/logo.ts';
import type { Settings } from '../../settings.ts';
import type { Deps } from '../deps.ts';
import { publishHomeAgain } from '../home/home.ts';
import { outdated, type Submitted, say, show } from '../replies/submitted.ts';
import type { View, ViewSubmission } from '../transport/payloads.ts';
import { changeText } from '../views/desk/history.ts';
import { groupsBlock, settingsPage } from '../views/desk/page.ts';
import { type DeskState, decodeDesk, deskIds } from '../views/ids.ts';
import { type AtDesk, atDesk } from './admin.ts';
import { keep, redrawList, TRIES } from './keep.ts';
import { takeLogo } from './logo.ts';
import { logoProblemText } from './logo-problem.ts';
import { saveSupervisors } from './supervisors.ts';
import { typedIn } from './typed.ts';

/** Changes that are looked at for what happened to a page while it was open. */
const MEANWHILE = 100;

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
  const [file] = Object.values(view.state?.values['company.logo'] ?? {})[0]?.files ?? [];
  if (file && file.size > LARGEST_LOGO)
    errors['company.logo'] = logoProblemText({ code: 'too_large', bytes: file.size }, words);
  if (Object.keys(errors).length > 0) return { ack: { response_action: 'errors', errors } };

  let next = settings;
  for (const [path, value] of values) {
    const changed = withSetting(next, path, value);
    if ('ok' in changed) next = changed.ok;
  }
  const isNew = changesBetween(settings, next).length > 0;
  const meanwhile = isNew ? await changedSince(deps, state, revision) : [];
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
    const page = settingsPage({ ...drawing, notice: [`:warning: ${text}`, ...lines].join('\n') }, words);
    // Slack cannot fill in a file again: it is taken now, for which nothing else has to be decided.
    return { ...show(page), ...(file ? { after: () => takeLogo(deps, desk, view, file) } : {}) };
  }
  if (!(await keep(deps, desk, next))) return undefined;
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
  // The logo is no input that could be overwritten unseen.
  for (const { by, changes } of since)
    for (const { path, before, after } of changes)
      if (settingsOn(p).some((one) => one.path === path && one.kind !== 'logo'))
        found.set(path, { path, by, after, before: found.get(path)?.before ?? before });
  return [...found.values()].filter(({ before, after }) => !isSame(before, after));
}
