import type { Issued } from '../../../../db/shapes/checkpoint.ts';
import { clip, escaped } from '../../../forms/mrkdwn.ts';
import { picturesOf } from '../../../pdf/model/attachments.ts';
import { type Unprinted, whyNotPrinted } from '../../../pictures/unprinted.ts';
import type { Attempt } from '../../executor.ts';
import type { DocumentAttempt } from './photos-for.ts';

/** Photos that a post names; the document names all of them. */
const MAX_NAMED = 8;

/** Remembers why photos are not printed until the document stands in the channel, also when the app starts again. */
export async function keepUnprinted(
  { saveCheckpoint, checkpoint }: Attempt<Issued>,
  notPrinted: ReadonlyMap<string, Unprinted>,
): Promise<void> {
  if (notPrinted.size > 0 || checkpoint.notPrinted)
    await saveCheckpoint({ notPrinted: Object.fromEntries(notPrinted) });
}

/** Lines that tell the channel which of the photos that came with a version its document does not print, and why. Escaped mrkdwn. */
export function unprintedLines({ order, checkpoint }: DocumentAttempt, n: number): string[] {
  const why = checkpoint.notPrinted ?? {};
  const missing = picturesOf(order.versions.filter((version) => version.n === n)).flatMap(({ fileId, name }) => {
    const reason = why[fileId];
    return reason ? [`• ${escaped(clip(name, 50))}: ${escaped(whyNotPrinted(reason))}`] : [];
  });
  const more = missing.length - MAX_NAMED;
  return [
    ...(missing.length > 0 ? ['*Photos not printed*'] : []),
    ...missing.slice(0, MAX_NAMED),
    ...(more > 0 ? [`… and ${more} more; the PDF lists them all`] : []),
  ];
}
