import type { Order } from '../order.ts';
import type { Version } from '../version.ts';

/** What the client signed outside Slack, and how. Texts that are missing were not said. */
export interface Signature {
  /** The version that they were shown; the one after it holds the signature. */
  readonly version: number;
  readonly at: number;
  readonly name: string;
  readonly position?: string;
  readonly reservations?: string;
  /** The hand as it was drawn (see `isDrawing`), kept with the version of the signature alone. */
  readonly drawing?: string;
  /** Whether it was drawn; missing: they signed with their typed name. */
  readonly drawn?: true;
}

/** The box that a drawing is in, in its own units. */
export const DRAWING_BOX = { width: 600, height: 200 } as const;
/** The longest drawing, characters: some two thousand points. */
export const MAX_DRAWING = 16_000;
/** A shorter line is no signature, but a touch. */
const SHORTEST = 40;

/** Lines of whole numbers, nothing else that a path may say. */
const PATH = /^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})*)+$/;

/** Whether a text is a drawing: lines inside the box, as `M12 30L14 31L20 35M40 12L41 12`, no shorter than a hand makes them. */
export function isDrawing(text: string): boolean {
  if (text.length > MAX_DRAWING || !PATH.test(text)) return false;
  let length = 0;
  for (const stroke of text.split('M').slice(1)) {
    const points = stroke.split('L').map((point) => point.split(' ').map(Number));
    for (const [index, [x = 0, y = 0]] of points.entries()) {
      if (x > DRAWING_BOX.width || y > DRAWING_BOX.height) return false;
      const [beforeX = x, beforeY = y] = points[index - 1] ?? [];
      length += Math.hypot(x - beforeX, y - beforeY);
    }
  }
  return length >= SHORTEST;
}

/** The version whose content this one has: a signature changes nothing, and what builds on the version before builds on it as well. */
export const basisOf = ({ n, kind, signed }: Pick<Version, 'n' | 'kind' | 'signed'>): number =>
  kind === 'signature' && signed ? signed.version : n;

/** The client's signature of the order as it stands; undefined where they have not signed it so. */
export const signatureOn = ({ latest }: Pick<Order, 'latest'>): Signature | undefined =>
  latest?.kind === 'signature' ? latest.signed : undefined;

/** Whether the order was reopened, and no work has been reported since: what its latest version says has ended goes on. */
export const isReopened = ({ latest, state }: Pick<Order, 'latest' | 'state'>): boolean =>
  state === 'approved' && latest?.final === true;

/**
 * The signature that still says what the client thinks of the order: of its latest version, also where nothing but an approval of extra
 * cost has come after it; undefined once the order was reopened.
 */
export function standingSignature(order: Pick<Order, 'latest' | 'state'>): Signature | undefined {
  const { latest } = order;
  if (!latest?.signed || isReopened(order)) return undefined;
  const { kind, n, signed } = latest;
  // The version that was signed, the signature, the approval.
  const approvedSince = kind === 'extra_cost' && n === signed.version + 2;
  return kind === 'signature' || approvedSince ? signed : undefined;
}

/** The signature as later versions have it. */
export function withoutDrawing({ drawing, ...signature }: Signature): Signature {
  return signature;
}
