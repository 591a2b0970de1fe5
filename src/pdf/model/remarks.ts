import type { Version } from '../../order/version.ts';
import { plainText } from '../fonts/plain-text.ts';
import type { Printer } from '../print.ts';
import { earlierStatements, standsBelow } from './earlier-statements.ts';

/**
 * The closing note, and what the client said, with what they signed under even if less is said later: their latest word first, what they
 * said before it as that, and what they said in earlier versions. A comment on the approval is for the crew, not for the client.
 */
export function remarksOf(version: Version, versions: readonly Version[], print: Printer) {
  const { kind, closure, signed } = version;
  const { work, signature } = print.words.document;
  const { acceptance } = closure ?? {};
  const [refusal, typed] = [
    plainText(acceptance?.kind === 'refused' ? acceptance.reason : ''),
    plainText((acceptance?.kind === 'accepted' && acceptance.reservations) || ''),
  ];
  const drawn = standsBelow(version) ? '' : plainText(signed?.reservations ?? '');
  const isSigned = kind === 'signature';
  const later = isSigned
    ? { title: signature.reservations, text: drawn }
    : refusal
      ? { title: signature.refusedBecause, text: refusal }
      : { title: signature.reservations, text: typed || drawn };
  const earlier = isSigned
    ? refusal
      ? { title: signature.refusedEarlierBecause, text: refusal }
      : { title: signature.reservationsEarlier, text: typed }
    : { title: signature.reservationsEarlier, text: drawn };
  return [
    { title: work.closingNote, text: plainText(closure?.note ?? '') },
    later,
    ...(earlier.text === later.text ? [] : [earlier]),
    { title: signature.earlier.title, text: earlierStatements(version, versions, print) },
  ].filter(({ text }) => text !== '');
}
