import { type KeptDraft, placeOf } from '../drafts/drafts.ts';
import { settled } from '../replies/settled.ts';
import type { FormDeps } from './deps.ts';
import { type About, renderPage, type Session, startSession, withBases, withPeople } from './form-session.ts';
import { issuedSince } from './issued-since.ts';
import { withSimilar } from './similar-orders.ts';

/** How often a page is drawn again because its form moved on while Slack was drawing it. */
const TRIES = 5;

/**
 * A view of a form in which something happened: the page it is to show, the version it showed, and Slack's hash of it then.
 * `answered`: that page was too large for an answer, and what stands in for it may be on its way to Slack still; `notice`
 * is what the page was to say, `asking` whether with the questions.
 */
interface DrawnView {
  readonly id: string;
  readonly page: string;
  readonly base: number | undefined;
  readonly hash: string | undefined;
  readonly answered?: { readonly notice: string | undefined; readonly asking: boolean };
}

/**
 * Draws the page that a view of a form is on again, as its draft is now; while Slack is in trouble, again a little later.
 * Meanwhile a person may go on to the next page and type there, which a late drawing would throw away. Whoever has gone on
 * was shown all of this, so that nothing is drawn for them; and it counts only if nothing was drawn since. Where that was
 * another's doing, whose hash we do not know, it is drawn all the same, looked at again and mended. `key`: the filling-in.
 * `session`: as it was read for what happened; good for the first drawing.
 */
export async function redraw(
  deps: FormDeps,
  about: About,
  key: string,
  view: DrawnView,
  session?: Session,
): Promise<void> {
  const tried: Tried = { session };
  await deps.updates.show(`page ${view.id}`, () => drawnAsItIs(deps, about, key, view, tried));
}

interface Tried {
  /** Not used for a drawing yet. */
  session?: Session | undefined;
  /** What was last drawn without an answer: it may stand there. */
  unanswered?: string;
}

/** False when Slack did not draw it and may do so later. */
async function drawnAsItIs(deps: FormDeps, about: About, key: string, view: DrawnView, tried: Tried): Promise<boolean> {
  let { hash, page } = view;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const { session: given } = tried;
    tried.session = undefined;
    const started = given ?? (await startSession(deps, about));
    if ('sorry' in started) return true;
    const draft = await deps.drafts.load(started.draftKey);
    if (draft?.key !== key || placeOf(draft, view.id, page).page !== page) return true;
    // Put on a version meanwhile that was issued since.
    if (given && draft.base > (given.order?.latest?.n ?? 0)) continue;
    const session = await withBases(deps, started, draft.base, view.base);
    const ready = await withSimilar(deps, await withPeople(deps, session, draft), draft.values, page);
    const notice = view.answered?.notice ?? issuedSince(session, view.base, draft.base);
    const asking = view.answered?.asking ?? false;
    const drawing = renderPage(ready, draft, page, about.source, { asking, ...(notice ? { notice } : {}) });
    const drawn = await deps.views.update(view.id, drawing, hash);
    if (drawn.kind === 'later') {
      tried.unanswered = shownIn(draft, view);
      return false;
    }
    if (drawn.kind === 'overtaken') {
      // By ourselves, that time: drawn once more, it might throw back whoever goes on meanwhile.
      if (drawn.hash === undefined && tried.unanswered === shownIn(draft, view)) return true;
      hash = drawn.hash;
      continue;
    }
    if (drawn.kind !== 'shown') return true;
    // With a hash it was drawn over nothing newer, and whatever changes the draft from here on draws it again.
    if (hash) return true;
    const after = await deps.drafts.load(session.draftKey);
    if (after?.key !== key) return true;
    if (shownIn(after, view) === shownIn(draft, view)) {
      if (!view.answered || !drawn.hash) return true;
      await settled();
      hash = drawn.hash;
    } else page = placeOf(after, view.id, page).page;
  }
  return true;
}

/** What a drawing shows besides what the client itself has typed. */
const shownIn = ({ views, items, itemOffset, base, generation }: KeptDraft, { id }: { id: string }): string =>
  JSON.stringify([views.find((view) => view.id === id)?.page, items, itemOffset, base, generation]);
