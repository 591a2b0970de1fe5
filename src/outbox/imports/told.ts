import type { Import } from '../../../db/ports.ts';
import type { CheckpointOf } from '../../../db/shapes/checkpoint.ts';
import { importMessage, MISTAKES_SHOWN } from '../../slack/views/desk/import-message.ts';
import { readersWords } from '../../slack/words-for.ts';
import { failedWith } from '../../slack-api/classify-error.ts';
import type { AnyAttempt } from '../executor.ts';
import { directChannel, postedBefore, postMarked } from '../in-doubt.ts';

/** Slack's words for a message that cannot be changed any more, or a person who reads nothing any more. */
const LEFT = ['message_not_found', 'cant_update_message', 'edit_window_closed', 'channel_not_found', 'user_disabled'];

/** Posts the message that its author follows an import in, once; the import with its place. */
export async function postImport(attempt: AnyAttempt<CheckpointOf<'read_import'>>, one: Import): Promise<Import> {
  const { claimed, store, saveCheckpoint, checkpoint } = attempt;
  if (one.ts !== null) return one;
  const { team, id, by } = one;
  const place = await posted();
  await saveCheckpoint(place);
  await store.saveImport(team, id, one.state, place);
  return { ...one, ...place };

  async function posted(): Promise<{ channel: string; ts: string }> {
    const { channel, ts } = checkpoint;
    if (channel !== undefined && ts !== undefined) return { channel, ts };
    const direct = claimed.inDoubt ? await directChannel(attempt, by.id) : undefined;
    const before = direct ? await postedBefore(attempt, direct) : undefined;
    if (direct && before) return { channel: direct, ts: before };
    const answer = await postMarked(attempt, { channel: by.id }, importMessage(one, [], await wordsOf(attempt, one)));
    if (!answer.channel || !answer.ts) throw new Error('chat.postMessage answered without a place');
    return { channel: answer.channel, ts: answer.ts };
  }
}

/** Draws that message as the import stands now. */
export async function drawImport(attempt: AnyAttempt, id: string): Promise<void> {
  const { claimed, log, store, slack } = attempt;
  const { team } = claimed;
  const one = await store.import(team, id);
  if (!one || one.channel === null || one.ts === null) return;
  const wrong = await store.importLines(team, id, { from: 0, limit: MISTAKES_SHOWN, outcomes: ['wrong'] });
  const { channel, ts } = one;
  try {
    await slack('chat.update', { channel, ts, ...importMessage(one, wrong, await wordsOf(attempt, one)) });
  } catch (error) {
    if (!failedWith(error, ...LEFT)) throw error;
    log.info({ event: 'import.not_told', import: id }, 'the message of an import could not be updated');
  }
}

const wordsOf = async ({ store, settings, claimed }: AnyAttempt, { by }: Import) =>
  readersWords(await store.person(claimed.team, by.id), settings);
