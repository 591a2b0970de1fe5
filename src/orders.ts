import type { DraftKey, Store } from '../db/ports.ts';
import { adminsListed, type GroupMembers, supervisorsOf } from './office/authority.ts';
import { clocksOf } from './office/clocks.ts';
import type { Action } from './order/action.ts';
import type { Content } from './order/content.ts';
import type { Order } from './order/order.ts';
import type { Actor } from './order/people.ts';
import type { Policy } from './order/policy.ts';
import type { NewOrder, Refusal } from './order/refusal.ts';
import type { Issuer } from './order/version.ts';
import { decide } from './order/workflow.ts';
import type { Settings } from './settings.ts';
import { languageOf, spoken } from './words/languages.ts';

/** What became of an action. `repeated`: this very form was accepted before, nothing more was done. */
type Acted =
  | { readonly kind: 'accepted'; readonly order: Order }
  | { readonly kind: 'repeated'; readonly order: Order }
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly order: Order | undefined };

export interface Act {
  /** The order as it was read for this action, or the one that is to be; read again only where somebody was faster. */
  readonly order: Order | NewOrder;
  readonly action: Action;
  /** What the workspace's settings say, as they were read for this action. */
  readonly policy: Policy;
  /** How many orders of the one who acts wait for a decision, as it was read for this action; asked for by a new one. */
  readonly undecided?: number;
  /** Who acts, given the order as it is decided on: roles are read again on every try. */
  readonly actor: (order: Order | undefined) => Actor;
  /** See `DecisionContext`. */
  readonly catalogue?: ReadonlyMap<string, string>;
  readonly key: string;
  readonly spentDraft: DraftKey | null;
}

export type Orders = ReturnType<typeof createOrders>;

/** How often a decision is taken again because somebody else was faster; each loser means another winner. */
const TRIES = 20;

/**
 * `nudge` wakes the outbox once something is owed; `now` is in milliseconds; `verifyAt`: where documents that are issued from now on
 * say that their code can be looked up.
 */
export function createOrders({
  store,
  nudge,
  now,
  verifyAt,
}: {
  readonly store: Store;
  readonly nudge: () => void;
  readonly now: () => number;
  readonly verifyAt?: string | undefined;
}) {
  const issuedBy = (issuer: Issuer, content: Content): Issuer => ({
    ...issuerFor(issuer, content),
    ...(verifyAt === undefined ? {} : { verifyAt }),
  });
  return {
    /** The one door that changes an order: decide → commit → nudge. Throws only on faults. */
    async act({
      order: asRead,
      action,
      policy,
      undecided = 0,
      actor,
      catalogue = new Map(),
      key,
      spentDraft,
    }: Act): Promise<Acted> {
      const { team, id } = asRead;
      let before = asRead;
      for (let attempt = 0; attempt < TRIES; attempt++) {
        const known = before.state === 'new' ? undefined : before;
        // The history goes on, also when the system clock was set back.
        const at = Math.max(Math.floor(now() / 1000), known?.lastEntry.at ?? 0);
        const by = actor(known);
        const decision = decide(before, action, {
          ...{ actor: by, at, key, undecided, catalogue },
          policy: known ? { ...policy, issuer: issuedBy(policy.issuer, known.content) } : policy,
        });
        if (decision.kind === 'refused') {
          // Sent twice, the second finds the order as the first has left it, and is no more than it was.
          const accepted = await store.accepted(team, key);
          const order = accepted && (await store.order(team, accepted.order));
          if (order) return { kind: 'repeated', order };
          return { kind: 'refused', refusal: decision.refusal, order: known };
        }
        const { order, entry, version, effects } = decision;
        const committed = await store.commit({ order, entry, version, effects, spentDraft, now: now() });
        if (committed.kind === 'repeated') return { kind: 'repeated', order: committed.order };
        if (committed.kind === 'saved') {
          nudge();
          return { kind: 'accepted', order: committed.order };
        }
        before = (await store.order(team, id)) ?? asRead;
      }
      throw new Error(`order ${id} changed ${TRIES} times under one action`);
    },
  };
}

/**
 * The provider as a document for this client prints it: in the client's language where one is on file, with the company's own
 * numbers and dates where they are of that language.
 */
export function issuerFor(issuer: Issuer, { clientOnFile }: Pick<Content, 'clientOnFile'>): Issuer {
  const language = languageOf(clientOnFile?.language);
  if (!language) return issuer;
  const isOwn = languageOf(issuer.locale) === language;
  return { ...issuer, language, locale: isOwn ? issuer.locale : spoken(language).locale };
}

/** The part of the settings that decides. `groups`: who is in the user groups that they name. */
export function policyOf(settings: Settings, groups: GroupMembers = new Map()): Policy {
  const { company, document, channel, approval, workspace } = settings;
  return {
    allowOwnApproval: approval.allowOwn,
    undecidedPerPerson: approval.undecidedPerPerson,
    archiveAfterDays: channel.archiveAfterDays,
    timeZone: document.timeZone,
    supervisors: supervisorsOf(settings, groups),
    limitCurrency: settings.money.currency,
    admins: adminsListed(settings, groups),
    pricedChannel: settings.prices.channel,
    tolerance: { percent: settings.changes.tolerance, amount: settings.changes.toleranceAmount },
    clocks: clocksOf(settings),
    issuer: {
      ...company,
      pageSize: document.pageSize,
      locale: document.locale,
      language: spoken(document.locale, workspace.locale).language,
      accentColor: document.accentColor,
      ...(document.terms === '' ? {} : { terms: document.terms }),
    },
  };
}
