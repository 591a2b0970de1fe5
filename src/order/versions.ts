import { changesBetween } from './items.ts';
import { type Action, type Actor, type Author, type Order, photosOf, type Version } from './order.ts';
import type { DecisionContext, Started } from './workflow.ts';

/** The actor as the history names them. */
export const authorOf = ({ id, name, kind }: Actor): Author => ({ id, name, ...(kind ? { kind } : {}) });

/** The version that an accepted action makes of the order, if it makes one. */
export function versionOf(order: Started, action: Action, { actor, at, policy }: DecisionContext): Version | null {
  const made = versionMadeBy(action);
  if (!made) return null;
  if (!order.approval) throw new Error(`order ${order.id} makes a version without an approval`);
  const before = order.latest;
  return {
    n: (before?.n ?? 0) + 1,
    ...made,
    content: order.content,
    changes: before ? changesBetween(before.content.items, order.content.items, order.content.decimals) : [],
    by: authorOf(actor),
    at,
    // One order, one zone: times must not seem to change from version to version.
    timeZone: policy.timeZone || before?.timeZone || actor.timeZone,
    requester: order.requester,
    supervisor: order.supervisor,
    coordinator: order.coordinator,
    crew: order.crew,
    plannedStart: order.plannedStart,
    approval: order.approval,
    issuer: policy.issuer,
  };
}

/** What an order says of its versions once it has this one. */
export function withVersion(
  order: Pick<Order, 'approvedItems' | 'lastReport' | 'photos'>,
  version: Version,
): Pick<Order, 'latest' | 'approvedItems' | 'lastReport' | 'photos'> {
  const { n, content, report } = version;
  return {
    latest: version,
    approvedItems: order.approvedItems ?? content.items,
    lastReport: report ? { version: n, endedAt: report.endedAt } : order.lastReport,
    photos: [...order.photos, ...photosOf(version)],
  };
}

function versionMadeBy(action: Action): Pick<Version, 'kind' | 'final' | 'report' | 'closure'> | undefined {
  switch (action.type) {
    case 'approve':
      return { kind: 'original', final: false, report: null, closure: null };
    case 'confirm_partial':
      return { kind: 'confirmation', final: false, report: action.report, closure: null };
    case 'confirm_final':
      return { kind: 'confirmation', final: true, report: action.report, closure: action.closure ?? null };
    case 'close':
    case 'close_not_performed':
      return { kind: 'closing', final: true, report: null, closure: action.closure };
    default:
      return undefined;
  }
}
