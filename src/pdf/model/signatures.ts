import type { Version } from '../../order/version.ts';
import { plainLine } from '../fonts/plain-text.ts';
import type { Printer } from '../print.ts';

/** Who approved, who reported or closed, and the client's word where it was asked for. */
export function signaturesOf(version: Version, print: Printer) {
  const { approval } = version;
  const words = print.words.document.signature;
  const known = plainLine(approval.by.name);
  const signed = plainLine(approval.signature) || known;
  return [
    {
      role: words.approvedBy,
      name: signed || '–',
      facts: [
        known && known !== signed ? words.knownSupervisor({ name: known }) : words.supervisor,
        print.dateTime(approval.at),
      ],
    },
    ...reporterOf(version, print),
    ...acceptanceOf(version, print),
  ];
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

function acceptanceOf({ closure, content, at, by }: Version, print: Printer) {
  if (!closure?.acceptance) return [];
  const words = print.words.document.signature;
  const client = plainLine(content.client);
  if (closure.acceptance.kind === 'unavailable')
    return [{ role: words.acceptance, name: words.clientNotAvailable, facts: [print.dateTime(at)] }];
  const name = plainLine(closure.acceptance.name) || '–';
  const facts = [
    ...(client && client !== name ? [words.forClient({ client })] : []),
    ...(by.kind === 'client' ? [] : [words.enteredBy({ name: plainLine(by.name) || '–' })]),
    print.dateTime(at),
  ];
  return [{ role: words.acceptedBy, name, facts }];
}
