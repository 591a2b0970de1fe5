import { EARLIER_JOBS } from '../forms/ids.ts';
import { openSeveral, severalSubmitted } from './approvals/several.ts';
import { actAtOnce } from './at-once.ts';
import { askToSign, withdrawSigning } from './client-signs.ts';
import type { Deps } from './deps.ts';
import { deskPressed } from './desk/desk.ts';
import { exportSubmitted, openExport } from './desk/exports/exports.ts';
import { redrawFailures } from './desk/health.ts';
import { importPressed, importSubmitted } from './desk/imports/imports.ts';
import { recordsPressed } from './desk/records/records.ts';
import { recordsSubmitted } from './desk/records/save.ts';
import { deskSubmitted } from './desk/save.ts';
import { typeSubmitted } from './desk/types/save.ts';
import { typesPressed } from './desk/types/types.ts';
import type { Typing } from './drafts/typing.ts';
import { acceptExtra } from './extra-cost.ts';
import { editForm, isFormButton, isTyping, keepTyped } from './forms/edit-form.ts';
import { fillItem, isItemEditor } from './forms/on-file/fill-item.ts';
import { NEW_ORDER, openForm } from './forms/open-form.ts';
import { submitView } from './forms/submit-form.ts';
import { awayPressed, awaySubmitted } from './home/away.ts';
import { openNewChannel, retryAll, retryEffect } from './home/failures.ts';
import { showOrder, turnHomePage } from './home/home.ts';
import { pageOf } from './payload-keys.ts';
import type { Caller } from './replies/open-views.ts';
import type { Submitted } from './replies/submitted.ts';
import { showEarlierJobs } from './search/earlier-jobs.ts';
import { openSearch, searchOlder, searchSubmitted } from './search/search.ts';
import type { BlockActions, ViewSubmission } from './transport/payloads.ts';
import { isDeskId, isExportId, isImportId, isRecordId, isTypeId } from './views/desk/ids.ts';
import {
  atOnceOfActionId,
  awayIds,
  formOfActionId,
  homeActions,
  pageActions,
  searchIds,
  severalIds,
} from './views/ids.ts';
import { notice } from './views/notice.ts';

/** A modal that was submitted: a search, several approvals, an absence, a page of the settings, what is on file, or a form. */
export function submitted(deps: Deps, payload: ViewSubmission): Promise<Submitted> {
  const { callback_id } = payload.view;
  if (callback_id === searchIds.modal) return searchSubmitted(deps, payload);
  if (callback_id === severalIds.modal) return severalSubmitted(deps, payload);
  if (callback_id === awayIds.modal) return awaySubmitted(deps, payload);
  if (isRecordId(callback_id)) return recordsSubmitted(deps, payload);
  if (isTypeId(callback_id)) return typeSubmitted(deps, payload);
  if (isImportId(callback_id)) return importSubmitted(deps, payload);
  if (isExportId(callback_id)) return exportSubmitted(deps, payload);
  return isDeskId(callback_id) ? deskSubmitted(deps, payload) : submitView(deps, payload);
}

/** What was pressed, by its id. Buttons we do not know (older messages) say so. */
export async function pressed(
  deps: Deps,
  payload: BlockActions,
  caller: Caller,
  typing: Typing<BlockActions>,
): Promise<void> {
  const action = payload.actions[0];
  if (!action) return;
  const value = action.value ?? '';
  if (isTyping(action.action_id) && isItemEditor(payload)) return fillItem(deps, payload);
  if (isTyping(action.action_id))
    return typing.save(pageOf(payload), payload, (typed) => keepTyped(deps, typed, caller));
  if (isFormButton(action.action_id)) return editForm(deps, payload, caller);
  if (isDeskId(action.action_id)) return deskPressed(deps, payload, caller);
  if (isImportId(action.action_id)) return importPressed(deps, payload, caller);
  if (isExportId(action.action_id)) return openExport(deps, caller);
  if (isTypeId(action.action_id)) return typesPressed(deps, payload, caller);
  if (isRecordId(action.action_id)) return recordsPressed(deps, payload, caller);
  const form = formOfActionId(action.action_id);
  if (form) return openForm(deps, caller, { form, order: form === 'submit' ? '' : value || 'none' });
  const act = atOnceOfActionId(action.action_id);
  if (act) return actAtOnce(deps, caller, payload, act);
  switch (action.action_id) {
    case homeActions.newOrder:
      return openForm(deps, caller, NEW_ORDER);
    case homeActions.show:
      return showOrder(deps, caller, value);
    case homeActions.copy:
      return openForm(deps, caller, { form: 'submit', order: '', copyOf: value || 'none' });
    case homeActions.accept:
      return acceptExtra(deps, caller, payload);
    case homeActions.sign:
      return askToSign(deps, caller, value);
    case homeActions.withdrawSigning:
      return withdrawSigning(deps, caller, payload);
    case homeActions.openSigning:
      return;
    case homeActions.retry:
      return retryEffect(deps, caller, value, () => redrawFailures(deps, payload));
    case homeActions.newChannel:
      return openNewChannel(deps, caller, value, () => redrawFailures(deps, payload));
    case homeActions.retryAll:
      return retryAll(deps, caller, value, () => redrawFailures(deps, payload));
    case pageActions.state:
    case pageActions.whose:
    case pageActions.older:
    case pageActions.newer:
      return turnHomePage(deps, caller, payload);
    case EARLIER_JOBS:
      return showEarlierJobs(deps, caller, payload);
    case severalIds.open:
      return openSeveral(deps, caller);
    case awayIds.open:
    case awayIds.back:
    case awayIds.digest:
      return awayPressed(deps, caller, payload);
    case searchIds.open:
      return openSearch(deps, caller);
    case searchIds.older:
      return searchOlder(deps, caller, payload);
    default: {
      const words = await caller.words();
      const { forms, reply } = words;
      return deps.views.show(caller, notice(words, forms.notice.title.outdated, reply.oldButton));
    }
  }
}
