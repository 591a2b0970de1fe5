import type { ChannelRef } from '../../../db/store.ts';
import { clip, escaped } from '../../forms/mrkdwn.ts';
import { changeLines } from '../../forms/review.ts';
import { changesBetween } from '../../order/items.ts';
import { isPriced } from '../../order/money.ts';
import { orderNumber } from '../../order/order.ts';
import type { Logo } from '../../pdf/logo.ts';
import { moneyLine } from '../../slack/views/entry.ts';
import type { Attempt } from '../executor.ts';
import type { ChannelExecutor } from '../in-channel.ts';
import { inPlace } from '../move.ts';
import { oweDressing } from './dress-channel.ts';
import { type SharedFile, shareFile } from './share-file.ts';

/** Posts version n of the order to its channel as a PDF, once. Safe to repeat. */
export const issueDocument: ChannelExecutor<'issue_document'> = async ({ version }, attempt, ref) => {
  const { order, store } = attempt;
  const issued = await store.documents(order.team, order.id);
  if (!issued.some((one) => one.version === version)) {
    const shared = await shareDocument(inPlace(attempt), ref, version);
    await store.saveDocument({ team: order.team, order: order.id, version, ...shared });
  }
  await oweDressing(attempt);
};

/** Shares the PDF of a version in a channel; resolves when it stands there. Safe to repeat with the same trace. */
export function shareDocument(attempt: Attempt, ref: ChannelRef, version: number): Promise<SharedFile> {
  const { order, renderer } = attempt;
  const name = `${orderNumber(order.number)} v${version}.pdf`;
  return shareFile(attempt, ref, {
    name,
    title: name,
    alt: altText(attempt, version),
    comment: comment(attempt, version),
    bytes: async () => renderer.render(order, version, { logo: await logoOf(attempt, version) }),
  });
}

/** The logo that a version was issued with, null for none. Throws when its bytes are lost: without it, it would be another document. */
export async function logoOf({ order, store }: Pick<Attempt, 'order' | 'store'>, n: number): Promise<Logo | null> {
  const sha256 = order.versions.find((one) => one.n === n)?.issuer.logo ?? '';
  if (sha256 === '') return null;
  const asset = await store.asset(order.team, sha256);
  if (!asset) throw new Error(`the logo ${sha256} of order ${order.id}, version ${n}, is not in the database`);
  return asset;
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

const altText = ({ order }: Attempt, version: number): string =>
  clip(`${orderNumber(order.number)} version ${version}: ${order.content.title}, for ${order.content.client}`, 1000);
