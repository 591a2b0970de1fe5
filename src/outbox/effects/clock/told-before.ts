import type { AnyAttempt } from '../../executor.ts';
import { directChannel, saidSince } from '../../in-doubt.ts';

/** How long after a backup was restored it is looked for what it does not know, milliseconds: what was due then comes by then. */
const LOOKS_FOR = 7 * 86_400_000;

/** A message of ours to somebody, with what it was marked with. */
export interface ToldBefore {
  readonly channel: string;
  readonly ts: string;
  readonly marks: Readonly<Record<string, unknown>>;
}

/**
 * What this app may have told somebody already without the database knowing of it: in an attempt whose outcome is unknown, or in a
 * time of which a restored backup has no records. `since`: from when on that was due (seconds). Empty where there is no such doubt.
 */
export async function toldBefore(
  attempt: AnyAttempt<{ restored?: boolean | undefined }>,
  person: string,
  since: number,
): Promise<ToldBefore[]> {
  const { claimed, checkpoint, now, store } = attempt;
  const [gap] = await store.gaps(1);
  const isUnknown = gap !== undefined && now() - gap.until < LOOKS_FOR && since * 1000 <= gap.until;
  if (!claimed.inDoubt && !checkpoint.restored && !isUnknown) return [];
  const channel = await directChannel(attempt, person);
  if (channel === undefined) return [];
  const firstAttemptAt = Math.min(claimed.firstAttemptAt, isUnknown ? gap.from : Number.POSITIVE_INFINITY);
  const found: ToldBefore[] = [];
  for await (const { ts, metadata } of saidSince({ ...attempt, claimed: { ...claimed, firstAttemptAt } }, channel)) {
    const marks: unknown = metadata?.event_payload;
    if (ts && typeof marks === 'object' && marks !== null) found.push({ channel, ts, marks: { ...marks } });
  }
  return found;
}
