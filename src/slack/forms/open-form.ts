import { createHash } from 'node:crypto';
import { accept } from '../../forms/answers.ts';
import type { Draft } from '../../forms/draft.ts';
import { pagesOf } from '../../forms/form.ts';

import { isOrderFormId, type OrderFormId } from '../../forms/forms.ts';
import { bold, clip, escaped } from '../../forms/mrkdwn.ts';
import { nothingOnFile, recordIn } from '../../forms/on-file.ts';

import type { Source } from '../../order/action.ts';
import type { Attachment } from '../../order/content.ts';
import type { Order } from '../../order/order.ts';
import type { Refusal } from '../../order/refusal.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import type { Deps } from '../deps.ts';
import { freshDraft, type KeptDraft, toldOfPrices } from '../drafts/drafts.ts';
import type { Caller } from '../replies/open-views.ts';
import { encodeSource, openedFrom } from '../views/ids.ts';
import { notice } from '../views/notice.ts';
import { descriptionFrom, readable } from './brought.ts';
import { asSeen, type Session, startSession, withBases, withPeople } from './form-session.ts';
import { withStart } from './form-start.ts';
import { onTop, refusalsFor, waysFrom, whyRefused } from './meanwhile.ts';
import { inactiveItems, withRecords } from './on-file/records.ts';
import { renderPage, sentencesOf } from './page.ts';
import { lookAhead } from './photos/offers.ts';

/** What to open: a form, about which order ('' for a new one), made from which message, with its files, or from which order. */
export interface Opening {
  readonly form: OrderFormId;
  readonly order: string;
  readonly copyOf?: string;
  readonly from?: {
    readonly source: Source;
    readonly text: string;
    readonly attachments?: readonly Attachment[];
    readonly said?: readonly string[];
  };
}

/** A new order, from nothing. */
export const NEW_ORDER: Opening = { form: 'submit', order: '' };

/**
 * Shows a person the form they asked for, as they left it; or says why not, before they type anything.
 * Never throws for what a person may do wrong.
 */
export async function openForm(deps: Deps, caller: Caller, { form, order, from, copyOf = '' }: Opening): Promise<void> {
  const source = (from && encodeSource(from.source)) ?? '';
  const started = await startSession(deps, { person: caller.person, form, order, source, copyOf }, { counted: true });
  if ('sorry' in started)
    return deps.views.show(caller, notice(started.words, started.words.forms.notice.title.order, started.sorry));
  const { instead } = started.bound;
  if (instead && isOrderFormId(instead.form) && instead.when(started.context))
    return openForm(deps, caller, { form: instead.form, order });
  const session = await withStart(deps, started);
  const { words } = session.context;
  const refusals = await refusalsFor(deps, session);
  const told = (refusal: Refusal) => whyRefused(deps, refusal, session);
  if (refusals.all) {
    const { refused } = words.forms.notice.title;
    const ways = waysFrom(refusals.all, session);
    return deps.views.show(caller, notice(words, refused, await told(refusals.all), [], ways));
  }

  const brought = await readable(deps, from?.attachments ?? [], { ts: from?.source.ts ?? '', words });
  const start = startOf(session, from?.text, brought.files);
  const { draft, resumed, said } = session.bound.form.drafted
    ? await deps.drafts.change(session.draftKey, async (kept) => {
        const { draftKey, basis, team } = session;
        const accepted = async (key: string) => (await deps.store.accepted(team, key)) !== undefined;
        const spent = kept && !kept.touched && (await accepted(kept.key));
        // Two windows at once may be opened by two processes: without a draft both get the same key.
        const next = deps.drafts.newKey(draftKey, basis);
        const fresh = (await accepted(next)) ? deps.drafts.newKey(draftKey) : next;
        const known = spent ? undefined : kept;
        const found = draftFor(await withBases(deps, session, known?.base), start, known, fresh);
        return { draft: found.draft, brings: brought.files.length > 0, result: found };
      })
    : { draft: freshDraft(start, keyOf(session)), resumed: false };
  const ready = await withRecords(deps, await withPeople(deps, session, draft), draft.values);
  const copied = resumed ? undefined : session.copied;
  const inactive = copied ? inactiveIn(ready, draft) : [];
  const pages = pagesOf(session.bound.form, draft, session.context);
  const begins = inactive.length === 0 ? pages.find(({ copiesBegin }) => copiesBegin) : undefined;
  const first = (copied && begins) || pages[0];
  const notices = [
    ...(copied ? [...copiedNotes(copied, session), ...inactive, ...(await inactiveLines(deps, ready, draft))] : []),
    ...(brought.said && !resumed ? [brought.said] : []),
    ...(from?.said ?? []),
    ...(said ?? []),
    ...(refusals.some ? [await told(refusals.some)] : []),
  ];
  await lookAhead(deps, session);
  const opened = session.bound.form.drafted ? openedFrom(caller.responseUrl, deps.now()) : undefined;
  await deps.views.show(
    caller,
    renderPage(ready, draft, first?.id ?? '', { resumed, opened, notice: notices.join('\n') || undefined }),
  );
}

/** Whom and what a copy names that is no longer active, as the form says it where that is sent. Escaped. */
function inactiveIn({ bound: { form }, context }: Session, draft: Draft): string[] {
  const { clientRecords, siteRecords } = context.onFile ?? nothingOnFile;
  const isInactive = (name: string) => {
    const id = recordIn(draft.values[name]);
    return (name === 'client' ? clientRecords : siteRecords).get(id)?.active === false;
  };
  const errors = Object.entries(accept(form, draft, context).errors);
  const wrong = errors.filter(([name]) => ['client', 'location'].includes(name) && isInactive(name));
  return sentencesOf(form, draft, Object.fromEntries(wrong), context);
}

/** The same of its items. */
async function inactiveLines(deps: Pick<Deps, 'store'>, session: Session, { items }: Draft): Promise<string[]> {
  const { words } = session.context;
  const names = new Set((await inactiveItems(deps, session, items)).map(({ description }) => description));
  return [...names].slice(0, NAMED).map((name) => {
    const text = words.fields.error.inactiveItem({ name: clip(name, 80) });
    return `${bold(words.items.label)}: ${escaped(text)}`;
  });
}

/** Items that are named where lines of the catalogue are no longer active. */
const NAMED = 5;

/** What is said above a copy: where it is from, and whether its supervisor is nobody who can be asked. */
function copiedNotes({ number, supervisor }: Order, { context }: Session): string[] {
  const { copy } = context.words.forms;
  const said = copy.copied({ order: orderNumber(number) });
  return context.copied?.supervisor === null ? [said, copy.unlisted({ name: escaped(supervisor.name) })] : [said];
}

/**
 * The idempotency key of a form without a draft: the same for everything that one person opens on an order as it stands, so
 * that two windows (a double click opens two) act once.
 */
const keyOf = ({ about, person, order }: Session): string =>
  createHash('sha256')
    .update(JSON.stringify([person.id, about.form, order?.id, order?.revision]))
    .digest('base64url');

/** What the form starts with; `text`: the message that a new order is made from. */
function startOf({ bound, context }: Session, text: string | undefined, attachments: readonly Attachment[]): Draft {
  const start = bound.form.start(context);
  const described = text ? { description: descriptionFrom(text) } : {};
  const attached = attachments.length > 0 ? { [bound.form.brings ?? 'attachments']: attachments } : {};
  return { ...start, values: { ...start.values, ...described, ...attached } };
}

interface Found {
  readonly draft: KeptDraft;
  readonly resumed: boolean;
  readonly said?: readonly string[];
}

/** The draft this person left, brought up to the order as it is now; else a fresh one. */
function draftFor(session: Session, start: Draft, kept: KeptDraft | undefined, newKey: string): Found {
  // Opened again before anything was typed: the same filling-in, so that whichever window comes last is no dead one.
  const key = kept?.submission === start.submission ? kept.key : newKey;
  if (!kept?.touched || kept.key !== key) return { draft: freshDraft(start, key), resumed: false };
  const draft: KeptDraft = { ...toldOfPrices(asSeen(session, kept)), itemOffset: 0 };
  const say = session.context.words.forms.draft;
  const lost = kept.pricesLost ? [say.pricesLost] : [];
  if (kept.base === start.base) return { draft, resumed: true, said: lost };
  const newer = say.newerVersion({ version: start.base });
  return { draft: onTop(session, draft, start.base), resumed: true, said: [newer, ...lost] };
}
