import type { SigningLink } from '../../../db/ports.ts';
import type { Entry } from '../../order/action.ts';
import type { Order } from '../../order/order.ts';
import { rules } from '../../order/rules.ts';
import { basisOf } from '../../order/signing/signature.ts';
import type { Version } from '../../order/version.ts';

/** How things stand with a link for signing. */
export type Standing =
  | { readonly kind: 'unknown' }
  /** It was signed at this very link, which made this version. */
  | { readonly kind: 'accepted'; readonly order: Order; readonly version: number; readonly entry: Entry }
  | { readonly kind: 'expired'; readonly order: Order }
  /** The order as it stands was signed at another link. */
  | { readonly kind: 'signed'; readonly order: Order; readonly latest: Version }
  /** The order takes no signature now. */
  | { readonly kind: 'closed'; readonly order: Order }
  /** `changed`: it is not the version any more that the link was made for. */
  | { readonly kind: 'open'; readonly order: Order; readonly latest: Version; readonly changed: boolean };

/** What is known of a link. `entry`: what was signed at it. */
interface Known {
  readonly link: SigningLink | undefined;
  readonly order: Order | undefined;
  readonly entry: Entry | undefined;
  /** Seconds. */
  readonly now: number;
}

/** How things stand. What was signed stays so for ever; what has expired is not told apart by what the order says since. */
export function standingOf({ link, order, entry, now }: Known): Standing {
  if (!link || !order) return { kind: 'unknown' };
  if (entry?.version) return { kind: 'accepted', order, version: entry.version, entry };
  if (now >= link.expires) return { kind: 'expired', order };
  const { latest } = order;
  if (!latest || !rules.sign.from.includes(order.state)) return { kind: 'closed', order };
  if (latest.kind === 'signature') return { kind: 'signed', order, latest };
  return { kind: 'open', order, latest, changed: basisOf(latest) !== link.version };
}
