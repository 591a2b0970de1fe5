import { itemsDiffer } from '../order/items.ts';
import { orderNumber, type Party, type Version, type WholeOrder } from '../order/order.ts';
import { priorityWords } from '../order/words.ts';
import type { Logo } from '../pictures/logo.ts';
import type { NotPrinted, Photos } from '../pictures/photo.ts';
import { plainLine, plainText } from './fonts/plain-text.ts';
import { itemTables, totalsBlock } from './item-tables.ts';
import { filesAndPhotos } from './model/attachments.ts';
import { changeLists, historyOf } from './model/change-list.ts';
import { type PrintedEntry, reopeningsIn } from './model/reopenings.ts';
import { signaturesOf } from './model/signatures.ts';
import { unprintedNote } from './model/unprinted.ts';
import { REASON_WORDS } from './model/words.ts';
import { type Printer, printerOf } from './print.ts';

/** The part of an order that a version's document is made of: nothing that changes later. */
export type Printed = Pick<WholeOrder, 'team' | 'id' | 'number' | 'versions'> & {
  readonly entries: readonly PrintedEntry[];
};

/**
 * What a document shows besides what its version says: photos by the id of their file, or why they are not printed; the logo
 * of the version's issuer; and the code by which it is known again (`SO-000123-2-7F3K-9QXM-2PDA`).
 */
export interface Besides {
  readonly photos?: Photos;
  readonly notPrinted?: NotPrinted;
  readonly logo?: Logo | null;
  readonly code?: string;
}

/**
 * Everything the document of version `n` prints. Depends on the order's number and its versions up to `n` alone, so
 * that the same version with the same pictures and code prints the same for ever. Throws a RangeError when there is no
 * such version.
 */
export function documentModel(order: Printed, n: number, besides: Besides = {}) {
  const model = contentOf(order, n, besides);
  return { ...model, unprinted: unprintedNote(model) };
}

/** Everything one document prints, already in words: what the template lays out without knowing an order. */
export type DocumentModel = ReturnType<typeof documentModel>;

/** A label and what stands under it; never empty. */
export interface Field {
  readonly label: string;
  readonly value: string;
}

/** What a document prints, but for the characters that it cannot. */
export type Content = ReturnType<typeof contentOf>;

function contentOf(order: Printed, n: number, besides: Besides) {
  const { photos = new Map(), notPrinted = new Map(), logo = null, code = '' } = besides;
  const versions = order.versions.filter((version) => version.n <= n);
  const version = versions.at(-1);
  const approved = versions[0];
  if (version?.n !== n || !approved) throw new RangeError(`${orderNumber(order.number)} has no version ${n}.`);

  const print = printerOf(version);
  const { content, issuer } = version;
  const notPerformed = version.closure?.outcome === 'not_performed';
  const reported = version.kind !== 'original';
  const compared = reported && !(notPerformed && versions.every(({ report }) => report === null));
  const tables = { approved, version, compared, notPerformed };
  const heading = { ...headingOf(order, version, approved, print), code };
  return {
    pageSize: issuer.pageSize,
    /** `#rrggbb` of headings and rules; '' is the template's own. */
    accent: issuer.accentColor ?? '',
    /** The PDF's own properties. `createdAt` is in UNIX seconds. */
    metadata: {
      title: `${heading.title} ${heading.number}, version ${n}`,
      author: plainLine(issuer.name),
      subject: plainLine(`${content.title} – ${content.client}`),
      keywords: [heading.number, `version ${n}`, heading.title, heading.state].join(', '),
      // The document's own words are English, whatever way its numbers are written.
      language: /^en\b/i.test(issuer.locale) ? issuer.locale : 'en',
      createdAt: version.at,
    },
    heading,
    provider: { logo, name: plainLine(issuer.name), lines: providerLines(version) },
    /** The job's title. */
    subject: plainLine(content.title),
    /** Why the job was not carried out; null on every other document. */
    notice: notPerformed ? noticeOf(version) : null,
    client: clientFields(version),
    job: jobFields(version, versions, print),
    people: peopleFields(version),
    description: plainText(content.description),
    work: versions.flatMap((one) => workEntries(one, print)),
    remarks: remarksOf(version),
    items: itemTables(tables, print),
    totals: totalsBlock(tables, print),
    /** Against the version before, then against the approved order; each version after the first has at least one. */
    changes: changeLists(versions, print),
    history: historyOf(versions, reopeningsIn(order.entries), print),
    ...filesAndPhotos(versions, { photos, notPrinted }, print),
    signatures: signaturesOf(version, print),
  };
}

function headingOf(order: Printed, version: Version, approved: Version, print: Printer) {
  return {
    title: version.kind === 'original' ? 'Service order' : 'Service report',
    number: orderNumber(order.number),
    version: `Version ${version.n}`,
    issued: print.dateTime(version.at),
    ...stateOf(version, approved),
  };
}

function stateOf(version: Version, approved: Version): { state: string; tone: 'open' | 'done' | 'stopped' } {
  if (version.kind === 'original') return { state: 'Approved', tone: 'open' };
  if (version.kind === 'confirmation' && !version.final) return { state: 'In progress', tone: 'open' };
  const differs = itemsDiffer(approved.content.items, version.content.items);
  const outcome = version.closure?.outcome ?? (differs ? 'with_changes' : 'as_ordered');
  if (outcome === 'not_performed') return { state: 'Not performed', tone: 'stopped' };
  return { state: outcome === 'as_ordered' ? 'Completed as ordered' : 'Completed with changes', tone: 'done' };
}

function noticeOf({ closure }: Version) {
  return {
    title: 'This job was not performed',
    reason: closure?.reasonCode ? REASON_WORDS[closure.reasonCode] : '',
    text: plainText(closure?.explanation ?? ''),
  };
}

function providerLines({ issuer }: Version): string[] {
  const taxId = plainLine(issuer.taxId);
  const contact = [plainLine(issuer.phone), plainLine(issuer.email)].filter(Boolean).join(' · ');
  return [...plainText(issuer.address).split('\n'), contact, taxId && `Tax ID ${taxId}`].filter(Boolean);
}

const clientFields = ({ content }: Version): Field[] =>
  filled([
    ['Client', plainLine(content.client)],
    ['Service location', plainText(content.location)],
    ['Contact on site', plainLine(content.contact)],
    ['Client reference', plainLine(content.clientReference)],
  ]);

function jobFields(version: Version, versions: readonly Version[], print: Printer): Field[] {
  const { content, plannedStart, closure } = version;
  const reports = versions.flatMap(({ report }) => (report ? [report] : []));
  const ended = closure?.endedAt ?? null;
  const starts = reports.map((report) => report.startedAt);
  const ends = [...reports.map((report) => report.endedAt), ...(ended === null ? [] : [ended])];
  const worked = starts.length > 0 ? print.period(Math.min(...starts), Math.max(...ends)) : '';
  return filled([
    ['Priority', priorityWords[content.priority]],
    ['Requested', print.period(content.requestedStart, content.requestedEnd)],
    ['Planned start', plannedStart === null ? '' : print.dateTime(plannedStart)],
    ['Work carried out', worked],
    [
      closure?.outcome === 'not_performed' ? 'Visit ended' : 'Work ended',
      worked || ended === null ? '' : print.dateTime(ended),
    ],
  ]);
}

function peopleFields({ requester, coordinator, crew }: Version): Field[] {
  const names = (people: readonly Party[]) => people.map((person) => plainLine(person.name)).filter(Boolean);
  return filled([
    ['Requested by', plainLine(requester.name)],
    ['Coordinator', coordinator ? plainLine(coordinator.name) : ''],
    [crew.length === 1 ? 'Field worker' : 'Field workers', names(crew).join(', ')],
  ]);
}

function workEntries({ n, by, at, report }: Version, print: Printer) {
  if (!report) return [];
  return [
    {
      title: [`Version ${n}`, plainLine(by.name), `reported ${print.dateTime(at)}`].filter(Boolean).join(' · '),
      period: print.period(report.startedAt, report.endedAt),
      text: plainText(report.workDone),
      reason: plainText(report.reason),
    },
  ];
}

/** The closing note; a comment on the approval is for the crew, not for the client. */
function remarksOf({ closure }: Version) {
  const text = plainText(closure?.note ?? '');
  return text === '' ? [] : [{ title: 'Closing note', text }];
}

const filled = (pairs: readonly (readonly [label: string, value: string])[]): Field[] =>
  pairs.flatMap(([label, value]) => (value === '' ? [] : [{ label, value }]));
