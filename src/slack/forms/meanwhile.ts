import { versionIn } from '../../forms/form.ts';
import { clip } from '../../forms/mrkdwn.ts';
import { changeLines } from '../../forms/pages/review.ts';
import { changesBetween } from '../../order/items.ts';
import type { Refusal } from '../../order/workflow.ts';
import type { Deps } from '../deps.ts';
import { needsHistory, refusalText } from '../views/refusal.ts';
import type { Session } from './form-session.ts';

/** Changes listed when a form is put on a newer version; the review and the channel have them all. */
const LISTED = 10;

/**
 * Who issued a version while a form was open on version `from`, and what it changed; undefined when `to` is the same. Escaped.
 * Both must have been read (`withBases`).
 */
export function issuedSince({ context, order }: Session, from: number | undefined, to: number): string | undefined {
  const latest = versionIn(context, to);
  if (from === undefined || from === to || !latest) return undefined;
  const before = versionIn(context, from)?.content.items ?? [];
  const changes = changesBetween(before, latest.content.items, latest.content.decimals);
  const lines = changeLines(changes, context).slice(0, LISTED);
  const more = changes.length - LISTED;
  return [
    refusalText({ reason: 'stale_version', base: from, latest }, order),
    'What you typed is on top of it now. Check it and send it again. It changed:',
    ...lines.map((line) => clip(line, 260)),
    ...(more > 0 ? [`… and ${more} more`] : []),
  ].join('\n');
}

/** Why not, told to the session's person. The order's history is read only where it is a part of the reason. Escaped. */
export async function whyRefused(
  { store }: Pick<Deps, 'store'>,
  refusal: Refusal,
  { order, person }: Pick<Session, 'order' | 'person'>,
): Promise<string> {
  const entries = order && needsHistory(refusal, order, person) ? await store.entries(order.team, order.id) : [];
  return refusalText(refusal, order, person, entries);
}
