import { parse } from '../../../forms/answers.ts';
import type { FormContext } from '../../../forms/context.ts';
import { typedInto } from '../../../forms/fields/user-input.ts';
import type { Errors } from '../../../forms/form.ts';
import { isOrderFormId } from '../../../forms/forms.ts';
import { pageWith } from '../../../forms/item-list.ts';
import { clip, escaped } from '../../../forms/mrkdwn.ts';
import { recordIn } from '../../../forms/on-file.ts';
import { ITEM_LIMITS, itemForm, itemFrom, mostAmount, mustBeOnFile } from '../../../forms/pages/item.ts';
import { withoutQuantity } from '../../../forms/pages/on-site/quantities.ts';
import { currencyDecimals } from '../../../order/amounts/currencies.ts';
import { amountsFit, isPriced } from '../../../order/amounts/money.ts';
import type { Item } from '../../../order/content.ts';
import type { Deps } from '../../deps.ts';
import { type DraftUpdate, type KeptDraft, toldOfPrices } from '../../drafts/drafts.ts';
import { notStarted, outdated, type Submitted, say } from '../../replies/submitted.ts';
import type { StateValues, ViewSubmission } from '../../transport/payloads.ts';
import { decodeItem } from '../../views/ids.ts';
import { changeDraft } from '../change-draft.ts';
import { aboutOf, inMoneyOf, type Session } from '../form-session.ts';
import { begunDraft } from '../meanwhile.ts';
import { inactiveItems, withCatalogue } from '../on-file/records.ts';
import { redraw } from '../redraw.ts';

/** The item editor was submitted: the item goes into the draft of the form below, which is drawn again after the ack. */
export async function submitItem(deps: Deps, payload: ViewSubmission): Promise<Submitted> {
  const metadata = decodeItem(payload.view.private_metadata);
  if (!metadata || !isOrderFormId(metadata.f)) return outdated(await deps.people.wordsOf(payload.user.id));
  const { f: form, v: parentView, i: itemId } = metadata;
  const about = aboutOf(payload.user.id, form, metadata);
  const editor = { values: editorValues(payload.view.state?.values ?? {}), items: [], base: 0, submission: 0 };
  const work = async (session: Session, before: KeptDraft | undefined): Promise<DraftUpdate<Submitted>> => {
    const kept = await begunDraft(deps, session, before, metadata);
    if (!kept) {
      const { title, itemGone } = session.context.words.forms.notice;
      return {
        result: say(session.context.words, title.outdated, itemGone, typedInto(itemForm, editor, session.context)),
      };
    }
    const errors = (errors: Errors) => ({
      result: { ack: { response_action: 'errors' as const, errors: { ...errors } } },
    });
    const replaced = kept.items.find(({ id }) => id === itemId);
    const known = await withCatalogue(deps, session, replaced?.onFile, recordIn(editor.values.onFile));
    const context = contextOf(known, kept, metadata.c);
    const {
      fields,
      forms: { notice },
    } = context.words;
    const read = parse(itemForm, editor, context);
    if ('errors' in read) return errors(read.errors);
    const { unitPrice = null } = read.answers;
    if (unitPrice !== null && metadata.c !== undefined && metadata.c !== context.currency) {
      const text = notice.currency({ now: context.currency, before: metadata.c });
      return { result: say(context.words, notice.title.currency, text, typedInto(itemForm, editor, context)) };
    }
    const item = itemFrom(read.answers, itemId, context, replaced);
    if (mustBeOnFile(item, context, replaced)) return errors({ description: fields.error.itemNotOnFile });
    const isNew = replaced === undefined;
    if (isNew && kept.items.length >= ITEM_LIMITS.count)
      return errors({ description: fields.error.tooManyItems({ max: ITEM_LIMITS.count }) });
    const items: Item[] = !isNew ? kept.items.map((one) => (one.id === item.id ? item : one)) : [...kept.items, item];
    const { currency, decimals, taxRate } = context;
    if (!amountsFit({ items, decimals, taxRate }))
      return errors({ unitPrice: fields.error.number.total({ limit: mostAmount(context) }) });
    const money = session.order || unitPrice === null ? kept.money : { currency, decimals };
    // The view underneath is Slack's to name; what the modal carries is believed only where Slack does not say.
    const view = {
      id: payload.view.previous_view_id ?? parentView,
      page: metadata.p,
      base: metadata.b,
      hash: metadata.h,
      opened: metadata.w,
    };
    const after = () => redraw(deps, session, metadata.k, view);
    // An item that is added is shown in the list.
    const itemOffset = isNew ? pageWith(items.length - 1) : kept.itemOffset;
    // What stood in the list's own input is replaced, which Slack has to forget.
    const asks = !isNew && session.bound.form.listed !== undefined;
    const replaces = asks ? { ...withoutQuantity(kept, item.id), generation: kept.generation + 1 } : kept;
    return { draft: { ...replaces, items, itemOffset, money, touched: true }, result: { ack: {}, after } };
  };
  return changeDraft(deps, about, { sorry: (sorry) => notStarted(payload, sorry), work });
}

/**
 * What keeps an item list from being sent, and the draft once its author was told. Two people's additions together may be
 * more than an order holds.
 */
export function listProblem(draft: KeptDraft, context: FormContext): { draft: KeptDraft; text: string } | undefined {
  const { items, pricesLost } = draft;
  const { forms } = context.words;
  const max = ITEM_LIMITS.count;
  const surplus = items.length - max;
  if (surplus > 0) return { draft, text: forms.notice.tooManyItems({ max, surplus }) };
  if (pricesLost) return { draft: toldOfPrices(draft), text: forms.draft.pricesLost };
  if (amountsFit({ ...context, items })) return undefined;
  return { draft, text: forms.notice.tooMuch({ limit: mostAmount(context) }) };
}

/** Items that are named where lines of the catalogue are no longer active. */
const NAMED = 5;

/** What keeps an item list from being sent after somebody changed the catalogue: it names the items. */
export async function inactiveProblem(
  deps: Pick<Deps, 'store'>,
  session: Session,
  draft: KeptDraft,
): Promise<{ draft: KeptDraft; text: string } | undefined> {
  const inactive = await inactiveItems(deps, session, draft.items);
  if (inactive.length === 0) return undefined;
  const named = inactive.slice(0, NAMED).map(({ description }) => escaped(clip(description, 80)));
  const items = [...named, ...(inactive.length > NAMED ? ['…'] : [])].join(', ');
  return { draft, text: session.context.words.forms.notice.inactiveItems({ n: inactive.length, items }) };
}

/** The draft's money; where it has no price yet, what the editor asked for. */
export function contextOf(
  session: Session,
  kept: Pick<KeptDraft, 'items' | 'money'>,
  asked: string | undefined,
): FormContext {
  const { context } = inMoneyOf(session, kept);
  const decimals = asked === undefined ? undefined : currencyDecimals(asked);
  if (session.order || isPriced(kept.items) || asked === undefined || decimals === undefined) return context;
  return { ...context, currency: asked, decimals };
}

/** What the item editor's inputs hold. */
export function editorValues(state: StateValues) {
  return Object.fromEntries(
    Object.entries(itemForm.fields).map(([name, field]) => [
      name,
      field.read(Object.values(state[name] ?? {})[0] ?? {}),
    ]),
  );
}
