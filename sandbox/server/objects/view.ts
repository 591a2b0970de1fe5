import type { JsonObject } from '../json.ts';
import type { OpenView } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The view object of views.* answers and view payloads (section 2.4). */
export function viewObject(workspace: Workspace, view: OpenView): JsonObject {
  return structuredClone({
    id: view.id,
    team_id: workspace.teamId,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.privateMetadata,
    callback_id: view.callbackId,
    state: { values: view.state },
    hash: view.hash,
    title: view.title,
    clear_on_close: view.clearOnClose,
    notify_on_close: view.notifyOnClose,
    close: view.close,
    submit: view.submit,
    previous_view_id: view.previousId,
    root_view_id: view.rootId,
    app_id: workspace.appId,
    external_id: view.externalId,
    app_installed_team_id: workspace.teamId,
    bot_id: workspace.botId,
    submit_disabled: false,
  });
}
