import type { Import } from '../../../db/ports.ts';
import type { CheckpointOf } from '../../../db/shapes/checkpoint.ts';
import { shownImport } from '../../slack/import-shown.ts';
import { failedWith } from '../../slack-api/classify-error.ts';
import type { AnyAttempt } from '../executor.ts';
import { directChannel, postedBefore, postMarked } from '../in-doubt.ts';
import { UNCHANGEABLE } from '../unreachable.ts';

/** How often a message is drawn until it says how its import stands: people press buttons meanwhile. */
const DRAWN = 3;

/** Posts the message that its author follows an import in, once, as the import stands. Whether it may say something older now. */
export async function postImport(attempt: AnyAttempt<CheckpointOf<'read_import'>>, one: Import): Promise<boolean> {
  const { claimed, settings, store, saveCheckpoint, checkpoint } = attempt;
  const { team, id, by } = one;
  const { place, fresh } = await posted();
  await saveCheckpoint(place);
  for (let known: Import | undefined = one; known; known = await store.import(team, id))
    if (await store.saveImport(team, id, known.state, place)) return !fresh || known.state !== one.state;
  return false;

  async function posted(): Promise<{ place: { channel: string; ts: string }; fresh: boolean }> {
    const { channel, ts } = checkpoint;
    if (channel !== undefined && ts !== undefined) return { place: { channel, ts }, fresh: false };
    const direct = claimed.inDoubt ? await directChannel(attempt, by.id) : undefined;
    const before = direct ? await postedBefore(attempt, direct) : undefined;
    if (direct && before) return { place: { channel: direct, ts: before }, fresh: false };
    const answer = await postMarked(attempt, { channel: by.id }, await shownImport(store, one, settings));
    if (!answer.channel || !answer.ts) throw new Error('chat.postMessage answered without a place');
    return { place: { channel: answer.channel, ts: answer.ts }, fresh: true };
  }
}

/** Draws that message as the import stands now. The state that it says then; undefined where there is no such message. */
export async function drawImport(
  { claimed, log, settings, store, slack }: AnyAttempt,
  id: string,
): Promise<Import['state'] | undefined> {
  const { team } = claimed;
  let drawn: Import['state'] | undefined;
  for (let times = 0; times < DRAWN; times++) {
    const one = await store.import(team, id);
    if (!one || one.channel === null || one.ts === null || one.state === drawn) break;
    const { channel, ts } = one;
    try {
      await slack('chat.update', { channel, ts, ...(await shownImport(store, one, settings)) });
    } catch (error) {
      if (!failedWith(error, ...UNCHANGEABLE)) throw error;
      log.info({ event: 'import.not_told', import: id }, 'the message of an import could not be updated');
    }
    drawn = one.state;
  }
  return drawn;
}
