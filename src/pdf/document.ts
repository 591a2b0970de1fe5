import { isAbove } from '../order/amounts/covered.ts';
import { itemsDiffer } from '../order/amounts/items.ts';
import type { DocumentCopy } from '../order/effect.ts';
import type { WholeOrder } from '../order/order.ts';
import type { Party } from '../order/people.ts';
import { orderNumber } from '../order/text/order-number.ts';
import type { Version } from '../order/version.ts';
import type { Logo } from '../pictures/logo.ts';
import type { NotPrinted, Photos } from '../pictures/photo.ts';
import { addressOfCode, placeOfCodes } from '../verification.ts';
import { wordsOf } from '../words/issued.ts';
import { listOf } from '../words/list.ts';
import type { Words } from '../words/words.ts';
import { plainLine, plainText } from './fonts/plain-text.ts';
import { itemTables, totalsBlock } from './item-tables.ts';
import { filesAndPhotos } from './model/attachments.ts';
import { changeLists, historyOf } from './model/change-list.ts';
import { extraOf } from './model/extra-cost.ts';
import { hoursTable } from './model/hours.ts';
import { ownAnswersOf } from './model/own-answers.ts';
import { remarksOf } from './model/remarks.ts';
import { type PrintedEntry, reopeningsIn } from './model/reopenings.ts';
import { signaturesOf, signedVersion } from './model/signatures.ts';
import { unprintedNote } from './model/unprinted.ts';
import { type Printer, printerOf } from './print.ts';

/** The part of an order that a version's document is made of: nothing that changes later. */
export type Printed = Pick<WholeOrder, 'team' | 'id' | 'number' | 'versions'> & {
  readonly entries: readonly PrintedEntry[];
};

/**
 * What a document shows besides what its version says: photos by the id of their file, or why they are not printed; the logo
 * of the version's issuer; the code by which it is known again (`SO-000123-2-7F3K-9QXM-2PDA`); and which copy it is: a work
 * copy says so in its title, and is made of an order without prices.
 */
export interface Besides {
  readonly photos?: Photos;
  readonly notPrinted?: NotPrinted;
  readonly logo?: Logo | null;
  readonly code?: string;
  readonly copy?: DocumentCopy;
}

/**
 * Everything the document of version `n` prints. Depends on the order's number and its versions up to `n` alone, so
 * that the same version with the same pictures and code prints the same for ever. Throws a RangeError when there is no
 * such version. `words`: whose words it is in, the language that the version was issued in when left out.
 */
export function documentModel(order: Printed, n: number, besides: Besides = {}, words?: Words) {
  const model = contentOf(order, n, besides, words);
  return { ...model, unprinted: unprintedNote(model, model.words) };
}

/** Everything one document prints, already in words: what the template lays out without knowing an order. */
export type DocumentModel = ReturnType<typeof documentModel>;

/** The words of a document's own, whatever it is about. */
export type DocumentWords = Words['document'];

/** A label and what stands under it; never empty. */
export interface Field {
  readonly label: string;
  readonly value: string;
}

/** What a document prints, but for the characters that it cannot. */
export type Content = ReturnType<typeof contentOf>;

/** The same without the characters that no font has. */
export function contentOf(order: Printed, n: number, besides: Besides, inWords?: Words) {
  const { photos = new Map(), notPrinted = new Map(), logo = null, code = '', copy = 'priced' } = besides;
  const versions = order.versions.filter((version) => version.n <= n);
  const version = versions.at(-1);
  const approved = versions[0];
  if (version?.n !== n || !approved) throw new RangeError(`${orderNumber(order.number)} has no version ${n}.`);

  const { content, issuer } = version;
  const words = inWords ?? wordsOf(issuer);
  const print = printerOf(version, words);
  const notPerformed = version.closure?.outcome === 'not_performed';
  // What was signed is what it was before.
  const shown = signedVersion(version, versions);
  const reported = shown.kind !== 'original';
  const compared = reported && !(notPerformed && versions.every(({ report }) => report === null));
  const tables = { approved, version, compared, notPerformed };
  const heading = {
    ...headingOf(order, version, { approved, shown, copy }, print),
    code,
    ...checkedWhere(version, code, print.words),
  };
  return {
    /** What stands on any document of its language. */
    words: words.document,
    pageSize: issuer.pageSize,
    /** `#rrggbb` of headings and rules; '' is the template's own. */
    accent: issuer.accentColor ?? '',
    /** The PDF's own properties. `createdAt` is in UNIX seconds. */
    metadata: {
      title: words.document.fileTitle({ title: heading.title, number: heading.number, version: String(n) }),
      author: plainLine(issuer.name),
      subject: plainLine(`${content.title} – ${content.client}`),
      keywords: [heading.number, heading.version, heading.title, heading.state].join(', '),
      language: words.locale,
      createdAt: version.at,
    },
    heading,
    provider: { logo, name: plainLine(issuer.name), lines: providerLines(version, words) },
    /** The job's title. */
    subject: plainLine(content.title),
    /** Why the job was not carried out; null on every other document. */
    notice: notPerformed ? noticeOf(version, words) : null,
    /** What it costs above what was approved; null where nothing waits for an approval. */
    extra: extraOf(version, print),
    client: clientFields(version, copy, words),
    job: jobFields(version, versions, print),
    people: peopleFields(version, words),
    description: plainText(content.description),
    own: ownAnswersOf(version, words),
    work: versions.flatMap((one) => workEntries(one, print)),
    remarks: remarksOf(version, versions, print),
    items: itemTables(tables, print),
    hours: hoursTable(version, print),
    totals: totalsBlock(tables, print),
    /** Against the version before, then against the approved order; each version after the first has at least one. */
    changes: changeLists(versions, print),
    history: historyOf(versions, reopeningsIn(order.entries), print),
    ...filesAndPhotos(versions, { photos, notPrinted }, print),
    signatures: signaturesOf(version, versions, print),
    /** The provider's own; '' for none. */
    terms: plainText(issuer.terms ?? ''),
  };
}

/** The command that checks a code in Slack. */
const VERIFY = '/service-order verify';

/** What the QR code says, and how the code beside it is checked: by anybody, or by those in Slack. */
function checkedWhere({ issuer }: Version, code: string, { document: words }: Words) {
  const { verifyAt } = issuer;
  return verifyAt === undefined
    ? { scanned: code, howToCheck: words.checkInSlack({ command: VERIFY }) }
    : { scanned: addressOfCode(verifyAt, code), howToCheck: words.checkAt({ place: placeOfCodes(verifyAt) }) };
}

function headingOf(
  order: Printed,
  version: Version,
  { approved, shown, copy }: { approved: Version; shown: Version; copy: DocumentCopy },
  print: Printer,
) {
  const { document: words } = print.words;
  const isReport = shown.kind !== 'original';
  const plain = isReport ? words.title.report : words.title.order;
  const title = copy === 'work' ? words.workCopy({ title: plain }) : plain;
  const number = orderNumber(order.number);
  return {
    title,
    number,
    named: words.named({ title, number }),
    isReport,
    version: words.version({ version: String(version.n) }),
    issued: words.issued({ when: print.dateTime(version.at) }),
    ...stateOf({ ...version, kind: shown.kind }, approved, print.words),
  };
}

function stateOf(
  version: Version,
  approved: Version,
  words: Words,
): { state: string; tone: 'open' | 'done' | 'stopped' } {
  if (version.kind === 'original') return { state: words.document.state.approved, tone: 'open' };
  if (version.kind !== 'closing' && !version.final)
    return {
      state: isAbove(version) ? words.order.stage.extra_cost : words.document.state.inProgress,
      tone: 'open',
    };
  const differs = itemsDiffer(approved.content.items, version.content.items);
  const outcome = version.closure?.outcome ?? (differs ? 'with_changes' : 'as_ordered');
  return { state: words.order.outcome[outcome], tone: outcome === 'not_performed' ? 'stopped' : 'done' };
}

function noticeOf({ closure }: Version, { document: { notPerformed }, order }: Words) {
  return {
    title: notPerformed.title,
    reason: closure?.reasonCode ? notPerformed.reason({ reason: order.reason[closure.reasonCode] }) : '',
    text: plainText(closure?.explanation ?? ''),
  };
}

function providerLines({ issuer }: Version, { document: words }: Words): string[] {
  const taxId = plainLine(issuer.taxId);
  const contact = [plainLine(issuer.phone), plainLine(issuer.email)].filter(Boolean).join(' · ');
  return [...plainText(issuer.address).split('\n'), contact, taxId && words.taxId({ taxId })].filter(Boolean);
}

/** How the client pays is between them and the office: it is on no work copy. */
function clientFields({ content }: Version, copy: DocumentCopy, { document: { field } }: Words): Field[] {
  const { taxId = '', address = '', paymentNotes = '' } = content.clientOnFile ?? {};
  return filled([
    [field.client, plainLine(content.client)],
    [field.clientTaxId, plainLine(taxId)],
    [field.billingAddress, plainText(address)],
    [field.location, plainText(content.location)],
    [field.contact, plainLine(content.contact)],
    [field.reference, plainLine(content.clientReference)],
    [field.paymentNotes, copy === 'work' ? '' : plainText(paymentNotes)],
  ]);
}

function jobFields(version: Version, versions: readonly Version[], print: Printer): Field[] {
  const { content, plannedStart, closure } = version;
  const {
    document: { field },
    order,
  } = print.words;
  const reports = versions.flatMap(({ report }) => (report ? [report] : []));
  const ended = closure?.endedAt ?? null;
  const starts = reports.map((report) => report.startedAt);
  const ends = [...reports.map((report) => report.endedAt), ...(ended === null ? [] : [ended])];
  const worked = starts.length > 0 ? print.period(Math.min(...starts), Math.max(...ends)) : '';
  return filled([
    [field.type, plainLine(content.type?.name ?? '')],
    [field.priority, order.priority[content.priority]],
    [field.requested, print.period(content.requestedStart, content.requestedEnd)],
    [field.plannedStart, plannedStart === null ? '' : print.dateTime(plannedStart)],
    [field.worked, worked],
    [
      closure?.outcome === 'not_performed' ? field.visitEnded : field.workEnded,
      worked || ended === null ? '' : print.dateTime(ended),
    ],
  ]);
}

function peopleFields({ requester, coordinator, crew }: Version, words: Words): Field[] {
  const { field } = words.document;
  const names = (people: readonly Party[]) => people.map((person) => plainLine(person.name)).filter(Boolean);
  return filled([
    [field.requestedBy, plainLine(requester.name)],
    [field.coordinator, coordinator ? plainLine(coordinator.name) : ''],
    [field.fieldWorkers({ count: crew.length }), listOf(names(crew), words)],
  ]);
}

function workEntries({ n, by, at, report }: Version, print: Printer) {
  if (!report) return [];
  const { work } = print.words.document;
  return [
    {
      title: work.reported({ version: String(n), name: plainLine(by.name) || '–', when: print.dateTime(at) }),
      period: work.worked({ period: print.period(report.startedAt, report.endedAt) }),
      text: plainText(report.workDone),
      reason: plainText(report.reason),
    },
  ];
}

const filled = (pairs: readonly (readonly [label: string, value: string])[]): Field[] =>
  pairs.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]));
