import type { Deps } from '../deps.ts';
import type { DraftUpdate, KeptDraft } from '../drafts/drafts.ts';
import { type About, draftKeyOf, type Session, type Sorry, startSession } from './form-session.ts';

/**
 * Changes the draft of a form with its session, which is loaded while the draft is read: Slack waits for both. `sorry`: what
 * comes of it where there is no session.
 */
export async function changeDraft<T>(
  deps: Deps,
  about: About,
  {
    counted = false,
    sorry,
    work,
  }: {
    readonly counted?: boolean;
    readonly sorry: (why: Sorry) => T;
    readonly work: (session: Session, kept: KeptDraft | undefined) => Promise<DraftUpdate<T>>;
  },
): Promise<T> {
  const starting = startSession(deps, about, { counted });
  // Where the draft cannot be read, nobody waits for this one.
  starting.catch(() => undefined);
  return deps.drafts.change<T>(draftKeyOf(deps.team, about), async (kept) => {
    const session = await starting;
    return 'sorry' in session ? { result: sorry(session) } : work(session, kept);
  });
}
