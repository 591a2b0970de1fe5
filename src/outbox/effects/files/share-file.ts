import { createHash } from 'node:crypto';
import type { Shared, Uploaded } from '../../../../db/shapes/checkpoint.ts';
import { unescaped } from '../../../forms/mrkdwn.ts';
import type { Order } from '../../../order/order.ts';
import { failedWith, GiveUp, Later } from '../../../slack-api/classify-error.ts';
import { NotFetched } from '../../../slack-api/fetch-file.ts';
import { ChannelLost, type Reached, resolveChannelStatus } from '../../channel/channel-status.ts';
import type { AnyAttempt } from '../../executor.ts';
import { saidSince } from '../../in-doubt.ts';
import { userFile } from '../../user-files.ts';

/** How often a file is looked for in its channel (for about twenty seconds); Slack shares files some time later, and some never. */
const LOOKS = 10;
/** How often we look for a file whose sharing is in doubt before we ask for it again. */
const DOUBTFUL_LOOKS = 5;

/** How often bytes that Slack no longer has are uploaded again. */
const UPLOADS = 3;

/** Our word for a file that Slack took and never shared. */
export const NOT_SHARED = 'file_never_shared';

/** An attempt at sharing a file, of an order's or of one about none. */
type Sharing = AnyAttempt<Shared> & { readonly order?: Order };

/** A file as it is to stand in a channel. `comment` is escaped mrkdwn, '' for none, asked for when the file is posted. */
interface FileToShare {
  readonly name: string;
  readonly title: string;
  readonly alt: string;
  comment(): Promise<string>;
  /** The same file may stand there from before, for another reason: it is no sign that this one was shared. */
  readonly oneOfMany?: true;
  /** Asked for only when they are not with Slack yet. */
  bytes(): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }>;
}

/** Where a file is shared: in a channel as we know it, under a message of it if `thread` names one. */
export interface SharePlace extends Reached {
  readonly name: string;
  readonly thread?: string;
}

export interface SharedFile {
  readonly fileId: string;
  readonly sha256: string;
  readonly size: number;
  readonly permalink: string;
  /** The message it came with, in this channel; null when Slack did not say. */
  readonly channel: string;
  readonly ts: string | null;
}

/** Uploads a file and shares it in a channel, once; resolves when it stands there. Safe to repeat with the same checkpoint. */
export async function shareFile(attempt: Sharing, ref: SharePlace, file: FileToShare): Promise<SharedFile> {
  const uploaded = await upload(attempt, file, ref);
  const shared = (await sharedAfterAll(attempt)) ?? uploaded;
  await share(attempt, file, shared.fileId, ref);
  return { ...shared, channel: ref.channel, ...(await awaitShare(attempt, ref, file, shared)) };
}

/** One of those, when it has appeared late and none was shared since: so that no file is ever there twice. */
async function sharedAfterAll(attempt: Sharing): Promise<Uploaded | undefined> {
  if (attempt.checkpoint.completed) return undefined;
  for (const late of attempt.checkpoint.unshared ?? []) {
    if (!(await fileInfo(attempt, late.fileId))?.shared) continue;
    await attempt.saveCheckpoint({ ...late, uploaded: true, completed: true, looks: 0 });
    return late;
  }
  return undefined;
}

/** Brings the bytes to Slack; nobody sees the file yet, so a second upload harms nobody. In doubt, they may be there. */
async function upload(attempt: Sharing, file: FileToShare, place: SharePlace): Promise<Uploaded> {
  const { slack, saveCheckpoint, sendFile, checkpoint } = attempt;
  const { fileId, sha256: known, size } = checkpoint;
  if (checkpoint.uploaded && fileId !== undefined && known !== undefined && size !== undefined)
    return { fileId, sha256: known, size };
  const { bytes, sha256 } = await file.bytes();
  const looked = { title: file.title, size: bytes.byteLength, sha256 };
  const found = file.oneOfMany ? undefined : await sharedBefore(attempt, place, looked);
  if (found) return found;
  const slot = await slack('files.getUploadURLExternal', {
    filename: file.name,
    length: bytes.byteLength,
    ...described(file.alt),
  });
  if (!slot.upload_url || !slot.file_id) throw new Error('files.getUploadURLExternal answered without an address');
  await sendFile(slot.upload_url, bytes);
  const uploaded = { fileId: slot.file_id, sha256, size: bytes.byteLength };
  await saveCheckpoint({ ...uploaded, uploaded: true, completed: false, looks: 0 });
  return uploaded;
}

/**
 * The file as it stands in the channel already, when we do not know of it: the database is a copy, made before it was
 * shared. It is known again by its bytes, since people give many files the same name.
 */
async function sharedBefore(
  attempt: Sharing,
  { channel, thread }: SharePlace,
  { title, size, sha256 }: { title: string; size: number; sha256: string },
): Promise<Uploaded | undefined> {
  const { claimed, identity, saveCheckpoint, checkpoint } = attempt;
  if (!claimed.inDoubt || checkpoint.fileId !== undefined) return undefined;
  const own = identity.botUserId;
  for await (const { files = [] } of saidSince(attempt, channel, thread))
    for (const file of files) {
      if (!file.id || file.user !== own || file.size !== size || unescaped(file.title ?? '') !== unescaped(title))
        continue;
      const found = await userFile(attempt, file.id, own);
      const bytes = found && (await attempt.fetchFile(found.address).catch(notThere));
      if (!bytes || createHash('sha256').update(bytes).digest('hex') !== sha256) continue;
      const uploaded = { fileId: file.id, sha256, size };
      await saveCheckpoint({ ...uploaded, uploaded: true, completed: true, looks: 0 });
      return uploaded;
    }
  return undefined;
}

function notThere(error: unknown): undefined {
  if (!(error instanceof NotFetched)) throw error;
}

/** Shares the uploaded file in the channel. In doubt, Slack is asked first; a second request for the same file is refused. */
async function share(
  attempt: Sharing,
  shown: FileToShare,
  fileId: string,
  { channel, thread }: SharePlace,
): Promise<void> {
  const { claimed, slack, saveCheckpoint, checkpoint } = attempt;
  if (checkpoint.completed) return;
  if (claimed.inDoubt && checkpoint.sharing) {
    const file = await fileInfo(attempt, fileId);
    if (file?.shared) return saveCheckpoint({ completed: true });
    const looks = checkpoint.looks ?? 0;
    if (file && looks < DOUBTFUL_LOOKS) {
      await saveCheckpoint({ looks: looks + 1 });
      throw new Later(1000, 'waiting for a file that may have been shared');
    }
  }
  const comment = await shown.comment();
  await saveCheckpoint({ sharing: true });
  try {
    await slack('files.completeUploadExternal', {
      files: [{ id: fileId, title: shown.title }],
      channel_id: channel,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      ...(comment === '' ? {} : { initial_comment: comment }),
    });
  } catch (error) {
    if (!failedWith(error, 'file_not_found', 'file_update_failed')) throw error;
    const uploads = checkpoint.uploads ?? 0;
    const there = (await fileInfo(attempt, fileId)) !== undefined;
    if (!there && uploads < UPLOADS) {
      // Slack forgets what was uploaded and not shared for long, as when this was parked for a day.
      await saveCheckpoint({ uploaded: false, sharing: false, uploads: uploads + 1 });
      throw new Later(1000, 'the file is gone; it is uploaded again');
    }
    if (!there) await saveCheckpoint({ uploaded: false, sharing: false, uploads: 0 });
    if (!there || !claimed.inDoubt) throw error;
  }
  await saveCheckpoint({ completed: true, looks: 0 });
}

/** Waits until the file stands in the channel, so that nothing is posted or archived before it. Where it is. */
async function awaitShare(
  attempt: Sharing,
  ref: SharePlace,
  shown: FileToShare,
  uploaded: Uploaded,
): Promise<Pick<SharedFile, 'permalink' | 'ts'>> {
  const { fileId } = uploaded;
  const file = await fileInfo(attempt, fileId);
  if (file?.shared) return { permalink: file.permalink, ts: file.tsIn(ref.channel) };
  const looks = attempt.checkpoint.looks ?? 0;
  if (looks < LOOKS) {
    await attempt.saveCheckpoint({ looks: looks + 1 });
    throw new Later(Math.min(100 * 2 ** looks, 3000), 'waiting for Slack to share the file');
  }
  const { kind } = await resolveChannelStatus(attempt, ref);
  if (kind !== 'ours') {
    await attempt.saveCheckpoint({ uploaded: false, sharing: false, completed: false, looks: 0 });
    throw new ChannelLost('the file did not arrive in the channel');
  }
  return notShared(attempt, ref, shown, uploaded);
}

/** The file never came: it is uploaded once more, and then a human is asked; their Retry starts over. */
async function notShared(attempt: Sharing, ref: SharePlace, { name }: FileToShare, uploaded: Uploaded): Promise<never> {
  const { saveCheckpoint, log, order, checkpoint } = attempt;
  const first = !checkpoint.reuploaded;
  const unshared = [...(checkpoint.unshared ?? []).filter(({ fileId }) => fileId !== uploaded.fileId), uploaded];
  await saveCheckpoint({ unshared, reuploaded: first, uploaded: false, sharing: false, completed: false, looks: 0 });
  log.warn(
    { event: 'file.not_shared', order: order?.number, file: uploaded.fileId, again: first },
    'Slack accepted a file but did not post it',
  );
  if (first) throw new Later(1000, 'Slack did not share the file; it is uploaded again');
  throw new GiveUp(NOT_SHARED, { say: 'not_shared', file: name, channel: ref.name });
}

async function fileInfo({ slack }: Pick<Sharing, 'slack'>, file: string) {
  try {
    const info = await slack('files.info', { file });
    const { public: inPublic, private: inPrivate } = info.file?.shares ?? {};
    const places = { ...inPublic, ...inPrivate };
    return {
      shared: Object.values(places).some((posts) => posts.length > 0),
      permalink: info.file?.permalink ?? '',
      tsIn: (channel: string): string | null => places[channel]?.[0]?.ts ?? null,
    };
  } catch (error) {
    if (failedWith(error, 'file_not_found', 'file_deleted')) return undefined;
    throw error;
  }
}

/** Slack's documentation calls it `alt_txt`, its SDK `alt_text`; each is ignored where it is not known. */
const described = (text: string) => ({ alt_text: text, ...{ alt_txt: text } });
