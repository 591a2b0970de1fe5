import { type ChannelRef, type DocumentRef, LOST_CHANNEL } from '../../../db/ports.ts';
import type { CheckpointOf, Posted } from '../../../db/shapes/checkpoint.ts';
import { supersededMessage } from '../../slack/views/channel-notes.ts';
import { classifyError, failedWith } from '../../slack-api/classify-error.ts';
import { codeOf } from '../../slack-api/slack-codes.ts';
import { type Attempt, within } from '../executor.ts';
import { postOnce } from '../in-doubt.ts';

type Marking = CheckpointOf<'sync_channel_metadata'>;

/**
 * Says under every PDF of this channel that a later one has taken its place, once. A reply, since Slack does not promise
 * that a message with a file keeps it when it is edited; the file stays as issued. Safe to repeat. Where we do not know
 * the message, or may not reply to it, it is left as it is.
 */
export async function markSuperseded(attempt: Attempt<Marking>, { channel }: ChannelRef): Promise<void> {
  const { log, order, store } = attempt;
  const documents = await store.documents(order.team, order.id);
  for (const document of documents) {
    const next = documents.find(({ version }) => version > document.version);
    const isThere = document.channel === channel && document.permalink !== '';
    if (!next || document.marked || !isThere || document.ts === null) continue;
    try {
      const said = supersededMessage(order.number, next.version);
      await postOnce(known(attempt, document.version), { channel, thread: document.ts }, said);
    } catch (error) {
      if (classifyError(error).kind !== 'give up' || failedWith(error, ...LOST_CHANNEL)) throw error;
      const about = { order: order.number, version: document.version, code: codeOf(error) };
      log.warn({ event: 'pdf.not_marked', ...about }, 'a PDF could not be marked as superseded');
    }
    await marked(attempt, document);
  }
}

/** The reply is known again whichever effect posted it: metadata is owed again and again. */
function known(attempt: Attempt<Marking>, version: number): Attempt<Posted> {
  const { id } = attempt.order;
  return within(within(attempt, 'superseded', id), `${version}`, `${id}/superseded v${version}`);
}

/** Somebody may have deleted the file while we replied: it is read again. */
async function marked({ store }: Attempt, { team, order, version }: DocumentRef): Promise<void> {
  const document = (await store.documents(team, order)).find((one) => one.version === version);
  if (document) await store.saveDocument({ ...document, marked: true });
}
