import { clip, escaped } from '../../forms/mrkdwn.ts';
import { changeLines } from '../../forms/review.ts';
import { changesBetween } from '../../order/items.ts';
import { isPriced } from '../../order/money.ts';
import { orderNumber } from '../../order/order.ts';
import { moneyLine } from '../../slack/views/entry.ts';
import { type Attempt, channelOf, type Executor } from '../executor.ts';
import { Later } from '../pace.ts';
import { failedWith, Unanswered } from '../slack-errors.ts';

/** How often a file is looked for in its channel before we go on without; Slack shares files some time later. */
const LOOKS = 10;
/** How often we look for a file whose sharing is in doubt before we ask for it again. */
const DOUBTFUL_LOOKS = 5;

/** Posts version n of the order to its channel as a PDF, once. Safe to repeat. */
export const issueDocument: Executor<'issue_document'> = async ({ version }, attempt) => {
  const { order, store } = attempt;
  const { channel } = await channelOf(attempt);
  const issued = await store.documents(order.team, order.id);
  if (issued.some((one) => one.version === version)) return;
  const { fileId, sha256, size } = await upload(attempt, version);
  await share(attempt, version, fileId, channel);
  const permalink = await awaitShare(attempt, fileId);
  await store.saveDocument({ team: order.team, order: order.id, version, sha256, size, fileId, permalink });
};

interface Uploaded {
  readonly fileId: string;
  readonly sha256: string;
  readonly size: number;
}

/** Renders the version and brings the bytes to Slack; nobody sees the file yet, so a second upload harms nobody. */
async function upload(attempt: Attempt, version: number): Promise<Uploaded> {
  const { client, keep, order, paced, renderer, trace } = attempt;
  if (typeof trace.fileId === 'string' && trace.uploaded === true)
    return { fileId: trace.fileId, sha256: String(trace.sha256), size: Number(trace.size) };
  const { bytes, sha256, fileName } = await renderer.render(order, version);
  const slot = await paced('files.getUploadURLExternal', () =>
    client.files.getUploadURLExternal({
      filename: fileName,
      length: bytes.byteLength,
      ...described(altText(attempt, version)),
    }),
  );
  if (!slot.upload_url || !slot.file_id) throw new Error('files.getUploadURLExternal answered without an address');
  await sendBytes(slot.upload_url, bytes);
  const uploaded = { fileId: slot.file_id, sha256, size: bytes.byteLength };
  await keep({ ...uploaded, uploaded: true, completed: false, looks: 0 });
  return uploaded;
}

async function sendBytes(address: string, bytes: Uint8Array): Promise<void> {
  const status = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.from(bytes),
    signal: AbortSignal.timeout(60_000),
  }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    (cause: unknown) => {
      throw new Unanswered('the upload was not answered', { cause });
    },
  );
  if (status < 200 || status > 299) throw new Unanswered(`the upload was answered with status ${status}`);
}

/** Shares the uploaded file in the channel. In doubt, Slack is asked first; a second request for the same file is refused. */
async function share(attempt: Attempt, version: number, fileId: string, channel: string): Promise<void> {
  const { claimed, client, keep, order, paced, trace } = attempt;
  if (trace.completed === true) return;
  if (claimed.inDoubt && trace.sharing === true) {
    const file = await fileInfo(attempt, fileId);
    if (file?.shared) return keep({ completed: true });
    const looks = Number(trace.looks ?? 0);
    if (file && looks < DOUBTFUL_LOOKS) {
      await keep({ looks: looks + 1 });
      throw new Later(1000, 'waiting for a file that may have been shared');
    }
  }
  await keep({ sharing: true });
  try {
    await paced('files.completeUploadExternal', () =>
      client.files.completeUploadExternal({
        files: [{ id: fileId, title: `${orderNumber(order.number)} v${version}.pdf` }],
        channel_id: channel,
        initial_comment: comment(attempt, version),
      }),
    );
  } catch (error) {
    if (!failedWith(error, 'file_not_found', 'file_update_failed') || !claimed.inDoubt) throw error;
    if (!(await fileInfo(attempt, fileId))) {
      await keep({ uploaded: false, sharing: false });
      throw new Later(1000, 'the file is gone; it is uploaded again');
    }
  }
  await keep({ completed: true, looks: 0 });
}

/** Waits until the file stands in the channel, so that nothing is posted or archived before it. Its permalink. */
async function awaitShare(attempt: Attempt, fileId: string): Promise<string> {
  const file = await fileInfo(attempt, fileId);
  if (file?.shared) return file.permalink;
  const looks = Number(attempt.trace.looks ?? 0);
  if (looks < LOOKS) {
    await attempt.keep({ looks: looks + 1 });
    throw new Later(Math.min(100 * 2 ** looks, 3000), 'waiting for Slack to share the file');
  }
  attempt.log.warn({ file: fileId }, 'Slack has not shared the file yet; going on without');
  return file?.permalink ?? '';
}

async function fileInfo({ client, paced }: Attempt, file: string) {
  try {
    const info = await paced('files.info', () => client.files.info({ file }));
    const { public: inPublic, private: inPrivate } = info.file?.shares ?? {};
    const shared = [inPublic, inPrivate].some((places) =>
      Object.values(places ?? {}).some((posts) => posts.length > 0),
    );
    return { shared, permalink: info.file?.permalink ?? '' };
  } catch (error) {
    if (failedWith(error, 'file_not_found', 'file_deleted')) return undefined;
    throw error;
  }
}

/** What stands beside the file: which version, what changed, and the totals. */
function comment({ order, settings }: Attempt, n: number): string {
  const version = order.versions.find((one) => one.n === n);
  if (!version) throw new Error(`order ${order.id} has no version ${n}`);
  const { content, changes } = version;
  const before = order.versions.find((one) => one.n === n - 1)?.content.items ?? content.items;
  const money = { currency: content.currency, locale: settings.document.locale };
  const lines = [
    `*${orderNumber(order.number)} v${n}* ${escaped(content.title)}`,
    ...(n > 1 && version.kind === 'confirmation'
      ? changeLines(changesBetween(before, content.items), money).slice(0, 15)
      : []),
    ...(changes.length > 15 ? [`… and ${changes.length - 15} more changes`] : []),
    ...(isPriced(content.items) ? [moneyLine(order, n, settings)] : []),
  ];
  return clip(lines.join('\n'), 3500);
}

/** Slack's documentation calls it `alt_txt`, its SDK `alt_text`; each is ignored where it is not known. */
const described = (text: string) => ({ alt_text: text, ...{ alt_txt: text } });

const altText = ({ order }: Attempt, version: number): string =>
  clip(`${orderNumber(order.number)} version ${version}: ${order.content.title}, for ${order.content.client}`, 1000);
