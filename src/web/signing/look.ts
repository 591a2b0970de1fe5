import type { Store } from '../../../db/ports.ts';
import { type Member, mayAskToSign } from '../../order/permissions.ts';
import type { Orders } from '../../orders.ts';
import { type Standing, standingOf } from './standing.ts';
import { hashOf, isToken, keyOf } from './tokens.ts';

/** A workspace that is served here. */
export interface Served {
  /** What changes its orders. */
  readonly orders: Orders;
  /** Somebody in it as Slack last described them, with what the settings give them now; Slack is not asked first. */
  asLastSeen(person: string): Promise<Member | undefined>;
}

/** What links are looked up with. `now`: milliseconds. */
export interface LookDeps {
  readonly store: Pick<Store, 'signingLink' | 'order' | 'accepted'>;
  readonly now: () => number;
  /** Undefined for a workspace that is not served here. */
  readonly served: (team: string) => Served | undefined;
}

/** A link with how things stand with it. */
export interface Looked {
  readonly hash: string;
  readonly orders: Orders | undefined;
  /** Who gave it to the client; '' where nobody is known. */
  readonly askedBy: string;
  readonly standing: Standing;
}

/** How things stand with the link of a token, whatever somebody takes for one. Changes nothing. */
export async function look({ store, now, served }: LookDeps, token: string): Promise<Looked> {
  const hash = isToken(token) ? hashOf(token) : '';
  const link = hash === '' ? undefined : await store.signingLink(hash);
  const workspace = link && served(link.team);
  if (!link || !workspace) return { hash, orders: undefined, askedBy: '', standing: { kind: 'unknown' } };
  const [order, accepted, person] = await Promise.all([
    store.order(link.team, link.order),
    store.accepted(link.team, keyOf(hash)),
    workspace.asLastSeen(link.person),
  ]);
  const mayAsk = person !== undefined && order !== undefined && mayAskToSign(person, order);
  return {
    ...{ hash, orders: workspace.orders, askedBy: link.person },
    standing: standingOf({ link, order, mayAsk, entry: accepted?.entry, now: Math.floor(now() / 1000) }),
  };
}
