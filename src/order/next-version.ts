import type { Action } from './action.ts';
import { coveredWith, extraCostOf } from './amounts/covered.ts';
import { changesBetween } from './amounts/items.ts';
import { totals } from './amounts/money.ts';
import { type Attachment, type Content, filesBesides } from './content.ts';
import { type Order, photoCount } from './order.ts';
import { type Lacking, lackingToClose, mergedAnswers, type OwnForm } from './own-fields.ts';
import type { Actor, Author, Party } from './people.ts';
import { maySettle } from './permissions.ts';
import { decidedFor } from './progress/asked.ts';
import type { Progress } from './progress/progress.ts';
import type { DecisionContext } from './refusal.ts';
import { standingSignature, withoutDrawing } from './signing/signature.ts';
import { type Approval, type Closure, photosOf, type Version } from './version.ts';
import type { Started } from './workflow.ts';

/** The actor as the history names them. */
export const authorOf = ({ id, name, kind }: Actor): Author => ({ id, name, ...(kind ? { kind } : {}) });

/** The version that an accepted action makes of the order, if it makes one. */
export function versionOf(order: Started, action: Action, circumstances: DecisionContext): Version | null {
  const { actor, at, policy } = circumstances;
  const made = versionMadeBy(action, order);
  if (!made) return null;
  if (!order.approval) throw new Error(`order ${order.id} makes a version without an approval`);
  const before = order.latest;
  const accepted = acceptedBy(order, action, circumstances);
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
    ...(accepted.length > 0 ? { accepted } : {}),
    ...signedWith(order, action, at),
    issuer: policy.issuer,
  };
}

/** What the client signs with an action, or signed before it. */
function signedWith({ latest }: Started, action: Action, at: number): Pick<Version, 'signed'> {
  if (action.type !== 'sign') return latest?.signed ? { signed: withoutDrawing(latest.signed) } : {};
  const { type, base, drawing, askedBy, ...said } = action;
  return { signed: { version: base, at, ...said, ...(drawing === undefined ? {} : { drawing, drawn: true }) } };
}

/**
 * The approval of an order as it is submitted: of what it costs, or of the amount that the form says.
 * Of extra cost: `acceptanceOf`.
 */
export function approvalOf(
  order: Pick<Order, 'state' | 'content' | 'supervisor' | 'progress'>,
  { signature, comment, upTo }: Extract<Action, { type: 'approve' }>,
  circumstances: DecisionContext,
): Approval {
  const { content } = order;
  const amount = upTo ?? totals(content).net;
  const covers = upTo ?? coverageOf(amount, content, circumstances);
  const { actor, at } = circumstances;
  return { by: partyOf(actor), ...decidedFor(order, actor.id), at, signature, comment, amount, covers };
}

const partyOf = ({ id, name }: Actor): Party => ({ id, name });

const coverageOf = (amount: number, content: Content, { actor, policy }: DecisionContext): number =>
  coveredWith(amount, content, policy, actor.limit);

/** The approvals of extra cost once an action is accepted: one that accepts it, or is taken by somebody who may accept it, adds its own. */
function acceptedBy(order: Started, action: Action, circumstances: DecisionContext): readonly Approval[] {
  const before = order.latest?.accepted ?? [];
  const accepts = action.type === 'accept_extra' || action.type === 'accept_final';
  const confirms = action.type === 'confirm_partial' || action.type === 'confirm_final';
  if (!extraCostOf(order) || !(accepts || (confirms && maySettle(order, circumstances)))) return before;
  const { actor, at } = circumstances;
  const amount = totals(order.content).net;
  const covers = coverageOf(amount, order.content, circumstances);
  return [
    ...before,
    { by: partyOf(actor), ...decidedFor(order, actor.id), at, signature: actor.name, comment: '', amount, covers },
  ];
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

function versionMadeBy(
  action: Action,
  started: Started,
): Pick<Version, 'kind' | 'final' | 'report' | 'closure'> | undefined {
  const { progress } = started;
  const made = madeBy(action, started);
  if (!made) return undefined;
  const { report, closure } = made;
  // Work that was reported shows its photos; a closing without a report shows them itself.
  if (report) return { ...made, report: withAdded(report, progress) };
  return closure ? { ...made, closure: withAdded(closure, progress) } : made;
}

/** The same with the photos that were added before, each once. */
const withAdded = <R extends { readonly photos: readonly Attachment[] }>(of: R, { photos = [] }: Progress): R =>
  photos.length === 0 ? of : { ...of, photos: [...filesBesides(of.photos, photos), ...of.photos] };

function madeBy(
  action: Action,
  { progress, latest, state }: Started,
): Pick<Version, 'kind' | 'final' | 'report' | 'closure'> | undefined {
  switch (action.type) {
    case 'approve':
      return { kind: 'original', final: false, report: null, closure: null };
    case 'confirm_partial':
      return { kind: 'confirmation', final: false, report: action.report, closure: null };
    case 'confirm_final':
      return { kind: 'confirmation', final: true, report: action.report, closure: action.closure ?? null };
    case 'accept_extra':
      return { kind: 'extra_cost', final: false, report: null, closure: null };
    case 'accept_final':
      return { kind: 'extra_cost', final: true, report: null, closure: progress.question?.closing ?? null };
    case 'sign': {
      // How the order ended, while it has.
      const ended = state === 'completed' ? latest?.closure : undefined;
      const closure = ended ? { ...ended, photos: [] } : null;
      return { kind: 'signature', final: state === 'completed', report: null, closure };
    }
    case 'close':
    case 'close_not_performed':
      return { kind: 'closing', final: true, report: null, closure: action.closure };
    default:
      return undefined;
  }
}

/** The forms whose own fields an action answers: a confirmation that ends its order, or was to, also answers those of the closing. */
export function askedBy(action: Pick<Action, 'type'> & { readonly closure?: Closure }): readonly OwnForm[] {
  switch (action.type) {
    case 'confirm_partial':
      return action.closure ? ['confirm', 'close'] : ['confirm'];
    case 'confirm_final':
      return ['confirm', 'close'];
    case 'close':
      return ['close'];
    default:
      return [];
  }
}

/** A content with the answers that an action brings. */
export function withAnswers(content: Content, action: Action): Content {
  const { type, own, ...rest } = content;
  if (!type || !('own' in action)) return content;
  const answers = mergedAnswers(type, own, action.own, askedBy(action));
  return { ...rest, type, ...(answers.length > 0 ? { own: answers } : {}) };
}

/** The same for an action that closes the order as performed. */
export function lackingFor(
  order: Pick<Order, 'content' | 'photos' | 'progress' | 'latest' | 'state'>,
  action: Action,
): Lacking | undefined {
  if (action.type !== 'confirm_final' && action.type !== 'close') return undefined;
  const { content } = order;
  const { closure } = action;
  const reported = action.type === 'confirm_final' ? action.report.photos : [];
  return lackingToClose(content.type, {
    own: withAnswers(content, action).own,
    photos: photoCount(order) + reported.length + (closure?.photos.length ?? 0),
    accepted: closure?.acceptance?.kind === 'accepted' || (action.type === 'close' && !!standingSignature(order)),
  });
}
