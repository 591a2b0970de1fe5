import { randomUUID } from 'node:crypto';
import { peopleNamed } from '../../forms/answers.ts';
import type { Draft } from '../../forms/draft.ts';
import { inputActionId } from '../../forms/fields/fields.ts';
import { pagesOf } from '../../forms/form.ts';
import { isOrderFormId } from '../../forms/forms.ts';
import { type FormAction, formActions, formOfCallbackId } from '../../forms/ids.ts';
import { modal, pageBefore } from '../../forms/modal.ts';
import { baseItems } from '../../forms/pages/confirmation.ts';
import { itemDraft, itemForm } from '../../forms/pages/item.ts';
import { hoursDraft, hoursForm, hoursStart, labourLines, timesBegunWith } from '../../forms/pages/on-site/hours.ts';
import { quantityName, withoutQuantity } from '../../forms/pages/on-site/quantities.ts';
import { rebaseItems } from '../../order/amounts/items.ts';
import type { Item } from '../../order/content.ts';
import type { Words } from '../../words/words.ts';
import type { Deps } from '../deps.ts';
import { freshDraft, type KeptDraft, placeOf, seenIn } from '../drafts/drafts.ts';
import type { Caller } from '../replies/open-views.ts';
import type { BlockActions } from '../transport/payloads.ts';
import { decodePage, encodeItem, type PageMetadata } from '../views/ids.ts';
import { notice } from '../views/notice.ts';
import { aboutOf, inMoneyOf, type Session, startSession, withBases } from './form-session.ts';
import { withStart } from './form-start.ts';
import { begunDraft } from './meanwhile.ts';
import { turnOf, withCatalogue } from './on-file/records.ts';
import { namesRecords, settled } from './on-file/settle.ts';
import { withState } from './page-state.ts';
import { redraw } from './redraw.ts';

interface Edit {
  /** Makes an idempotency key for a form that is started over. */
  readonly newKey: () => string;
  readonly session: Session;
  readonly metadata: PageMetadata;
  readonly draft: KeptDraft;
  /** The value of the button that was pressed: an item's id. */
  readonly value: string;
  readonly viewId: string;
  readonly hash: string | undefined;
}

/** What a button does to the draft; the page is drawn again afterwards. */
type Change = (edit: Edit) => KeptDraft;

/** Every button of a form but those that push an editor. */
// biome-ignore format: a table reads best as a table
const changes: Readonly<Record<Exclude<FormAction, 'item_add' | 'item_edit' | 'hours_add'>, Change>> = {
  [formActions.back]:         turnedBack,
  [formActions.discard]:      startOver,
  [formActions.reload]:       ({ draft }) => draft,
  [formActions.removeItem]:   ({ draft, value }) => ({ ...withoutQuantity(draft, value), touched: true, items: draft.items.filter(({ id }) => id !== value) }),
  [formActions.restoreItem]:  putBack,
  [formActions.earlierItems]: turnedTo,
  [formActions.laterItems]:   turnedTo,
};

/** Whether a block action is an input that was typed into. */
export const isTyping = (actionId: string): boolean => actionId.startsWith(`${inputActionId}-`);

/** Whether it is one of a form's buttons. */
export const isFormButton = (actionId: string): boolean => Object.values(formActions).some((id) => id === actionId);

/**
 * Something happened inside a form that is open. What is typed is kept before anything else; then the page is drawn
 * again, or the item editor is put on top. Called after the ack.
 */
export async function editForm(deps: Deps, payload: BlockActions, caller: Caller): Promise<void> {
  const [action] = payload.actions;
  const { view } = payload;
  const form = formOfCallbackId(view?.callback_id ?? '');
  const metadata = decodePage(view?.private_metadata ?? '');
  if (!action || !view || form === undefined || !isOrderFormId(form) || !metadata)
    return pushGone(deps, caller, action?.action_id ?? '', await caller.words());
  const started = await startSession(deps, aboutOf(payload.user.id, form, metadata));
  if ('sorry' in started) return pushGone(deps, caller, action.action_id, started.words, started.sorry);
  const opened = action.action_id === formActions.discard ? await withStart(deps, started) : started;
  const { words } = opened.context;
  if (!opened.bound.form.drafted) return pushGone(deps, caller, action.action_id, words);

  const edited = await deps.drafts.change(opened.draftKey, async (found) => {
    const kept = await begunDraft(deps, opened, found, metadata);
    if (!kept) return { result: undefined };
    const session = await withBases(deps, opened, kept.base);
    const place = placeOf(kept, view.id, metadata.p);
    // What was typed may come after what was typed later, or after the page was left; a button counts all the same.
    const late = place.page !== metadata.p || place.at > action.action_ts;
    // Slack forgets the files of a page that is left: they are taken over, as when it is sent.
    const files = action.action_id === formActions.back;
    const dispatched = payload.actions.map(({ block_id }) => block_id);
    const shown = { view, place: { ...place, at: action.action_ts }, dispatched, files };
    const typed = late ? kept : withState(session, kept, shown);
    const { session: known, draft: entered } = namesRecords(session, kept, typed)
      ? await settled(deps, session, kept, typed)
      : { session, draft: typed };
    const edit: Edit = {
      newKey: () => deps.drafts.newKey(session.draftKey),
      session: inMoneyOf(known, entered),
      metadata,
      draft: entered,
      value: action.value ?? '',
      viewId: view.id,
      hash: view.hash ?? undefined,
    };
    const change = Object.entries(changes).find(([id]) => id === action.action_id)?.[1];
    const draft = change?.(edit) ?? entered;
    const redraw = change !== undefined || turnOf(draft.values) !== turnOf(kept.values);
    return { draft, result: { ...edit, draft, redraw } };
  });
  if (!edited) return pushGone(deps, caller, action.action_id, words);
  // People who were just chosen are looked up now, so that the submission need not wait for Slack.
  deps.people.findAll(peopleNamed(opened.bound.form, edited.draft)).catch(() => undefined);
  const item = edited.draft.items.find(({ id }) => id === edited.value);
  if (action.action_id === formActions.addHours || (action.action_id === formActions.editItem && item?.time))
    return pushHoursEditor(deps, caller, edited, item);
  if (action.action_id === formActions.addItem || action.action_id === formActions.editItem)
    return pushItemEditor(deps, caller, edited);
  if (!edited.redraw) return;
  const { page } = placeOf(edited.draft, view.id, metadata.p);
  const drawn = { id: view.id, page, base: metadata.b, hash: view.hash ?? undefined, opened: metadata.w };
  await redraw(deps, opened, edited.draft.key, drawn);
}

/** Keeps what was typed into a page, one input after the other: the newest payload has all that the page shows. */
export async function keepTyped(deps: Deps, typed: readonly BlockActions[], caller: Caller): Promise<void> {
  const at = ({ actions: [action] }: BlockActions) => action?.action_ts ?? '';
  const [newest, ...older] = typed.toSorted((a, b) => (at(a) < at(b) ? 1 : -1));
  if (!newest) return;
  const actions = [newest, ...older].flatMap((payload) => payload.actions);
  return editForm(deps, { ...newest, actions }, caller);
}

/** A button that does nothing says why; typing is never interrupted. */
async function pushGone(
  deps: Deps,
  caller: Caller,
  actionId: string,
  words: Words,
  text: string = words.forms.notice.gone,
): Promise<void> {
  // The first of two presses has started the form over already.
  if (isTyping(actionId) || actionId === formActions.discard) return;
  await deps.views.show(caller, notice(words, words.forms.notice.title.outdated, text));
}

async function pushItemEditor(
  deps: Deps,
  caller: Caller,
  { session, metadata, draft, value, viewId, hash }: Edit,
): Promise<void> {
  const known = draft.items.find(({ id }) => id === value);
  const { context } = await withCatalogue(deps, session, known?.onFile);
  const filled = known ? withTyped(itemDraft(known, context), draft, known.id) : itemForm.start(context);
  const { currency } = context;
  const i = known?.id ?? randomUUID();
  const encoded = encodeItem({ ...metadata, f: session.about.form, v: viewId, h: hash, i, c: currency });
  const editor = modal(itemForm, filled, context, {
    page: 'item',
    metadata: encoded,
    itemOffset: 0,
    generation: 0,
  });
  await deps.views.show(caller, editor);
}

/** The same for hours; `line`: those that are changed. */
async function pushHoursEditor(
  deps: Deps,
  caller: Caller,
  { session, metadata, draft, viewId, hash }: Edit,
  line: Item | undefined,
): Promise<void> {
  const context = { ...session.context, labour: labourLines(draft.items, session.context) };
  const filled = line?.time ? hoursDraft(line, context) : hoursStart(draft, context);
  const t = line?.time ? '' : timesBegunWith(filled);
  const about = { f: session.about.form, v: viewId, h: hash, i: line?.id ?? randomUUID(), ...(t === '' ? {} : { t }) };
  const drawn = { page: 'hours', metadata: encodeItem({ ...metadata, ...about }), itemOffset: 0, generation: 0 };
  await deps.views.show(caller, modal(hoursForm, filled, context, drawn));
}

/** The editor with the quantity that was typed into the list. */
function withTyped(editor: Draft, { values }: KeptDraft, id: string): Draft {
  const typed = values[quantityName(id)] ?? null;
  return typed === null ? editor : { ...editor, values: { ...editor.values, quantity: typed } };
}

/** One page back, unless the view has left that page already (a double click). */
function turnedBack({ session: { bound, context }, draft, metadata, viewId }: Edit): KeptDraft {
  const place = placeOf(draft, viewId, metadata.p);
  const page = pageBefore(bound.form, metadata.p, draft, context)?.id;
  if (page === undefined || place.page !== metadata.p) return draft;
  return seenIn({ ...draft, itemOffset: 0 }, { ...place, page, behind: [] });
}

/** The page of the list that the button names: pressed twice, it is still that page. */
function turnedTo({ draft, value }: Edit): KeptDraft {
  return { ...draft, itemOffset: /^\d{1,4}$/.test(value) ? Number(value) : 0 };
}

function startOver({ newKey, session: { bound, context }, draft, viewId }: Edit): KeptDraft {
  const start = bound.form.start(context);
  const fresh = { ...freshDraft(start, newKey()), generation: draft.generation + 1 };
  return seenIn(fresh, { id: viewId, page: pagesOf(bound.form, start, context)[0]?.id ?? '', at: '0', behind: [] });
}

function putBack({ session, draft, value }: Edit): KeptDraft {
  const base = baseItems(draft, session.context);
  const item = base.find(({ id }) => id === value);
  if (!item || draft.items.some(({ id }) => id === value)) return draft;
  return { ...draft, items: rebaseItems(base, [...draft.items, item], base) };
}
