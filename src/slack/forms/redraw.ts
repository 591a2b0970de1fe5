import type { Deps } from '../deps.ts';
import { type KeptDraft, placeOf } from '../drafts/drafts.ts';
import type { OpenedFrom } from '../views/ids.ts';
import { forPage } from './for-page.ts';
import { asSeen, type Session, startSession, withBases, withPeople } from './form-session.ts';
import { issuedSince } from './meanwhile.ts';
import { turnOf, withRecords } from './on-file/records.ts';
import { renderPage } from './page.ts';

/** How often a page is drawn again because its form moved on while Slack was drawing it. */
const TRIES = 5;

/**
 * A view of a form in which something happened: the page it showed, on which version, and Slack's hash of it then;
 * undefined where the answer has drawn another view since. `opened`: where its form was opened. `notice`, `asking`: what
 * the page is to say, and whether with the questions.
 */
interface DrawnView {
  readonly id: string;
  readonly page: string;
  readonly base: number | undefined;
  readonly hash: string | undefined;
  readonly opened: OpenedFrom | undefined;
  readonly notice?: string | undefined;
  readonly asking?: boolean;
}

/**
 * Draws the page that a view of a form is on again, as its draft is now; while Slack is in trouble, again a little later.
 * Nothing is drawn for people who have gone on to another page: its answer showed them all of this. With the hash it is
 * drawn over nothing newer, but what this process drew; where another one did, it is drawn without, then compared with the
 * draft and corrected (decision 0029). `key`: the filling-in. `opened`: the session as it was read for what happened, good
 * for the first drawing.
 */
export async function redraw(deps: Deps, opened: Session, key: string, view: DrawnView): Promise<void> {
  let read: Session | undefined = opened;
  const session = async () => {
    const known = read;
    read = undefined;
    return known ?? startSession(deps, opened.about);
  };
  await deps.updates.show(`page ${view.id}`, () => drawnAsItIs(deps, session, key, view));
}

/** False when Slack did not draw it and may do so later. */
async function drawnAsItIs(
  deps: Deps,
  session: () => ReturnType<typeof startSession>,
  key: string,
  view: DrawnView,
): Promise<boolean> {
  let { hash } = view;
  /** What was drawn without a hash, perhaps over something newer. */
  let standing: string | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const started = await session();
    if ('sorry' in started) return true;
    const kept = await deps.drafts.load(started.draftKey);
    if (kept?.key !== key) return true;
    const draft = asSeen(await withBases(deps, started, kept.base), kept);
    const { page } = placeOf(draft, view.id, view.page);
    if (standing === undefined ? page !== view.page : shownIn(draft, page) === standing) return true;
    // Put on a version that was issued after the session was read.
    if (draft.base > (started.order?.latest?.n ?? 0)) continue;
    const based = await withBases(deps, started, draft.base, view.base);
    const known = await withRecords(deps, await withPeople(deps, based, draft), draft.values);
    const ready = await forPage(deps, known, draft, page);
    const notice = view.notice ?? issuedSince(based, view.base, draft.base);
    const drawn = await deps.views.update(
      view.id,
      renderPage(ready, draft, page, { notice, asking: view.asking, opened: view.opened }),
      hash,
    );
    if (drawn === 'later') return false;
    if (drawn === 'failed' || (drawn === 'shown' && hash)) return true;
    if (drawn === 'shown') standing = shownIn(draft, page);
    // Over what this process has drawn meanwhile, it is drawn with the hash of that.
    const ours = deps.views.lastHash(view.id);
    hash = drawn === 'overtaken' && ours !== hash ? ours : undefined;
  }
  return true;
}

/** What a drawing shows besides what the client itself has typed. */
const shownIn = ({ items, itemOffset, base, generation, values }: KeptDraft, page: string): string =>
  JSON.stringify([page, items, itemOffset, base, generation, turnOf(values)]);
