import type { Version } from '../../order/order.ts';
import { plainLine } from '../fonts/plain-text.ts';
import type { Printer } from '../print.ts';

/** Who approved, who reported or closed, and the client's word where it was asked for. */
export function signaturesOf(version: Version, print: Printer) {
  const { approval } = version;
  const signed = plainLine(approval.signature) || plainLine(approval.by.name);
  const known = plainLine(approval.by.name);
  return [
    {
      role: 'Approved by',
      name: signed || '–',
      facts: [known && known !== signed ? `${known}, supervisor` : 'Supervisor', print.dateTime(approval.at)],
    },
    ...reporterOf(version, print),
    ...acceptanceOf(version, print),
  ];
}

function reporterOf(version: Version, print: Printer) {
  if (version.kind === 'original') return [];
  const confirmed = version.final ? 'Reported and closed by' : 'Reported by';
  const role = version.kind === 'closing' ? 'Closed by' : confirmed;
  return [
    {
      role,
      name: plainLine(version.by.name) || '–',
      facts: [...capacityOf(version), print.dateTime(version.at)],
    },
  ];
}

/** What the reporter is to the order, where it says so. */
function capacityOf({ by, crew, coordinator, supervisor }: Version): string[] {
  if (by.kind === 'client') return ['Client'];
  if (crew.some((worker) => worker.id === by.id)) return ['Field worker'];
  if (coordinator?.id === by.id) return ['Coordinator'];
  return supervisor.id === by.id ? ['Supervisor'] : [];
}

function acceptanceOf({ closure, content, at, by }: Version, print: Printer) {
  if (!closure?.acceptance) return [];
  const client = plainLine(content.client);
  if (closure.acceptance.kind === 'unavailable')
    return [{ role: 'Client acceptance', name: 'Client not available', facts: [print.dateTime(at)] }];
  const name = plainLine(closure.acceptance.name) || '–';
  const facts = [
    ...(client && client !== name ? [`for ${client}`] : []),
    ...(by.kind === 'client' ? [] : [`Name entered by ${plainLine(by.name) || '–'}`]),
    print.dateTime(at),
  ];
  return [{ role: 'Accepted by the client', name, facts }];
}
