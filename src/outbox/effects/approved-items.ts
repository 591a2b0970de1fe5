import type { Item } from '../../order/content.ts';
import { type Attempt, versionOf } from '../executor.ts';

/** The items that were approved or accepted last, as the attempt may show them; what was confirmed since is compared with them. */
export async function approvedLast(
  attempt: Pick<Attempt, 'order' | 'priced' | 'store'>,
): Promise<readonly Item[] | undefined> {
  const { approvedItems, latest } = attempt.order;
  let found = latest;
  const accepted = latest?.accepted?.length ?? 0;
  if (!found || accepted === 0) return approvedItems ?? undefined;
  // The version that was accepted is the first one that says so.
  for (let n = found.n - 1; n > 0; n--) {
    const older = await versionOf(attempt, n);
    if ((older.accepted?.length ?? 0) < accepted) break;
    found = older;
  }
  return found.content.items;
}
