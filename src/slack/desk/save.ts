import { escaped } from '../../forms/mrkdwn.ts';
import { countsAnew, isGroupId } from '../../office/authority.ts';
import { type Entered, readSetting, refusedKind, type SettingError, settingErrorText } from '../../office/read.ts';
import { labelOf, twiceText } from '../../office/say.ts';
import { type SettingPath, settingsOn } from '../../office/table.ts';
import { changesBetween, isSame, valueAt, withSetting } from '../../office/value.ts';
import { currencyDecimals } from '../../order/amounts/currencies.ts';
import { LARGEST_LOGO } from '../../pictures/logo.ts';
import type { Settings } from '../../settings.ts';
import { listOf } from '../../words/list.ts';
import type { Deps } from '../deps.ts';
import { publishHomeAgain } from '../home/home.ts';
import { outdated, type Submitted, say, show } from '../replies/submitted.ts';
import type { View, ViewSubmission } from '../transport/payloads.ts';
import { type DeskState, decodeDesk, deskIds } from '../views/desk/ids.ts';
import { done, notDone } from '../views/desk/list.ts';
import { groupsBlock, settingsPage } from '../views/desk/page.ts';
import { type AtDesk, atDesk } from './admin.ts';
import { keep, redrawList, TRIES } from './keep.ts';
import { takeLogo } from './logo.ts';
import { logoProblemText } from './logo-problem.ts';
import { changedSince, meanwhileText } from './meanwhile.ts';
import { lookAtPricesChannel } from './prices-channel.ts';
import { saveSupervisors } from './supervisors.ts';
import { typedIn } from './typed.ts';

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
    const read = readSetting(setting, withKnownGroups(setting.path, given, view, settings), words.locale, {
      currency: settings.money.currency,
      decimals: currencyDecimals(settings.money.currency) ?? 2,
    });
    if ('error' in read) fail(setting.path, read.error);
    else if ('error' in withSetting(settings, setting.path, read.ok)) fail(setting.path, refusedKind(setting));
    else values.set(setting.path, read.ok);
  }
  const [file] = Object.values(view.state?.values['company.logo'] ?? {})[0]?.files ?? [];
  if (file && file.size > LARGEST_LOGO)
    errors['company.logo'] = logoProblemText({ code: 'too_large', bytes: file.size }, words);
  if (state.p === 'roles' || state.p === 'escalation') Object.assign(errors, await notMembers(deps, desk, values));
  let next = settings;
  for (const [path, value] of values) {
    const changed = withSetting(next, path, value);
    if ('ok' in changed) next = changed.ok;
  }
  const { prices } = next;
  const isAsked = state.p === 'prices' && prices.channel !== '' && !('prices.channel' in errors);
  const channel = isAsked ? await lookAtPricesChannel(deps, next, words) : undefined;
  if (channel?.problem !== undefined) errors['prices.channel'] = channel.problem;
  if (Object.keys(errors).length > 0) return { ack: { response_action: 'errors', errors } };

  const isNew = changesBetween(settings, next).length > 0;
  const meanwhile = isNew ? await changedSince(deps, state, revision, values) : [];
  if (meanwhile.length > 0) {
    // What they left as it was is taken as it is now; what they changed is kept, and they are asked.
    for (const { path, drawn } of meanwhile) if (isSame(values.get(path), drawn)) entered.delete(path);
    const drawing = { state: { ...state, r: revision }, settings, entered, groups, timeZone: admin.timeZone };
    const page = settingsPage({ ...drawing, notice: meanwhileText(meanwhile, desk) }, words);
    // Slack cannot fill in a file again: it is taken now, for which nothing else has to be decided.
    return { ...show(page), ...(file ? { after: () => takeLogo(deps, desk, view, file) } : {}) };
  }
  if (!(await keep(deps, desk, next))) return undefined;
  return {
    ack: {},
    async after() {
      const page = words.settings.page[state.p];
      const twice = twiceText(entered.get('hours.holidays'), words);
      const readers = await channel?.readers();
      const { saved, logo, limits } = words.settings;
      const said = [
        ...(isNew ? [done(saved({ page }))] : file ? [] : [words.refusal.unchanged]),
        ...(countsAnew(settings, next)
          ? [notDone(limits.currency({ currency: next.money.currency, page: words.settings.page.limits }))]
          : []),
        ...(twice === undefined ? [] : [notDone(twice)]),
        ...(readers === undefined ? [] : [notDone(escaped(readers))]),
        ...(file ? [logo.checking({ page })] : []),
      ];
      await redrawList(deps, desk, view.previous_view_id, said.join('\n'));
      if (file) await takeLogo(deps, desk, view, file);
      await publishHomeAgain(deps, admin.id);
    },
  };
}

/** Why lists of people cannot be saved: only full members gain anything by being listed. By the input's block. */
async function notMembers(
  { people }: Deps,
  { words }: AtDesk,
  values: ReadonlyMap<SettingPath, unknown>,
): Promise<Record<string, string>> {
  const listed = [...values].flatMap(([path, ids]): [string, string[]][] =>
    Array.isArray(ids) ? [[path, ids.map(String).filter((id) => !isGroupId(id))]] : [],
  );
  const known = await people.findAll(listed.flatMap(([, ids]) => ids));
  const errors = listed.flatMap(([path, ids]): [string, string][] => {
    const others = ids.filter((id) => known.get(id)?.kind !== 'member').map((id) => known.get(id)?.name ?? id);
    return others.length > 0 ? [[path, words.settings.error.members({ names: listOf(others, words) })]] : [];
  });
  return Object.fromEntries(errors);
}

/** Groups that cannot be chosen just now, since Slack does not name any, stay as they are set. */
function withKnownGroups(path: SettingPath, given: Entered, { state }: View, settings: Settings): Entered {
  if (typeof given === 'string' || state?.values[groupsBlock(path)]) return given;
  const set = valueAt(settings, path);
  return Array.isArray(set) ? [...given, ...set.map(String).filter(isGroupId)] : given;
}
