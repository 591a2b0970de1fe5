import type { ModalView } from '@slack/types';
import { SETTINGS_PAGES } from '../../office/table.ts';
import type { Deps } from '../deps.ts';
import type { Caller } from '../replies/open-views.ts';
import type { BlockActions } from '../transport/payloads.ts';
import { VIEWED_ROLES, viewAs } from '../views/desk/as.ts';
import { healthView } from '../views/desk/health.ts';
import { CHANGES_SHOWN, settingsHistory } from '../views/desk/history.ts';
import { deskIds } from '../views/desk/ids.ts';
import { limitsPage, supervisorEditor } from '../views/desk/limits.ts';
import { NOTICE, settingsList } from '../views/desk/list.ts';
import { settingsPage } from '../views/desk/page.ts';
import { notice } from '../views/notice.ts';
import { type AtDesk, atDesk } from './admin.ts';
import { healthOf } from './health.ts';
import { takeOverHolidays } from './holidays.ts';
import { redraw } from './keep.ts';
import { removeLogo } from './logo.ts';
import { sendPreview } from './preview.ts';
import { removeSupervisor } from './supervisors.ts';
import { viewedAs } from './view-as.ts';

/** Opens the settings for an admin; others are told who may. */
export async function openDesk(deps: Deps, caller: Caller): Promise<void> {
  const show = (modal: ModalView) => deps.views.show(caller, modal);
  return forAdmin(deps, caller, show, async (desk) => show(settingsList(desk.settings, desk.saying)));
}

/** A button of the settings was pressed. */
export async function deskPressed(deps: Deps, payload: BlockActions, caller: Caller): Promise<void> {
  const [action] = payload.actions;
  const { view } = payload;
  // What stands after a colon tells buttons of one kind apart.
  const id = (action?.action_id ?? '').replace(/:.*$/, '');
  const value = action?.value ?? '';
  /** Shows what was asked for where it was asked: a newer copy of the same modal. */
  const again = (modal: ModalView) => {
    if (!view) return deps.views.show(caller, modal);
    const draw = async () => (await deps.views.update(view.id, modal, view.hash ?? undefined)) !== 'later';
    return deps.updates.show(`view ${view.id}`, draw);
  };
  const show = (modal: ModalView) => (isThird(view) ? again(modal) : deps.views.show(caller, modal));
  return forAdmin(deps, caller, show, async (desk) => {
    await pressed(desk);
    // What was done before is no news any more once something else is looked at.
    const isOld = view?.callback_id === deskIds.list && view.blocks?.some(({ block_id }) => block_id === NOTICE);
    // Not where the list has been drawn again meanwhile: what it says then is newer.
    if (isOld) await deps.views.update(view.id, settingsList(desk.settings, desk.saying), view.hash ?? undefined);
  });

  async function pressed(desk: AtDesk): Promise<void> {
    const { settings, saying, revision, words } = desk;
    switch (id) {
      case deskIds.open: {
        const list = settingsList(settings, saying);
        // From clients or the catalogue, it takes their place.
        return view?.type === 'modal' ? redraw(deps, view.id, list) : show(list);
      }
      case deskIds.page:
        return show(pageNamed(value, desk));
      case deskIds.addSupervisors:
        return show(supervisorEditor({ settings, revision, id: undefined, groups: desk.groups }, saying));
      case deskIds.supervisor:
        return show(supervisorEditor({ settings, revision, id: value, groups: desk.groups }, saying));
      case deskIds.removeSupervisor:
        return removeSupervisor(deps, desk, value, payload);
      case deskIds.removeLogo:
        return removeLogo(deps, desk, value, payload);
      case deskIds.places:
        return takeOverHolidays(deps, desk, action?.selected_option?.value ?? '', payload);
      case deskIds.history:
        return show(await historyFrom(deps, desk, undefined));
      case deskIds.olderHistory:
        return again(await historyFrom(deps, desk, Number(value) || undefined));
      case deskIds.health:
        return show(healthView(await healthOf(deps, desk), words));
      case deskIds.viewAs:
        return show(viewAs(undefined, words));
      case deskIds.preview:
        await show(
          notice(
            words,
            words.settings.preview.open,
            words.settings.preview.coming({ button: words.settings.preview.open }),
          ),
        );
        return sendPreview(deps, desk, caller);
      case deskIds.viewAsRole: {
        const role = VIEWED_ROLES.find((one) => one === value) ?? 'crew';
        return again(viewAs(await viewedAs(deps, desk, role), words));
      }
      default:
        return show(notice(words, words.forms.notice.title.outdated, words.reply.oldButton));
    }
  }
}

/** A page of the settings as it is opened. */
function pageNamed(name: string, { settings, saying, revision, groups, words, admin }: AtDesk): ModalView {
  const page = SETTINGS_PAGES.find((one) => one === name) ?? 'company';
  if (page === 'limits') return limitsPage(settings, revision, saying);
  const drawing = { state: { p: page, r: revision }, settings, entered: new Map(), groups };
  return settingsPage({ ...drawing, timeZone: admin.timeZone }, words);
}

/** Whether two views lie below this one: Slack takes no fourth, so what is to be shown there takes its place. */
const isThird = (view: BlockActions['view']): boolean =>
  Boolean(view?.previous_view_id && view.root_view_id && view.previous_view_id !== view.root_view_id);

async function forAdmin(
  deps: Deps,
  caller: Caller,
  show: (modal: ModalView) => Promise<void>,
  work: (desk: AtDesk) => Promise<void>,
): Promise<void> {
  const desk = await atDesk(deps, caller.person);
  if (!('refused' in desk)) return work(desk);
  const { forms, settings } = desk.refused;
  return show(notice(desk.refused, forms.notice.title.refused, settings.adminsOnly));
}

async function historyFrom({ store, team }: Deps, { saying }: AtDesk, before: number | undefined): Promise<ModalView> {
  const page = { limit: CHANGES_SHOWN + 1, ...(before === undefined ? {} : { before }) };
  const changes = await store.settingsChanges(team, page);
  return settingsHistory(changes.slice(0, CHANGES_SHOWN), changes.length > CHANGES_SHOWN, saying);
}
