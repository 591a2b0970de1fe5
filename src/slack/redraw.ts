import type { Deps } from './deps.ts';
import { type About, drawPage, startSession, withPeople } from './form-session.ts';

/** How often a page is drawn again because its form moved on while Slack was drawing it. */
const TRIES = 5;

/**
 * Draws a form's page again as its draft is now; while Slack is in trouble, again a little later. A person may go on to
 * the next page while Slack is still at it; the late drawing would then throw them back, so it is looked at again
 * afterwards and mended. `key`: the filling-in.
 */
export async function redraw(deps: Deps, about: About, key: string, viewId: string): Promise<void> {
  await deps.courtesies.show(`page ${viewId}`, () => drawnAsItIs(deps, about, key, viewId));
}

/** False when Slack did not draw it and may do so later. */
async function drawnAsItIs(deps: Deps, about: About, key: string, viewId: string): Promise<boolean> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const session = await startSession(deps, about);
    if ('sorry' in session) return true;
    const draft = await deps.drafts.load(session.draftKey);
    if (draft?.key !== key) return true;
    const ready = await withPeople(deps, session, draft);
    if (!(await deps.views.update(viewId, drawPage(ready, draft, about.source)))) return false;
    const after = await deps.drafts.load(session.draftKey);
    const same = after?.key !== key || (after.page === draft.page && after.itemOffset === draft.itemOffset);
    if (same) return true;
  }
  return true;
}
