import { createHash } from 'node:crypto';
import type { PersonRecord } from '../../../db/ports.ts';
import { DOCUMENT_COPIES, type DocumentCopy } from '../../order/effect.ts';
import type { Order } from '../../order/order.ts';
import { type Member, maySee } from '../../order/permissions.ts';
import { readCode, type TypedCode } from '../../verification.ts';
import type { Deps } from '../deps.ts';
import { documentsFor } from '../documents-for.ts';
import type { Caller } from '../replies/open-views.ts';
import type { Shortcut } from '../transport/payloads.ts';
import type { Message } from '../views/card.ts';
import { words as sentence } from '../views/message.ts';
import {
  alteredRecord,
  type FileFound,
  genuineCode,
  type Issued,
  type JudgedFile,
  judgedFiles,
  notGenuine,
  unreadableCode,
} from '../views/verified.ts';
import { readersWords } from '../words-for.ts';

/** Files of one message that are looked at; Slack takes ten at once. */
const FILES = 10;
/** More bytes than any document has that the app issues. */
const LARGEST = 20_000_000;
/** Restores that an answer names, the newest. */
const GAPS = 3;

/** What a code on paper says about it. A wrong code and one of an order that is not there are answered alike. */
export async function verifyCode({ store }: Deps, person: PersonRecord & Member, typed: string): Promise<Message> {
  const words = readersWords(person, await store.settings(person.team));
  const code = readCode(typed);
  if (!code) return unreadableCode(typed, words);
  const order = await store.orderByNumber(person.team, code.number);
  const found = order && (await printedOn({ store }, order, code));
  const issued = order && found && (await issuedOf({ store }, person, order, { ...code, ...found }));
  if (!issued) return notGenuine(code, await store.gaps(GAPS), words);
  if (found?.intact === false) return alteredRecord(code, words);
  return genuineCode(issued, maySee(person, issued.order), words);
}

/** Tells privately whether the files of a message are documents as issued, and current. */
export async function verifyFiles(deps: Deps, caller: Caller, shortcut: Shortcut): Promise<void> {
  const person = await deps.people.find(caller.person);
  const settings = await deps.store.settings(deps.team);
  const words = readersWords(person, settings);
  if (!person) return deps.views.say(caller, sentence(words.forms.notice.unknownPerson));
  if (person.kind !== 'member' && person.kind !== 'guest')
    return deps.views.say(caller, sentence(words.verify.membersOnly));
  const judged: JudgedFile[] = [];
  // One after the other: each may be large.
  for (const file of (shortcut.message?.files ?? []).slice(0, FILES))
    judged.push({ name: file.name, found: await judgedFile(deps, person, file) });
  return deps.views.say(caller, judgedFiles(judged, await deps.store.gaps(GAPS), words));
}

type NamedFile = NonNullable<NonNullable<Shortcut['message']>['files']>[number];

async function judgedFile(deps: Deps, person: PersonRecord & Member, file: NamedFile): Promise<FileFound> {
  const { readFile, store } = deps;
  // Of a deleted file Slack says neither name nor type.
  const mayBePdf = ['application/pdf', 'application/octet-stream'].includes(file.mimetype) || /\.pdf$/i.test(file.name);
  if (!mayBePdf) return { kind: 'no PDF' };
  if (file.size > LARGEST) return { kind: 'too large' };
  const bytes = await readFile(file.fileId);
  if (typeof bytes === 'string') return { kind: bytes };
  if (!Buffer.from(bytes.subarray(0, 5)).equals(Buffer.from('%PDF-'))) return { kind: 'no PDF' };
  const known = await store.issuedAs(person.team, createHash('sha256').update(bytes).digest('hex'));
  const order = known && (await store.order(person.team, known.order));
  const issued = order && (await issuedOf(deps, person, order, known));
  return issued ? { kind: 'genuine', issued, maySee: maySee(person, issued.order) } : { kind: 'unknown' };
}

/** Which copy of a version has this code, and whether the version is still what the code was made of. */
async function printedOn({ store }: Pick<Deps, 'store'>, { team, id }: Order, { version, check }: TypedCode) {
  for (const copy of DOCUMENT_COPIES) {
    const printed = await store.printedCode(team, id, version, copy);
    if (printed?.check === check) return { copy, intact: printed.intact };
  }
  return undefined;
}

async function issuedOf(
  { store }: Pick<Deps, 'store'>,
  person: Member,
  order: Order,
  { version: n, copy }: { readonly version: number; readonly copy: DocumentCopy },
): Promise<Issued | undefined> {
  const { latest } = order;
  const version = n === latest?.n ? latest : await store.version(order.team, order.id, n);
  return version && { order, version, copy, documents: await documentsFor(store, person, order, copy) };
}
