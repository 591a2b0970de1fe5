import type { DocumentRef, Gap, PricedDocumentRef } from '../../../db/ports.ts';
import { section } from '../../forms/blocks.ts';
import { clip, date, escaped } from '../../forms/mrkdwn.ts';
import { isAbove } from '../../order/amounts/covered.ts';
import type { DocumentCopy } from '../../order/effect.ts';
import type { Order } from '../../order/order.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import type { Version } from '../../order/version.ts';
import { type TypedCode, writtenCode } from '../../verification.ts';
import { eitherOf } from '../../words/list.ts';
import { stateText } from '../../words/state.ts';
import type { Words } from '../../words/words.ts';
import { decider } from './entry/entry.ts';
import { fileFacts, pdfLink } from './lists.ts';
import { type Message, message, words as sentence } from './message.ts';

/** A document that the app has issued. `documents`: of all versions of its order and of this copy, as its reader finds them in Slack. */
export interface Issued {
  readonly order: Order;
  readonly version: Version;
  readonly copy: DocumentCopy;
  readonly documents: readonly (DocumentRef | PricedDocumentRef)[];
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
export function genuineCode(issued: Issued, maySee: boolean, words: Words): Message {
  const { order, version, documents } = issued;
  const say = words.verify;
  const pdf = documents.find((one) => one.version === version.n);
  const compare =
    maySee && pdf ? say.compare({ pdf: pdfLink(pdf, words), file: fileFacts(pdf, words) }) : say.askToCompare;
  const facts = factsOf(issued, maySee, words).join('\n');
  return sentence([say.genuine({ facts }), compare, ...(maySee ? [stateOf(order, words)] : [])].join('\n'));
}

/** The answer to a code that no issued document has, whether or not there is such an order. `gaps`: as the store knows them. */
export function notGenuine(typed: TypedCode, gaps: readonly Gap[], words: Words): Message {
  const say = words.verify;
  const code = writtenCode(typed);
  const first =
    gaps.length > 0 ? say.notGenuineUnless({ code, spans: spansOf(gaps, words) }) : say.notGenuine({ code });
  return sentence([first, say.checkCharacters].join('\n'));
}

/** The answer to the code of a document whose version somebody has changed in the database since: what it says now is not what was issued. */
export const alteredRecord = (typed: TypedCode, { verify }: Words): Message =>
  sentence(verify.altered({ code: writtenCode(typed) }));

/** The answer to something that is no code at all. */
export function unreadableCode(typed: string, { verify }: Words): Message {
  const what = typed ? [verify.notACode({ typed: clip(escaped(typed), 80) })] : [];
  return sentence([...what, verify.noCode].join(' '));
}

/** Times of which the records are lost: of what was issued then, nothing is known. */
const spansOf = (gaps: readonly Gap[], words: Words): string =>
  eitherOf(
    gaps.map(({ from, until }) =>
      words.verify.span({
        from: date(Math.floor(from / 1000), words),
        until: date(Math.floor(until / 1000), words),
      }),
    ),
    words,
  );

/** The answer about the files of a message. `gaps`: as the store knows them. */
export function judgedFiles(files: readonly JudgedFile[], gaps: readonly Gap[], words: Words): Message {
  if (files.length === 0) return sentence(words.verify.noFile);
  const lines = files.map((file) => lineOf(file, gaps, words));
  return message(
    lines.join('\n\n'),
    lines.map((line) => section(line)),
  );
}

function lineOf({ name, found }: JudgedFile, gaps: readonly Gap[], words: Words): string {
  const say = words.verify.file;
  const file = clip(escaped(name), 120);
  switch (found.kind) {
    case 'genuine': {
      const { issued, maySee } = found;
      const facts = [...factsOf(issued, maySee, words), ...(maySee ? [stateOf(issued.order, words)] : [])];
      return say.genuine({ file, facts: facts.join('\n') });
    }
    case 'unknown':
      return gaps.length > 0 ? say.unknownUnless({ file, spans: spansOf(gaps, words) }) : say.unknown({ file });
    case 'no PDF':
      return say.noPdf({ file });
    case 'too large':
      return say.tooLarge({ file });
    case 'gone':
      return say.gone({ file });
    case 'not now':
      return say.notNow({ file });
  }
}

/**
 * Which document it is, whether it is the newest, and who approved, also what it costs above that. The title, and who signed it for the client,
 * only for those who may see the order.
 */
function factsOf(issued: Issued, maySee: boolean, words: Words): string[] {
  const { order, version, copy } = issued;
  const say = words.verify;
  const { approval, accepted = [], signed } = version;
  const it = { order: orderNumber(order.number), version: version.n, date: date(version.at, words) };
  return [
    maySee ? say.versionTitle({ ...it, title: escaped(clip(version.content.title, 150)) }) : say.version(it),
    ...(copy === 'work' ? [say.workCopy] : []),
    currency(issued, maySee, words),
    say.approved({ name: decider(approval, words), date: date(approval.at, words) }),
    ...accepted.map((one) => say.extraAccepted({ name: decider(one, words), date: date(one.at, words) })),
    ...(isAbove(version) ? [say.extraNotAccepted] : []),
    ...(maySee && signed
      ? [say.signed({ name: escaped(clip(signed.name, 120)), version: signed.version, date: date(signed.at, words) })]
      : []),
  ];
}

/** Whether it is the newest version. */
function currency({ order, version, documents }: Issued, maySee: boolean, words: Words): string {
  const say = words.verify;
  const newest = order.latest ?? version;
  if (newest.n === version.n) return say.current;
  const later = documents.find((one) => one.version === newest.n);
  const by = { version: newest.n, date: date(newest.at, words) };
  return maySee && later ? say.supersededPdf({ ...by, pdf: pdfLink(later, words) }) : say.superseded(by);
}

const stateOf = (order: Order, words: Words): string => words.verify.state({ state: stateText(order, words) });
