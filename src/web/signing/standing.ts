import type { KeptSigningLink } from '../../../db/ports.ts';
import type { Entry } from '../../order/action.ts';
import type { Order } from '../../order/order.ts';
import { rules } from '../../order/rules.ts';
import { basisOf, isReopened } from '../../order/signing/signature.ts';
import type { Version } from '../../order/version.ts';

/** How things stand with a link for signing. */
export type Standing =
  | { readonly kind: 'unknown' }
  /** It was signed at this very link, which made this version; its document can be had here `until` then (seconds; 0: not any more). */
  | { readonly kind: 'accepted'; readonly order: Order; readonly version: number; readonly until: number }
  /** Somebody said so, made another link, or may not give the client one any more. */
  | { readonly kind: 'withdrawn'; readonly order: Order }
  | { readonly kind: 'expired'; readonly order: Order }
  /** The order as it stands was signed at another link. */
  | { readonly kind: 'signed'; readonly order: Order; readonly latest: Version }
  /** Work goes on, and there is nothing yet of what it comes to: the next version can be signed here. */
  | { readonly kind: 'reopened'; readonly order: Order; readonly latest: Version }
  /** The order takes no signature now. */
  | { readonly kind: 'closed'; readonly order: Order }
  /** `changed`: it is not the version any more that the link was made for. */
  | { readonly kind: 'open'; readonly order: Order; readonly latest: Version; readonly changed: boolean };

/** What is known of a link. `entry`: what was signed at it; `mayAsk`: whether who made it may still make one. */
interface Known {
  readonly link: KeptSigningLink | undefined;
  readonly order: Order | undefined;
  readonly entry: Entry | undefined;
  readonly mayAsk: boolean;
  /** Seconds. */
  readonly now: number;
}

/** How things stand. What was signed stays so for ever; what has expired is not told apart by what the order says since. */
export function standingOf({ link, order, entry, mayAsk, now }: Known): Standing {
  if (!link || !order) return { kind: 'unknown' };
  const isOver = now >= link.expires;
  if (entry?.version) {
    // Who signed was promised their copy: a link for what comes later takes nothing from them.
    return { kind: 'accepted', order, version: entry.version, until: isOver ? 0 : link.expires };
  }
  if (link.withdrawn || !mayAsk) return { kind: 'withdrawn', order };
  if (isOver) return { kind: 'expired', order };
  const { latest } = order;
  if (!latest || !rules.sign.from.includes(order.state)) return { kind: 'closed', order };
  if (latest.kind === 'signature') return { kind: 'signed', order, latest };
  if (isReopened(order)) return { kind: 'reopened', order, latest };
  return { kind: 'open', order, latest, changed: basisOf(latest) !== link.version };
}
