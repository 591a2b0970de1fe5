import type { DraftKey, Store } from '../db/ports.ts';
import type { Action, Actor, Order } from './order/order.ts';
import { decide, type NewOrder, type Policy, type Refusal } from './order/workflow.ts';
import type { Settings } from './settings.ts';

/** What became of an action. `repeated`: this very form was accepted before, nothing more was done. */
export type Acted =
  | { readonly kind: 'accepted'; readonly order: Order }
  | { readonly kind: 'repeated'; readonly order: Order }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly order: Order | undefined };

export interface Act {
  readonly team: string;
  /** An order that exists, or the id that a new one is to get. */
  readonly order: { readonly id: string; readonly isNew: boolean };
  readonly action: Action;
  /** Who acts, given the order as it was just loaded: roles are looked at afresh on every try. */
  readonly actor: (order: Order | undefined) => Actor;
  /** What the workspace's settings say, as they were read for this action. */
  readonly policy: Policy;
  readonly key: string;
  readonly spentDraft: DraftKey | null;
}

export interface Orders {
  /** The one door that changes an order: load → decide → commit → nudge. Throws only on faults. */
  act(act: Act): Promise<Acted>;
}

/** How often a decision is taken again because somebody else was faster; each loser means another winner. */
const TRIES = 20;

/** Opens that door. `nudge` wakes the outbox once something is owed; `now` is in milliseconds. */
export function createOrders(deps: { store: Store; nudge: () => void; now: () => number }): Orders {
  const { store, nudge, now } = deps;
  return {
    async act({ team, order: { id, isNew }, action, actor, policy, key, spentDraft }) {
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const known = isNew ? undefined : await store.order(team, id);
        if (!isNew && !known) throw new Error(`no order ${id} in workspace ${team}`);
        const before: Order | NewOrder = known ?? { state: 'new', team, id };
        // The history goes on, also when the computer's clock was put back.
        const at = Math.max(Math.floor(now() / 1000), known?.entries.at(-1)?.at ?? 0);
        const by = actor(known);
        const undecided = isNew ? await undecidedOf(store, team, by.id, policy) : 0;
        const decision = decide(before, action, { actor: by, at, key, policy, undecided });
        if (decision.kind === 'refused') {
          // The last one that fitted, sent twice, is no more than it was.
          const accepted = isNew ? await store.orderByKey(team, key) : undefined;
          if (accepted) return { kind: 'repeated', order: accepted };
          return { kind: 'refused', refusal: decision.refusal, order: known };
        }
        if (decision.kind === 'repeated') return { kind: 'repeated', order: decision.order };
        const { order, entry, version, effects } = decision;
        const committed = await store.commit({ order, entry, version, effects, spentDraft, now: now() });
        if (committed.kind === 'repeated') return { kind: 'repeated', order: committed.order };
        if (committed.kind === 'saved') {
          nudge();
          return { kind: 'accepted', order: committed.order };
        }
      }
      throw new Error(`order ${id} changed ${TRIES} times under one action`);
    },
  };
}

/** How many of this person's orders wait for a decision; counted no further than the policy asks. */
export async function undecidedOf(
  store: Pick<Store, 'list'>,
  team: string,
  person: string,
  { undecidedPerPerson: limit }: Policy,
): Promise<number> {
  const states = ['submitted', 'changes_requested'] as const;
  return (await store.list(team, { person, role: 'requester', states, limit })).length;
}

/** The part of the settings that decides. */
export function policyOf(settings: Settings): Policy {
  const { company, document, channel, approval } = settings;
  return {
    allowOwnApproval: approval.allowOwn,
    undecidedPerPerson: approval.undecidedPerPerson,
    archiveAfterDays: channel.archiveAfterDays,
    timeZone: document.timeZone,
    issuer: {
      ...company,
      pageSize: document.pageSize,
      locale: document.locale,
      accentColor: document.accentColor,
    },
  };
}
