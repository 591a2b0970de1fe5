import { digestMessage } from '../../../slack/views/daily/digest.ts';
import { readersWords } from '../../../slack/words-for.ts';
import { codeOf, failedWith } from '../../../slack-api/classify-error.ts';
import type { OfficeExecutor } from '../../executor.ts';
import { postMarked } from '../../in-doubt.ts';
import { UNREACHABLE_BY_ID } from '../../unreachable.ts';
import { awaitChecks } from './await-checks.ts';
import { dayOf } from './day.ts';
import { toldBefore } from './told-before.ts';

/** A digest that comes so late is of no use. Seconds. */
const LATEST = 3 * 3600;

/** Tells somebody in the morning what their day brings, once; nothing where it brings nothing. Safe to repeat. */
export const sendDigest: OfficeExecutor<'send_digest'> = async ({ person, day, notBefore }, attempt) => {
  const { claimed, checkpoint, log, now, saveCheckpoint, settings, store } = attempt;
  const { team } = claimed;
  if (checkpoint.ts !== undefined) return;
  const at = now() / 1000;
  if (at - notBefore >= LATEST || !settings.reminders.digest) return;
  const [reader, { digest, awayUntil }] = await Promise.all([
    store.person(team, person),
    store.preferences(team, person),
  ]);
  if (!reader || (reader.kind !== 'member' && reader.kind !== 'guest') || !digest) return;
  if (awayUntil !== null && awayUntil > at) return;
  const before = (await toldBefore(attempt, person, notBefore)).find(({ marks }) => marks.digest === day);
  if (before) return saveCheckpoint({ channel: before.channel, ts: before.ts });
  await awaitChecks(attempt);
  const message = digestMessage(await dayOf(attempt, reader, day), readersWords(reader, settings), reader.timeZone);
  if (!message) return;
  try {
    const { channel, ts } = await postMarked(attempt, { channel: person }, message, { digest: day });
    if (!channel || !ts) throw new Error('chat.postMessage answered without a place');
    await saveCheckpoint({ channel, ts });
  } catch (error) {
    if (!failedWith(error, ...UNREACHABLE_BY_ID)) throw error;
    log.info({ event: 'digest.refused', person, code: codeOf(error) }, 'a person could not be sent their digest');
  }
};
