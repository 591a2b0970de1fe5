import { basisOf } from '../../order/signing/signature.ts';
import type { Version } from '../../order/version.ts';
import { plainLine, plainText } from '../fonts/plain-text.ts';
import type { Printer } from '../print.ts';

/**
 * What the client said in versions before this one, of which it shows nothing else: a signature that another one has followed, or
 * reservations of one since which they have said nothing; and their word on work that was closed before. Each with who said it, when,
 * with which reservations or why, and the version that has all of it; the oldest first. '' for nothing.
 */
export function earlierStatements(version: Version, versions: readonly Version[], print: Printer): string {
  const shown = basisOf(version);
  const repeated = standsBelow(version) ? undefined : version.signed?.version;
  const before = versions.filter(
    ({ n, kind, signed }) =>
      n < version.n && (kind === 'signature' ? repeated === undefined || signed?.version !== repeated : n !== shown),
  );
  return before.flatMap((one) => statementIn(one, print)).join('\n\n');
}

/** Whether an older signature's reservations are told with whose they are, since the client has said nothing of this version. */
export const standsBelow = ({ kind, closure, signed }: Version): boolean =>
  kind !== 'signature' && !closure?.acceptance && plainText(signed?.reservations ?? '') !== '';

function statementIn({ n, kind, at, signed, closure }: Version, print: Printer): string[] {
  const say = print.words.document.signature.earlier;
  const about = (name: string, when: number) => ({
    ...{ version: String(n), name: plainLine(name) || '–', when: print.dateTime(when) },
  });
  if (kind === 'signature' && signed) {
    const said = { ...about(signed.name, signed.at), signed: String(signed.version) };
    const text = plainText(signed.reservations ?? '');
    return [text === '' ? say.signed(said) : `${say.signedWithReservations(said)}\n${text}`];
  }
  const acceptance = kind === 'signature' ? null : closure?.acceptance;
  if (!acceptance || acceptance.kind === 'unavailable') return [];
  const said = about(acceptance.name, at);
  if (acceptance.kind === 'refused') return [`${say.refused(said)}\n${plainText(acceptance.reason)}`];
  const text = plainText(acceptance.reservations ?? '');
  return [text === '' ? say.accepted(said) : `${say.acceptedWithReservations(said)}\n${text}`];
}
