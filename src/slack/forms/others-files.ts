import { clip } from '../../forms/mrkdwn.ts';
import type { Attachment } from '../../order/order.ts';
import type { Deps } from '../deps.ts';
import type { View } from '../transport/payloads.ts';
import type { Session } from './form-session.ts';

/** File names in a sentence; Slack shows about two thousand characters under a field. */
const NAMED = 1000;

/**
 * What is wrong with the files that somebody has just put into a form, by field: one that is not theirs, or nobody's, is
 * not taken. A form must not be a way to what the app can see and they cannot.
 */
export async function othersFiles(
  { whoseFile }: Pick<Deps, 'whoseFile'>,
  { person }: Pick<Session, 'person'>,
  { state }: View,
): Promise<Record<string, string>> {
  const errors: Record<string, string> = {};
  for (const [field, inputs] of Object.entries(state?.values ?? {})) {
    const files: readonly Attachment[] = Object.values(inputs)[0]?.files ?? [];
    const asked = await Promise.all(
      files.map(async ({ fileId, name }) => ({ name, belongs: await whoseFile(fileId, person.id) })),
    );
    const names = asked.filter(({ belongs }) => belongs === 'not theirs').map(({ name }) => name);
    if (names.length > 0)
      errors[field] =
        `${clip(names.join(', '), NAMED)}: not a file of yours. Remove it here, and attach a file that you upload yourself.`;
  }
  return errors;
}
