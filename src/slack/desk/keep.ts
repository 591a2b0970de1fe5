import type { ModalView } from '@slack/types';
import { movesClocks } from '../../office/clocks.ts';
import { changesBetween } from '../../office/value.ts';
import type { Settings } from '../../settings.ts';
import type { Deps } from '../deps.ts';
import { settingsList } from '../views/desk/list.ts';
import type { AtDesk } from './admin.ts';

/** How often a change is applied again because somebody else was faster; each loser means another winner. */
export const TRIES = 10;

/** Saves settings with who changed what; false when somebody was faster. Groups that are new in them are read. */
export async function keep(deps: Deps, { admin, settings, revision }: AtDesk, next: Settings): Promise<boolean> {
  const changes = changesBetween(settings, next);
  if (changes.length === 0) return true;
  const at = Math.floor(deps.now() / 1000);
  const by = { id: admin.id, name: admin.name };
  if (!(await deps.store.changeSettings(deps.team, revision, next, { at, by, changes }))) return false;
  const paths = changes.map(({ path }) => path);
  if (movesClocks(paths) && (await deps.store.checkNow(deps.team, deps.now())) > 0) deps.nudge();
  deps.log.info({ event: 'settings.changed', by: admin.id, settings: paths }, 'an admin changed settings');
  void deps.groups.members(next).catch(() => undefined);
  return true;
}

/** Applies a change to the settings as they are, again where somebody was faster; what is said of it afterwards. */
export async function changeNow(deps: Deps, desk: AtDesk, change: (settings: Settings) => Settings): Promise<AtDesk> {
  let now = desk;
  for (let tries = 0; tries < TRIES; tries++) {
    const next = change(now.settings);
    if (await keep(deps, now, next)) return { ...now, ...(await deps.store.settingsAsOf(deps.team)) };
    now = { ...now, ...(await deps.store.settingsAsOf(deps.team)) };
  }
  throw new Error(`the settings changed ${TRIES} times under one change`);
}

/** Draws the list of settings again, with what was done; where there is none, nothing. */
export async function redrawList(
  deps: Deps,
  desk: AtDesk,
  view: string | null | undefined,
  notice?: string,
): Promise<void> {
  const { settings } = await deps.store.settingsAsOf(deps.team);
  const saying = { ...desk.saying, currency: settings.money.currency, zone: settings.document.timeZone };
  await redraw(deps, view, settingsList(settings, saying, notice));
}

/** Draws another modal in the place of one that is open; where there is none, nothing. */
export async function redraw(deps: Deps, view: string | null | undefined, modal: ModalView): Promise<void> {
  if (!view) return;
  const draw = async () => (await deps.views.update(view, modal, undefined)) !== 'later';
  await deps.updates.show(`view ${view}`, draw);
}
