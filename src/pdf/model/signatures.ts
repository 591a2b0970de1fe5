import { totals } from '../../order/amounts/money.ts';
import { basisOf } from '../../order/signing/signature.ts';
import type { Acceptance, Approval, Version } from '../../order/version.ts';
import { plainLine } from '../fonts/plain-text.ts';
import type { Printer } from '../print.ts';

/** What one of them stands for, their name, and what there is to know of it. */
interface Block {
  readonly role: string;
  readonly name: string;
  readonly facts: readonly string[];
  /** Whether it is the client's word. */
  readonly ofClient?: true;
  /** Lines in a box of `DRAWING_BOX`, as a path. */
  readonly drawing?: string;
}

/** Approvals of extra cost that are printed with names, the last ones; the history of versions has them all. */
const MAX_ACCEPTED = 4;

/** Who approved, who accepted extra cost, who reported or closed, and the client's word where it was asked for. */
export function signaturesOf(version: Version, versions: readonly Version[], print: Printer): Block[] {
  const { approval, accepted = [] } = version;
  const words = print.words.document.signature;
  // Whose work it is that was accepted.
  const shown = signedVersion(version, versions);
  const work = shown.kind === 'extra_cost' ? (versions.findLast(({ report }) => report !== null) ?? shown) : shown;
  const reported = { ...work, final: shown.final, closure: shown.closure };
  const signed = signatureOf(version, print);
  return [
    approvalBlock(words.approvedBy, approval, versions, print),
    ...accepted.slice(-MAX_ACCEPTED).map((one) => approvalBlock(words.extraBy, one, versions, print)),
    ...reporterOf(reported, print),
    // The client's latest word comes first, and what they said before it is said to be older.
    ...(version.kind === 'signature'
      ? [...signed, ...acceptanceOf(reported, print, { earlier: true })]
      : [...acceptanceOf(reported, print, { earlier: false }), ...signed]),
  ];
}

/** The version that a signature signs; any other itself. */
export const signedVersion = (version: Version, versions: readonly Version[]): Version =>
  versions.find(({ n }) => n === basisOf(version)) ?? version;

/** What the client signed themselves, which version and when; the hand as they drew it stands on the document of that alone. */
function signatureOf({ kind, signed, content }: Version, print: Printer): Block[] {
  if (!signed) return [];
  const words = print.words.document.signature;
  const current = kind === 'signature';
  const version = String(signed.version);
  const name = plainLine(signed.name) || '–';
  const [position, client] = [plainLine(signed.position ?? ''), plainLine(content.client)];
  const reserved = plainLine(signed.reservations ?? '') !== '';
  return [
    {
      role: reserved ? words.signedWithReservations : words.signedBy,
      name,
      facts: [
        ...(position ? [position] : []),
        ...(client && client !== name ? [words.forClient({ client })] : []),
        signed.drawn ? words.drawn : words.typed,
        current ? words.signedVersion({ version }) : words.signedOlder({ version }),
        print.dateTime(signed.at),
      ],
      ofClient: true,
      ...(current && signed.drawing !== undefined ? { drawing: signed.drawing } : {}),
    },
  ];
}

function approvalBlock(role: string, approval: Approval, versions: readonly Version[], print: Printer) {
  const words = print.words.document.signature;
  const made = madeBy(approval, versions);
  const known = plainLine(approval.by.name);
  const signed = plainLine(approval.signature) || known;
  return {
    role,
    name: signed || '–',
    facts: [
      ...decidedAs(approval, { known: known === signed ? '' : known, made }, words),
      print.dateTime(approval.at),
      ...amountOf(approval, made, print),
    ],
  };
}

/** The version that an approval has made. */
const madeBy = ({ at }: Approval, versions: readonly Version[]): Version | undefined =>
  versions.find((one) => one.at >= at);

/**
 * What the one who approved was to the order, where it was its supervisor or decided for them; with their name in Slack where they signed with
 * another.
 */
function decidedAs(
  { by, for: supervisor }: Approval,
  { known, made }: { readonly known: string; readonly made: Version | undefined },
  words: Printer['words']['document']['signature'],
) {
  if (supervisor) return [...(known ? [known] : []), words.substituteFor({ name: plainLine(supervisor.name) || '–' })];
  // An admin, and who was asked when nobody answered, decide as well.
  if (made && made.supervisor.id !== by.id) return known ? [known] : [];
  return [known ? words.knownSupervisor({ name: known }) : words.supervisor];
}

/** What an approval approves, and up to which amount it covers the order; nothing where nothing has a price. `made`: the version that it made. */
function amountOf({ amount, covers = 0 }: Approval, made: Version | undefined, print: Printer): string[] {
  const { approved, covered, upTo } = print.words.document.signature;
  if (amount === undefined || covers === 0) return [];
  if (made && totals(made.content).net < amount) return [upTo({ covers: print.money(covers) })];
  const said = { amount: print.money(amount), covers: print.money(covers) };
  return [covers === amount ? approved(said) : covered(said)];
}

function reporterOf(version: Version, print: Printer) {
  if (version.kind === 'original') return [];
  const words = print.words.document.signature;
  const confirmed = version.final ? words.reportedAndClosedBy : words.reportedBy;
  return [
    {
      role: version.kind === 'closing' ? words.closedBy : confirmed,
      name: plainLine(version.by.name) || '–',
      facts: [...capacityOf(version, print), print.dateTime(version.at)],
    },
  ];
}

/** What the reporter is to the order, where it says so. */
function capacityOf({ by, crew, coordinator, supervisor }: Version, print: Printer): string[] {
  const { field, signature } = print.words.document;
  if (by.kind === 'client') return [field.client];
  if (crew.some((worker) => worker.id === by.id)) return [signature.fieldWorker];
  if (coordinator?.id === by.id) return [field.coordinator];
  return supervisor.id === by.id ? [signature.supervisor] : [];
}

/** The client's word as it was typed. `earlier`: they have signed since, so that nothing is said of nobody having been there. */
function acceptanceOf(
  { closure, content, at, by }: Version,
  print: Printer,
  { earlier }: { readonly earlier: boolean },
): Block[] {
  if (!closure?.acceptance) return [];
  const words = print.words.document.signature;
  const client = plainLine(content.client);
  const { acceptance } = closure;
  if (acceptance.kind === 'unavailable')
    return earlier
      ? []
      : [{ role: words.acceptance, name: words.clientNotAvailable, facts: [print.dateTime(at)], ofClient: true }];
  const name = plainLine(acceptance.name) || '–';
  const position = plainLine(acceptance.position ?? '');
  const facts = [
    ...(position ? [position] : []),
    ...(client && client !== name ? [words.forClient({ client })] : []),
    ...(by.kind === 'client' ? [] : [words.enteredBy({ name: plainLine(by.name) || '–' })]),
    print.dateTime(at),
  ];
  return [{ role: words[roleOf(acceptance, earlier)], name, facts, ofClient: true }];
}

/** What a client's typed word is called. */
function roleOf(acceptance: Exclude<Acceptance, { kind: 'unavailable' }>, earlier: boolean) {
  if (acceptance.kind === 'refused') return earlier ? 'refusedEarlier' : 'refusedBy';
  const reserved = plainLine(acceptance.reservations ?? '') !== '';
  if (earlier) return reserved ? 'acceptedEarlierWithReservations' : 'acceptedEarlier';
  return reserved ? 'acceptedWithReservations' : 'acceptedBy';
}
