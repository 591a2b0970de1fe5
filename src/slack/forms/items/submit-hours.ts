import { randomUUID } from 'node:crypto';
import { parse, peopleNamed } from '../../../forms/answers.ts';
import { typedInto } from '../../../forms/fields/user-input.ts';
import type { Errors } from '../../../forms/form.ts';
import { isOrderFormId } from '../../../forms/forms.ts';
import { pageWith } from '../../../forms/item-list.ts';
import { ITEM_LIMITS, mostAmount } from '../../../forms/pages/item.ts';
import { hoursForm, hoursItems, labourLines, withoutBegunTimes } from '../../../forms/pages/on-site/hours.ts';
import { amountsFit } from '../../../order/amounts/money.ts';
import type { Item } from '../../../order/content.ts';
import type { Deps } from '../../deps.ts';
import type { DraftUpdate, KeptDraft } from '../../drafts/drafts.ts';
import { notStarted, outdated, type Submitted, say } from '../../replies/submitted.ts';
import type { ViewSubmission } from '../../transport/payloads.ts';
import { decodeItem } from '../../views/ids.ts';
import { changeDraft } from '../change-draft.ts';
import { aboutOf, type Session } from '../form-session.ts';
import { begunDraft } from '../meanwhile.ts';
import { redraw } from '../redraw.ts';

/** The hours editor was submitted: its lines go into the draft of the form below, which is drawn again after the ack. */
export async function submitHours(deps: Deps, payload: ViewSubmission): Promise<Submitted> {
  const metadata = decodeItem(payload.view.private_metadata);
  if (!metadata || !isOrderFormId(metadata.f)) return outdated(await deps.people.wordsOf(payload.user.id));
  const values = Object.fromEntries(
    Object.entries(hoursForm.fields).map(([name, field]) => [
      name,
      field.read(Object.values(payload.view.state?.values[name] ?? {})[0] ?? {}),
    ]),
  );
  const editor = withoutBegunTimes({ values, items: [], base: 0, submission: 0 }, metadata.t ?? '');
  const people = await deps.people.findAll(peopleNamed(hoursForm, editor));
  const work = async (session: Session, found: KeptDraft | undefined): Promise<DraftUpdate<Submitted>> => {
    const kept = await begunDraft(deps, session, found, metadata);
    const { words } = session.context;
    if (!kept) {
      const { title, itemGone } = words.forms.notice;
      return { result: say(words, title.outdated, itemGone, typedInto(hoursForm, editor, session.context)) };
    }
    const errors = (errors: Errors) => ({
      result: { ack: { response_action: 'errors' as const, errors: { ...errors } } },
    });
    const context = { ...session.context, people, labour: labourLines(kept.items, session.context) };
    const read = parse(hoursForm, editor, context);
    if ('errors' in read) return errors(read.errors);
    const before = kept.items.find(({ id }) => id === metadata.i);
    const ids = read.answers.workers.map((_, index) => (index === 0 ? metadata.i : randomUUID()));
    const lines = hoursItems(read.answers, ids, context, before);
    const items = withLines(kept.items, lines);
    if (items.length > ITEM_LIMITS.count)
      return errors({ workers: words.fields.error.tooManyItems({ max: ITEM_LIMITS.count }) });
    if (!amountsFit({ ...context, items }))
      return errors({ hours: words.fields.error.number.total({ limit: mostAmount(context) }) });
    const view = {
      id: payload.view.previous_view_id ?? metadata.v,
      page: metadata.p,
      base: metadata.b,
      hash: metadata.h,
      opened: metadata.w,
    };
    const itemOffset = before ? kept.itemOffset : pageWith(items.length - 1);
    const after = () => redraw(deps, session, metadata.k, view);
    return { draft: { ...kept, items, itemOffset, touched: true }, result: { ack: {}, after } };
  };
  return changeDraft(deps, aboutOf(payload.user.id, metadata.f, metadata), {
    sorry: (sorry) => notStarted(payload, sorry),
    work,
  });
}

/** A list with hours in it: in the place of the line that they replace, and without the lines that asked for them. */
function withLines(items: readonly Item[], [first, ...others]: readonly Item[]): Item[] {
  if (!first) return [...items];
  const asked = new Set([first, ...others].map(({ time }) => time?.of));
  const rest = items.filter(({ id, time }) => time !== undefined || !asked.has(id));
  const replaced = rest.map((item) => (item.id === first.id ? first : item));
  return rest.some(({ id }) => id === first.id) ? [...replaced, ...others] : [...rest, first, ...others];
}
