import type { Version } from '../../order/version.ts';
import type { Words } from '../../words/words.ts';
import { plainText } from '../fonts/plain-text.ts';

/**
 * The closing note, and what the client said, with what they signed under even if less is said later: their latest word first, what they
 * said before it as that. A comment on the approval is for the crew, not for the client.
 */
export function remarksOf({ kind, closure, signed }: Version, { document: { work, signature } }: Words) {
  const { acceptance } = closure ?? {};
  const [refusal, typed] = [
    plainText(acceptance?.kind === 'refused' ? acceptance.reason : ''),
    plainText((acceptance?.kind === 'accepted' && acceptance.reservations) || ''),
  ];
  const drawn = plainText(signed?.reservations ?? '');
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
  ].filter(({ text }) => text !== '');
}
