import type { KnownBlock } from '@slack/types';
import { withoutAbsent } from '../../absence.ts';
import { type FormContext, versionIn } from '../../forms/context.ts';
import { clip, escaped } from '../../forms/mrkdwn.ts';
import { ownValues } from '../../forms/own/fields.ts';
import { baseItems } from '../../forms/pages/confirmation.ts';
import { takenQuantities } from '../../forms/pages/on-site/quantities.ts';
import { changeLines } from '../../forms/pages/review.ts';
import { changesBetween, rebaseItems } from '../../order/amounts/items.ts';
import { type Refusal, refusalsToOpen } from '../../order/refusal.ts';
import type { Deps } from '../deps.ts';
import { freshDraft, type KeptDraft } from '../drafts/drafts.ts';
import { buttonBlocks } from '../views/buttons.ts';
import type { PageMetadata } from '../views/ids.ts';
import { needsHistory, refusalText } from '../views/refusal.ts';
import { actorOf, asSeen, orderOrNew, type Session, withBases } from './form-session.ts';
import { withStart } from './form-start.ts';

/** Why this person cannot take any, or some, of the actions that the form leads to, as things stand. */
export async function refusalsFor({ store }: Pick<Deps, 'store'>, session: Session) {
  const { bound, order, person, policy, team } = session;
  const actor = actorOf(session)(session.stored);
  const undecided = order ? 0 : (session.undecided ?? (await store.undecided(team, person.id)));
  return refusalsToOpen(orderOrNew(session), bound.leadsTo, { actor, policy, undecided });
}

/** Why they cannot take any of them. */
export const refusedBy = async (deps: Pick<Deps, 'store'>, session: Session): Promise<Refusal | undefined> =>
  (await refusalsFor(deps, session)).all;

/**
 * The draft that a modal belongs to; undefined when it was sent, or started over elsewhere, or never opened, or may not be
 * begun by this person. One that nobody touched may have been forgotten (another process, a restart): it is made once more,
 * from the order as it is now.
 */
export async function begunDraft(
  { drafts, store }: Pick<Deps, 'drafts' | 'store'>,
  session: Session,
  kept: KeptDraft | undefined,
  { k, s }: Pick<PageMetadata, 'k' | 's'>,
): Promise<KeptDraft | undefined> {
  const seen = async (draft: KeptDraft) => asSeen(await withBases({ store }, session, draft.base), draft);
  if (kept?.touched) return kept.key === k ? seen(kept) : undefined;
  const { team } = session;
  // What nobody touched here may have been filled in and sent through another process.
  if (await store.accepted(team, k)) return undefined;
  if (kept?.key === k) return seen(kept);
  if (!drafts.isOurs(session.draftKey, k) || (await refusedBy({ store }, session))) return undefined;
  const start = session.bound.form.start((await withStart({ store }, session)).context);
  return freshDraft({ ...start, submission: s }, k);
}

/** Changes listed when a form is put on a newer version; the review and the channel have them all. */
const LISTED = 10;

/**
 * Who issued a version while a form was open on version `from`, and what it changed; undefined when `to` is the same. Escaped.
 * Both must have been read (`withBases`).
 */
export function issuedSince({ context }: Session, from: number | undefined, to: number): string | undefined {
  const latest = versionIn(context, to);
  if (from === undefined || from === to || !latest) return undefined;
  const before = versionIn(context, from)?.content.items ?? [];
  const changes = changesBetween(before, latest.content.items, latest.content.decimals);
  const lines = changeLines(changes, context).slice(0, LISTED);
  const more = changes.length - LISTED;
  const { draft, moreLines } = context.words.forms;
  return [
    draft.issuedBy({ name: escaped(latest.by.name), version: latest.n }),
    draft.applied,
    ...lines.map((line) => clip(line, 260)),
    ...(more > 0 ? [moreLines({ count: more })] : []),
  ].join('\n');
}

/** The draft put on a newer version; a confirmation's items on top of what others have made of them. Both must have been read. */
export function onTop({ about, context }: Session, draft: KeptDraft, base: number): KeptDraft {
  if (about.form !== 'confirm') return { ...rebasedAnswers(draft, base, context), base };
  const mine = takenQuantities(draft, context);
  const theirs = versionIn(context, base)?.content.items ?? [];
  const items = rebaseItems(baseItems(mine, context), mine.items, theirs);
  const answered = rebasedAnswers(mine, base, context);
  // Slack forgets the quantities that its inputs had.
  return { ...answered, base, items, generation: draft.generation + 1 };
}

/** The draft with what others have answered to own fields meanwhile, where its author had not changed that. */
function rebasedAnswers(draft: KeptDraft, base: number, context: FormContext): KeptDraft {
  const [before, now] = [draft.base, base].map((n) => {
    const { type, own } = versionIn(context, n)?.content ?? {};
    return ownValues(type, own, context);
  });
  const moved = Object.keys({ ...before, ...now }).filter(
    (name) => before?.[name] !== now?.[name] && (draft.values[name] ?? '') === (before?.[name] ?? ''),
  );
  if (moved.length === 0) return draft;
  const values = { ...draft.values, ...Object.fromEntries(moved.map((name) => [name, now?.[name] ?? null])) };
  // Slack forgets what its inputs had.
  return { ...draft, values, generation: draft.generation + 1 };
}

/**
 * Buttons of what the session's person can do instead of what was refused: whose limit is too low hands the order over, to an
 * admin where nobody else's suffices.
 */
export const waysFrom = (refusal: Refusal, { order, context }: Pick<Session, 'context' | 'order'>): KnownBlock[] =>
  refusal.reason === 'over_limit' && order ? buttonBlocks(order, ['hand_over'], context.words) : [];

/** Why not, told to the session's person. The order's history is read only where it is a part of the reason. Escaped. */
export async function whyRefused(
  { now, store }: Pick<Deps, 'now' | 'store'>,
  refused: Refusal,
  { context, order, person }: Pick<Session, 'order' | 'person'> & { readonly context: Pick<FormContext, 'words'> },
): Promise<string> {
  const refusal =
    refused.reason === 'over_limit' && order
      ? { ...refused, enough: await withoutAbsent(store, order.team, refused.enough, Math.floor(now() / 1000)) }
      : refused;
  const entries = order && needsHistory(refusal, order, person) ? await store.entries(order.team, order.id) : [];
  return refusalText(context.words, refusal, order, person, entries);
}
