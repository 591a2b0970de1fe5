import type { Deps } from './deps.ts';
import { type KeptDraft, placeOf } from './drafts.ts';
import { type About, drawPage, startSession, withPeople } from './form-session.ts';
import { issuedSince } from './issued-since.ts';

/** How often a page is drawn again because its form moved on while Slack was drawing it. */
const TRIES = 5;

/** A view of a form as it was when something happened in it: its page, and the version it showed. */
interface DrawnView {
  readonly id: string;
  readonly page: string;
  readonly base: number | undefined;
}

/**
 * Draws the page that a view of a form is on again, as its draft is now. A person may go on to the next page, and
 * another drawing may overtake this one, while Slack is at it; so it is looked at again afterwards and mended.
 * `key`: the filling-in.
 */
export async function redraw(deps: Deps, about: About, key: string, view: DrawnView): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const session = await startSession(deps, about);
    if ('sorry' in session) return;
    const draft = await deps.drafts.load(session.draftKey);
    if (draft?.key !== key) return;
    const ready = await withPeople(deps, session, draft);
    const { page } = placeOf(draft, view.id, view.page);
    const notice = issuedSince(session, session.order, view.base, draft.base);
    await deps.views.update(view.id, drawPage(ready, draft, page, about.source, notice ? { notice } : {}));
    const after = await deps.drafts.load(session.draftKey);
    if (after?.key !== key || shownIn(after, view) === shownIn(draft, view)) return;
  }
}

/** What a drawing shows besides what the client itself has typed. */
const shownIn = ({ views, items, itemOffset, base, generation }: KeptDraft, { id }: { id: string }): string =>
  JSON.stringify([views.find((view) => view.id === id)?.page, items, itemOffset, base, generation]);
