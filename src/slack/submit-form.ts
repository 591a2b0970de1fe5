import { randomUUID } from 'node:crypto';
import type { ModalView } from '@slack/types';
import { accept } from '../forms/form.ts';
import { isOrderFormId } from '../forms/forms.ts';
import { formOfCallbackId } from '../forms/ids.ts';
import { ITEM_LIMITS, itemForm, itemFrom } from '../forms/item.ts';
import { pageAfter } from '../forms/modal.ts';
import { changeLines } from '../forms/review.ts';
import { changesBetween, rebaseItems } from '../order/items.ts';
import type { Item, Source } from '../order/order.ts';
import type { Refusal } from '../order/workflow.ts';
import type { Deps } from './deps.ts';
import { freshDraft, type KeptDraft } from './drafts.ts';
import {
  actorOf,
  drawPage,
  mistakes,
  type Session,
  startSession,
  typedTexts,
  withPeople,
  withState,
} from './form-session.ts';
import { decodeItem, decodePage, type PageMetadata, searchIds } from './ids.ts';
import { type StateValues, teamOf, type ViewSubmission } from './payloads.ts';
import { redraw } from './redraw.ts';
import { searchSubmitted } from './search.ts';
import { notice } from './views/notice.ts';
import { refusalText } from './views/refusal.ts';

/** What Slack is answered with when a modal is submitted; {} closes it. */
export type SubmissionAck =
  | { readonly response_action?: undefined }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update'; readonly view: ModalView }
  | { readonly response_action: 'clear' };

/** The ack, and what is to be done once it is sent. */
export interface Submitted {
  readonly ack: SubmissionAck;
  readonly after?: () => Promise<void>;
}

const show = (view: ModalView): Submitted => ({ ack: { response_action: 'update', view } });
const say = (title: string, text: string, typed: readonly string[] = []): Submitted => show(notice(title, text, typed));

/** A modal was submitted: a page of a form, or the item editor. All of it is local work, a few milliseconds. */
export async function submitView(deps: Deps, payload: ViewSubmission): Promise<Submitted> {
  if (payload.view.callback_id === searchIds.modal) return searchSubmitted(deps, payload);
  const form = formOfCallbackId(payload.view.callback_id);
  if (form === itemForm.id) return submitItem(deps, payload);
  const metadata = decodePage(payload.view.private_metadata);
  if (form === undefined || !isOrderFormId(form) || !metadata) return outdated();
  const { o: order, m: source } = metadata;
  const session = await startSession(deps, { team: teamOf(payload), person: payload.user.id, form, order, source });
  if ('sorry' in session) return say('Service order', session.sorry);
  return deps.drafts.exclusively(session.draftKey, () => submitPage(deps, session, metadata, payload));
}

const outdated = (): Submitted =>
  say('Out of date', 'This form is from an older version of the app. Close it and open it again.');

async function submitPage(
  deps: Deps,
  session: Session,
  metadata: PageMetadata,
  payload: ViewSubmission,
): Promise<Submitted> {
  const state = payload.view.state?.values ?? {};
  const kept = await keptDraft(deps, session, metadata);
  if (!kept) return finished(deps, session, metadata, state);
  const typed = withState(session, { ...kept, page: metadata.p }, state, true);
  const ready = await withPeople(deps, session, typed);
  const next = pageAfter(ready.bound.form, typed.page, typed, ready.context);
  const { here, elsewhere } = mistakes(ready, typed, next === undefined);
  if (Object.keys(here).length > 0) {
    await keep(deps, session, withState(session, { ...kept, page: metadata.p }, state, false));
    return { ack: { response_action: 'errors', errors: here } };
  }
  if (next) {
    const moved = { ...typed, page: next.id, itemOffset: 0 };
    await keep(deps, session, moved);
    return show(drawPage(ready, moved, metadata.m));
  }
  if (elsewhere) {
    const moved = { ...typed, page: elsewhere.page };
    await keep(deps, session, moved);
    return show(
      drawPage(ready, moved, metadata.m, { notice: `Please mend this first.\n${elsewhere.sentences.join('\n')}` }),
    );
  }
  return send(deps, ready, typed, metadata, payload);
}

/** The whole form is in order: the action is taken. */
async function send(
  deps: Deps,
  session: Session,
  draft: KeptDraft,
  metadata: PageMetadata,
  payload: ViewSubmission,
): Promise<Submitted> {
  const { bound, context, team, order, draftKey } = session;
  const read = bound.read(draft, context, sourceOf(metadata));
  if ('errors' in read) return { ack: { response_action: 'errors', errors: { ...read.errors } } };
  const acting = deps.orders.act({
    team,
    order: order ? { id: order.id, isNew: false } : { id: randomUUID(), isNew: true },
    action: read.action,
    actor: actorOf(session),
    key: metadata.k,
    spentDraft: bound.form.drafted ? draftKey : null,
  });
  // Only what is not accepted needs its last page kept: two commits cost twice one, and the person waits for both.
  const acted = await acting.catch(async (fault: unknown) => {
    await keep(deps, session, draft);
    throw fault;
  });
  if (acted.kind === 'refused') {
    await keep(deps, session, draft);
    return refused(deps, session, draft, metadata, acted.refusal);
  }
  return { ack: payload.view.previous_view_id ? { response_action: 'clear' } : {} };
}

/** Somebody was faster, or may not: the form's author is told what happened, and keeps what they typed. */
async function refused(
  deps: Deps,
  session: Session,
  draft: KeptDraft,
  metadata: PageMetadata,
  refusal: Refusal,
): Promise<Submitted> {
  const order = session.order && (await deps.store.order(session.team, session.order.id));
  const text = refusalText(refusal, order);
  if (refusal.reason !== 'stale_version' || !order) return say('Not possible', text, typedTexts(session, draft));
  const before = order.versions.find(({ n }) => n === draft.base)?.content.items ?? [];
  const rebased: KeptDraft = {
    ...draft,
    base: refusal.latest.n,
    items: session.id === 'confirm' ? rebaseItems(before, draft.items, refusal.latest.content.items) : draft.items,
  };
  await keep(deps, session, rebased);
  const changes = changeLines(changesBetween(before, refusal.latest.content.items), session.context).slice(0, 10);
  const said = `${text} It changed:\n${changes.join('\n')}\nWhat you typed is on top of it now. Check it and send it again.`;
  const now = { ...session, order, context: { ...session.context, order } };
  return show(drawPage(now, rebased, metadata.m, { notice: said }));
}

/** The draft of this filling-in; forms that are not drafted have theirs in the modal itself. Undefined: used up. */
async function keptDraft(deps: Deps, session: Session, metadata: PageMetadata): Promise<KeptDraft | undefined> {
  const { form } = session.bound;
  if (form.drafted) {
    const kept = await deps.drafts.load(session.draftKey);
    return kept?.key === metadata.k ? kept : undefined;
  }
  const blank = { values: {}, items: [], base: 0, submission: metadata.s };
  return { ...freshDraft(blank, metadata.p), key: metadata.k };
}

const keep = async (deps: Deps, session: Session, draft: KeptDraft): Promise<void> => {
  if (session.bound.form.drafted) await deps.drafts.save(session.draftKey, draft);
};

/** The draft is gone: either this very form was accepted already, or it was begun afresh elsewhere. */
async function finished(deps: Deps, session: Session, metadata: PageMetadata, state: StateValues): Promise<Submitted> {
  if (await deps.store.orderByKey(session.team, metadata.k)) return { ack: {} };
  const blank = freshDraft({ values: {}, items: [], base: 0, submission: metadata.s }, metadata.p);
  const typed = withState(session, blank, state, false);
  return say(
    'Out of date',
    'This form was begun afresh somewhere else. Open it again to go on.',
    typedTexts(session, typed),
  );
}

async function submitItem(deps: Deps, payload: ViewSubmission): Promise<Submitted> {
  const metadata = decodeItem(payload.view.private_metadata);
  if (!metadata || !isOrderFormId(metadata.f)) return outdated();
  const { f: form, o: order, m: source, v: parentView, i: itemId } = metadata;
  const about = { team: teamOf(payload), person: payload.user.id, form, order, source };
  const session = await startSession(deps, about);
  if ('sorry' in session) return say('Service order', session.sorry);
  return deps.drafts.exclusively(session.draftKey, async () => {
    const draft = await keptDraft(deps, session, metadata);
    if (!draft) return say('Out of date', 'The form that this item belongs to was sent or begun afresh.');
    const editor = { values: editorValues(payload.view.state?.values ?? {}), items: [], base: 0, submission: 0 };
    const { answers, errors } = accept(itemForm, editor, session.context);
    if (Object.keys(errors).length > 0) return { ack: { response_action: 'errors', errors: { ...errors } } };
    const { kind, description, unit } = answers;
    if (kind === undefined || description === undefined || unit === undefined) return outdated();
    const item = itemFrom(
      { kind, description, unit, quantity: answers.quantity ?? 0, unitPrice: answers.unitPrice ?? null },
      itemId,
    );
    const known = draft.items.some(({ id }) => id === item.id);
    if (!known && draft.items.length >= ITEM_LIMITS.count)
      return say('Too many items', `An order has at most ${ITEM_LIMITS.count} items.`);
    const items: Item[] = known ? draft.items.map((one) => (one.id === item.id ? item : one)) : [...draft.items, item];
    const saved: KeptDraft = { ...draft, items, page: metadata.p, touched: true };
    await keep(deps, session, saved);
    return { ack: {}, after: () => redraw(deps, about, saved.key, parentView) };
  });
}

function editorValues(state: StateValues) {
  return Object.fromEntries(
    Object.entries(itemForm.fields).map(([name, field]) => [
      name,
      field.read(Object.values(state[name] ?? {})[0] ?? {}),
    ]),
  );
}

function sourceOf({ m }: PageMetadata): Source | null {
  const [channel, ts] = m.split(':');
  return channel && ts ? { channel, ts } : null;
}
