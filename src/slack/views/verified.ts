import type { DocumentRef, Gap } from '../../../db/ports.ts';
import { section } from '../../forms/blocks.ts';
import { clip, date, escaped } from '../../forms/mrkdwn.ts';
import { type Order, orderNumber, type Version } from '../../order/order.ts';
import { shownState } from '../../order/words.ts';
import { type TypedCode, writtenCode } from '../../verification.ts';
import { fileFacts, pdfLink } from './lists.ts';
import { type Message, message, words } from './message.ts';

/** A document that the app has issued. `documents`: of all versions of its order, as they stand in Slack. */
export interface Issued {
  readonly order: Order;
  readonly version: Version;
  readonly documents: readonly DocumentRef[];
}

/** What became of the file that somebody wants to know about. */
export type FileFound =
  | { readonly kind: 'genuine'; readonly issued: Issued; readonly maySee: boolean }
  | { readonly kind: 'unknown' | 'no PDF' | 'too large' | 'gone' | 'not now' };

/** A file by its name, and what we found. */
export interface JudgedFile {
  readonly name: string;
  readonly found: FileFound;
}

/**
 * The answer to a code that is an issued document's. Who may not see the order is told what the paper in their hand says
 * anyway, and whether it is the current one. A code cannot tell what else stands on the paper, and the answer says so.
 */
export function genuineCode(issued: Issued, maySee: boolean): Message {
  const { order, version, documents } = issued;
  const pdf = documents.find((one) => one.version === version.n);
  const compare =
    maySee && pdf
      ? `The code says that this document was issued. To see that nothing else on the paper was changed, compare it with ${pdfLink(pdf)} (${fileFacts(pdf)}).`
      : 'The code says that this document was issued. To see that nothing else on the paper was changed, have somebody who is on the order compare it with the PDF.';
  return words(
    [`*Genuine.* ${factsOf(issued, maySee).join('\n')}`, compare, ...(maySee ? [stateOf(order)] : [])].join('\n'),
  );
}

/** The answer to a code that no issued document has, whether or not there is such an order. `gaps`: as the store knows them. */
export const notGenuine = (typed: TypedCode, gaps: readonly Gap[]): Message =>
  words(
    `*Not genuine*${unless(gaps)}. No document is known that was issued with the code \`${writtenCode(typed)}\`.\nCompare every character with the paper before you conclude anything: 8 and B, 5 and S, 2 and Z, and the order and version number in front. I, L, O and U do not occur in the last twelve. If it is all as printed, the paper is not one of this workspace’s documents, or was altered.`,
  );

/** The answer to the code of a document whose version somebody has changed in the database since: what it says now is not what was issued. */
export const alteredRecord = (typed: TypedCode): Message =>
  words(
    `*Cannot be confirmed.* A document was issued with the code \`${writtenCode(typed)}\`, but its record in the database was changed afterwards. Compare the paper with the PDF in the order’s channel, and ask the person who runs this app to look into it.`,
  );

/** The answer to something that is no code at all. */
export const unreadableCode = (typed: string): Message =>
  words(
    `${typed ? `“${clip(escaped(typed), 80)}” is not a verification code. ` : ''}Write the code from the foot of any page of the document, for example \`/service-order verify SO-000012-1-7F3K-9QXM-2PDA\`. Of a PDF in Slack you can ask as well: *Verify document* in the menu of its message.`,
  );

/** Of what was issued in a time of which the records are lost, nothing is known. */
const unless = (gaps: readonly Gap[]): string =>
  gaps.length > 0
    ? `, unless it was issued ${gaps.map(spanOf).join(' or ')}: a backup was restored then, and the records of that time are lost`
    : '';

const spanOf = ({ from, until }: Gap): string =>
  `between ${date(Math.floor(from / 1000))} and ${date(Math.floor(until / 1000))}`;

/** The answer about the files of a message. `gaps`: as the store knows them. */
export function judgedFiles(files: readonly JudgedFile[], gaps: readonly Gap[]): Message {
  if (files.length === 0)
    return words(
      'This message has no file. Use *Verify document* on a message with a PDF; a printed code you can check with `/service-order verify`.',
    );
  const lines = files.map((file) => lineOf(file, gaps));
  return message(
    clip(lines.join('\n\n'), 3000),
    lines.map((line) => section(line)),
  );
}

function lineOf({ name, found }: JudgedFile, gaps: readonly Gap[]): string {
  const file = `“${clip(escaped(name), 120)}”`;
  switch (found.kind) {
    case 'genuine': {
      const { issued, maySee } = found;
      const facts = factsOf(issued, maySee);
      return `${file}: *genuine*, byte for byte as issued. ${[...facts, ...(maySee ? [stateOf(issued.order)] : [])].join('\n')}`;
    }
    case 'unknown':
      return `${file}: *not genuine*${unless(gaps)}. It is not, byte for byte, a document that is known to have been issued here: another file, or one that was altered or saved anew. Look for the PDF in the order’s channel.`;
    case 'no PDF':
      return `${file}: not a PDF, so none of the documents that are issued here.`;
    case 'too large':
      return `${file}: larger than any document that is issued here.`;
    case 'gone':
      return `${file}: cannot be looked at. It was deleted, or it is in a conversation that the app is not in. Post it in a channel with the app, such as the order’s, and ask again there.`;
    case 'not now':
      return `${file}: Slack did not hand it out just now. Please try again in a minute.`;
  }
}

/** Which document it is, whether it is the newest, and who approved. The title only for those who may see the order. */
function factsOf({ order, version, documents }: Issued, maySee: boolean): string[] {
  const title = maySee ? ` ${escaped(clip(version.content.title, 150))}` : '';
  const newest = order.latest ?? version;
  const { approval } = version;
  const later = documents.find((one) => one.version === newest.n);
  return [
    `It is *${orderNumber(order.number)} version ${version.n}*${title}, issued ${date(version.at)}.`,
    newest.n === version.n
      ? 'It is the *current* version.'
      : `It is *superseded* by version ${newest.n}, issued ${date(newest.at)}${maySee && later ? ` (${pdfLink(later)})` : ''}.`,
    `Approved by ${escaped(approval.by.name)}, ${date(approval.at)}.`,
  ];
}

const stateOf = (order: Order): string => `The order now: ${shownState(order)}.`;
