import { randomUUID } from 'node:crypto';
import { withStandIn } from '../../absence.ts';
import { accept, type FormAnswers } from '../../forms/answers.ts';
import type { FormContext } from '../../forms/context.ts';
import { typedInto } from '../../forms/fields/user-input.ts';
import type { Form } from '../../forms/form.ts';
import { isOrderFormId, orderForms } from '../../forms/forms.ts';
import { formOfCallbackId } from '../../forms/ids.ts';
import { listedErrors } from '../../forms/item-list.ts';
import { pageAfter } from '../../forms/modal.ts';
import { nothingOnFile } from '../../forms/on-file.ts';
import { itemForm } from '../../forms/pages/item.ts';
import { hoursForm } from '../../forms/pages/on-site/hours.ts';
import { hasQuantities } from '../../forms/pages/on-site/quantities.ts';
import type { Refusal } from '../../order/refusal.ts';
import { basisOf } from '../../order/signing/signature.ts';
import type { Deps } from '../deps.ts';
import { type DraftUpdate, type KeptDraft, placeOf, seenIn } from '../drafts/drafts.ts';
import { publishHomeAgain } from '../home/home.ts';
import { notStarted, outdated, type Submitted, say, show } from '../replies/submitted.ts';
import type { ViewSubmission } from '../transport/payloads.ts';
import { decodePage, decodeSource, encodePage } from '../views/ids.ts';
import { othersFiles } from './brought.ts';
import { changeDraft } from './change-draft.ts';
import { forPage } from './for-page.ts';
import {
  aboutOf,
  actorOf,
  asSeen,
  inMoneyOf,
  type Session,
  type Sorry,
  startSession,
  withBases,
  withOrder,
  withPeople,
} from './form-session.ts';
import { withStart } from './form-start.ts';
import { submitHours } from './items/submit-hours.ts';
import { inactiveProblem, listProblem, submitItem } from './items/submit-item.ts';
import { begunDraft, issuedSince, onTop, refusedBy, waysFrom, whyRefused } from './meanwhile.ts';
import { cataloguePrices, turnOf } from './on-file/records.ts';
import { settled } from './on-file/settle.ts';
import { hasUnasked, isOutdated, mistakes, renderPage, sentencesOf } from './page.ts';
import { blankOf, type Sent, withState } from './page-state.ts';
import { withOffers } from './photos/offers.ts';
import { redraw } from './redraw.ts';
import { gone, sentAlready } from './sent-already.ts';

/** A modal was submitted: a page of a form, or the item editor. All of it is local work, a few milliseconds. */
export async function submitView(deps: Deps, payload: ViewSubmission): Promise<Submitted> {
  const form = formOfCallbackId(payload.view.callback_id);
  if (form === itemForm.id) return submitItem(deps, payload);
  if (form === hoursForm.id) return submitHours(deps, payload);
  const metadata = decodePage(payload.view.private_metadata);
  if (form === undefined || !isOrderFormId(form) || !metadata)
    return outdated(await deps.people.wordsOf(payload.user.id));
  const about = aboutOf(payload.user.id, form, metadata);
  const sent = { metadata, view: payload.view };
  const step = await (orderForms[form].form.drafted
    ? changeDraft<Step>(deps, about, {
        counted: true,
        sorry: (sorry) => ({ kind: 'sorry', sorry }),
        async work(session, kept) {
          const begun = await begunDraft(deps, session, kept, metadata);
          return begun ? takePage(deps, session, begun, sent) : { result: { kind: 'gone', session } };
        },
      })
    : startSession(deps, about, { counted: true }).then(async (session): Promise<Step> => {
        if ('sorry' in session) return { kind: 'sorry', sorry: session };
        const { result } = await takePage(deps, session, blankOf(metadata), sent);
        // What was accepted may be wrong now because of that: whose answer was lost sends it again.
        const isSent = result.kind !== 'send' && (await deps.store.accepted(deps.team, metadata.k));
        return isSent ? { kind: 'gone', session } : result;
      }));
  switch (step.kind) {
    case 'sorry':
      return notStarted(payload, step.sorry);
    case 'answer':
      return step.submitted;
    case 'gone':
      return gone(deps, step.session, sent);
    case 'refused':
      return refused(deps, step.session, step.draft, sent, step.refusal);
    case 'send':
      return send(deps, step, sent);
  }
}

/** What a page that was submitted comes to. */
type Step =
  | { readonly kind: 'answer'; readonly submitted: Submitted }
  | { readonly kind: 'sorry'; readonly sorry: Sorry }
  | { readonly kind: 'gone'; readonly session: Session }
  | { readonly kind: 'refused'; readonly session: Session; readonly draft: KeptDraft; readonly refusal: Refusal }
  | { readonly kind: 'send'; readonly draft: KeptDraft; readonly session: Session; readonly accepted: FormAnswers };

/**
 * Takes a page into the draft and looks what comes next. Does nothing else than to put on file what was added, so that it can be
 * done again.
 */
async function takePage(deps: Deps, started: Session, kept: KeptDraft, sent: Sent): Promise<DraftUpdate<Step>> {
  const { metadata, view } = sent;
  const session = await withBases(deps, started, kept.base, metadata.b);
  const place = { ...placeOf(kept, view.id, metadata.p), page: metadata.p };
  const taken = (files: boolean) => settled(deps, session, kept, withState(session, kept, { view, place, files }));
  const { session: known, draft: entered } = await taken(true);
  const finds = started.bound.form.pages.some(({ id, findsPhotos }) => id === place.page && findsPhotos);
  const typed = finds ? await withOffers(deps, known, entered) : entered;
  const asStarted = { ...started, context: { ...started.context, onFile: known.context.onFile ?? nothingOnFile } };
  const named = await withPeople(deps, known, typed);
  const { form } = named.bound;
  const { page } = named.context.words.forms;
  const next = pageAfter(form, place.page, typed, named.context)?.id;
  // Asked about once, with the review: what others submit from then on keeps nobody from sending theirs.
  const ready = await forPage(deps, named, typed, next);
  // Who may not send this form any more is told at the next page, not after the last.
  const early = form.drafted && next ? await refusedBy(deps, session) : undefined;
  const step = (result: Step, draft = typed): DraftUpdate<Step> => ({ draft, result });
  if (early) return step({ kind: 'refused', session: asStarted, draft: typed, refusal: early });
  const answer = (draft: KeptDraft, submitted: Submitted) => step({ kind: 'answer', submitted }, draft);
  // Their changes may have been put on a newer version in another window: then this one has to show it first.
  const since = issuedSince(session, metadata.b, typed.base);
  const goTo = (page: string, draft: KeptDraft, notice = since, asking = false) =>
    answer(seenIn(draft, { ...place, page, behind: [] }), showPage(deps, ready, draft, sent, { page, notice, asking }));

  const accepted = accept(form, typed, ready.context, next && place.page);
  const { here: wrong, elsewhere } = mistakes(ready, typed, place.page, accepted);
  const here = Object.keys(wrong).length > 0 ? wrong : await othersFiles(deps, session, view);
  if (Object.keys(here).length > 0) {
    const { draft } = await taken(false);
    const said = `${page.fixFirst}\n${sentencesOf(form, draft, here, ready.context).join('\n')}`;
    const { shown, hiddenAt } = listedErrors(draft, here);
    if (hiddenAt !== undefined) return goTo(place.page, { ...draft, itemOffset: hiddenAt }, said);
    // Where the page asks for something else since, or said that something else is wrong, it is shown as it is now.
    if (
      turnOf(draft.values) !== turnOf(kept.values) ||
      isOutdated(ready, draft, view, { names: Object.keys(here), said })
    )
      return goTo(place.page, draft, said);
    return answer(draft, { ack: { response_action: 'errors', errors: { ...shown } } });
  }
  const leaves = form.pages.some(({ id, items, decides }) => id === place.page && (items !== undefined || decides));
  if (next) return goTo(next, { ...(leaves ? takenOver(form, typed, ready.context) : typed), itemOffset: 0 });
  if (elsewhere) return goTo(elsewhere.page, typed, `${page.fixFirst}\n${elsewhere.sentences.join('\n')}`);
  if (since) return goTo(place.page, typed);
  const list = form.pages.find(({ items }) => items !== undefined);
  // Quantities that were typed in another window, and that nobody has looked at.
  if (list && form.listed && hasQuantities(typed)) return goTo(list.id, typed);
  const problem = list && (listProblem(typed, ready.context) ?? (await inactiveProblem(deps, ready, typed)));
  if (list && problem) return goTo(list.id, problem.draft, problem.text);
  if (hasUnasked(ready, typed, accepted, metadata)) {
    // Nobody is asked about what they may not do.
    const refusal = await refusedBy(deps, session);
    return refusal
      ? step({ kind: 'refused', session: asStarted, draft: typed, refusal })
      : goTo(place.page, typed, undefined, true);
  }
  // Not kept: when it is accepted the draft is used up, and the person would wait for two commits instead of one.
  return { result: { kind: 'send', draft: typed, session: ready, accepted } };
}

/** What leaving such a page makes of the draft; Slack forgets what its inputs had. */
function takenOver(form: Form, draft: KeptDraft, context: FormContext): KeptDraft {
  const taken = form.taken?.(draft, context) ?? draft;
  return taken === draft ? draft : { ...taken, generation: draft.generation + 1 };
}

/** Keeps the last page as well, when the form was not accepted. */
async function keepPage(deps: Deps, session: Session, sent: Sent): Promise<void> {
  if (!session.bound.form.drafted) return;
  await deps.drafts.change<void>(session.draftKey, async (kept) => {
    const begun = await begunDraft(deps, session, kept, sent.metadata);
    if (!begun) return { result: undefined };
    const { draft, result } = await takePage(deps, session, begun, sent);
    return { draft: result.kind === 'send' ? result.draft : draft, result: undefined };
  });
}

/** The whole form is in order: the action is taken. */
async function send(
  deps: Deps,
  { session, draft, accepted }: Extract<Step, { kind: 'send' }>,
  sent: Sent,
): Promise<Submitted> {
  const { metadata, view } = sent;
  const { bound, context, team, draftKey } = session;
  const read = bound.read(accepted, draft, context, decodeSource(metadata.m));
  if ('errors' in read) {
    await keepPage(deps, session, sent);
    return { ack: { response_action: 'errors', errors: { ...read.errors } } };
  }
  const action = await withStandIn({ store: deps.store, groupMembers: deps.groups.members }, team, read.action, {
    requester: session.stored?.requester.id ?? session.person.id,
    at: Math.floor(deps.now() / 1000),
  });
  const acting = deps.orders.act({
    order: session.stored ?? { state: 'new', team, id: randomUUID() },
    action,
    policy: session.policy,
    ...(session.undecided === undefined ? {} : { undecided: session.undecided }),
    actor: actorOf(session),
    catalogue: await cataloguePrices(deps, session, read.action),
    key: metadata.k,
    spentDraft: bound.form.drafted ? draftKey : null,
  });
  const acted = await acting.catch(async (fault: unknown) => {
    await keepPage(deps, session, sent);
    throw fault;
  });
  if (acted.kind === 'refused') await keepPage(deps, session, sent);
  if (acted.kind === 'refused') return refused(deps, session, draft, sent, acted.refusal, acted.order);
  if (acted.kind === 'repeated') return sentAlready(deps, session, metadata, draft, acted.order);
  return {
    ack: view.previous_view_id ? { response_action: 'clear' } : {},
    after: () => publishHomeAgain(deps, session.person.id),
  };
}

/** Somebody was faster, or may not: the form's author is told what happened, and keeps what they typed. */
async function refused(
  deps: Deps,
  session: Session,
  draft: KeptDraft,
  sent: Sent,
  refusal: Refusal,
  stored = session.stored,
): Promise<Submitted> {
  const own = inMoneyOf(session, draft);
  const now = withOrder(own, stored);
  const { order } = now;
  const text = await whyRefused(deps, refusal, now);
  const { form } = session.bound;
  if (refusal.reason !== 'stale_version' || !order || !form.drafted) {
    const start =
      order || session.about.form === 'submit' ? form.start((await withStart(deps, now)).context) : undefined;
    const { words } = own.context;
    const typed = typedInto(form, asSeen(now, draft), now.context, start);
    return say(words, words.forms.notice.title.refused, text, typed, waysFrom(refusal, now));
  }
  const latest = basisOf(refusal.latest);
  const based = await withBases(deps, now, draft.base);
  const rebased = await deps.drafts.change(session.draftKey, async (kept) => {
    const mine = kept?.key === draft.key && kept.base === draft.base ? onTop(based, asSeen(based, kept), latest) : kept;
    return { draft: mine, result: mine?.key === draft.key ? mine : onTop(based, asSeen(based, draft), latest) };
  });
  const notice = issuedSince(based, draft.base, latest) ?? text;
  return showPage(deps, await withBases(deps, based, rebased.base), rebased, sent, { page: sent.metadata.p, notice });
}

/** Shows a page of the form in the place of the one that was submitted. */
function showPage(
  deps: Deps,
  session: Session,
  draft: KeptDraft,
  { metadata, view }: Sent,
  { page, notice, asking = false }: { page: string; notice: string | undefined; asking?: boolean },
): Submitted {
  const drawn = { id: view.id, page, base: metadata.b, hash: undefined, opened: metadata.w, notice, asking };
  return {
    ...show(renderPage(session, draft, page, { asking, notice, opened: metadata.w })),
    page: {
      metadata: encodePage({ ...metadata, p: page }),
      draw: () => redraw(deps, session, draft.key, drawn),
    },
  };
}
