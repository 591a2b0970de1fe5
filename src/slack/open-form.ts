import { randomUUID } from 'node:crypto';
import { cleanText } from '../forms/fields.ts';
import { pagesOf } from '../forms/form.ts';
import type { OrderFormId } from '../forms/forms.ts';
import { unescaped } from '../forms/mrkdwn.ts';
import { rebaseItems } from '../order/items.ts';
import type { Source } from '../order/order.ts';
import { refusalToOpen } from '../order/workflow.ts';
import { policyOf } from '../orders.ts';
import type { Caller, Deps } from './deps.ts';
import { freshDraft, type KeptDraft } from './drafts.ts';
import { actorOf, drawPage, orderOrNew, type Session, startSession, withPeople } from './form-session.ts';
import { notice } from './views/notice.ts';
import { refusalText } from './views/refusal.ts';

/** What to open: a form, about which order ('' for a new one), made from which message. */
export interface Opening {
  readonly form: OrderFormId;
  readonly order: string;
  readonly from?: { readonly source: Source; readonly text: string };
}

/**
 * Shows a person the form they asked for, as they left it; or says why not, before they type anything.
 * Never throws for what a person may do wrong.
 */
export async function openForm(deps: Deps, caller: Caller, { form, order, from }: Opening): Promise<void> {
  const source = from ? `${from.source.channel}:${from.source.ts}` : '';
  const session = await startSession(deps, { team: caller.team, person: caller.person, form, order, source });
  if ('sorry' in session) return deps.views.show(caller, notice('Service order', session.sorry));
  const policy = policyOf(await deps.store.settings(caller.team));
  const refusal = refusalToOpen(orderOrNew(session), session.bound.leadsTo[0], {
    actor: actorOf(session)(session.order),
    policy,
  });
  if (refusal) return deps.views.show(caller, notice('Not possible', refusalText(refusal, session.order)));

  const { draft, resumed, said } = await deps.drafts.exclusively(session.draftKey, () =>
    draftFor(deps, session, from?.text),
  );
  const ready = await withPeople(deps, session, draft);
  const extra = { resumed, ...(said ? { notice: said } : {}) };
  await deps.views.show(caller, drawPage(ready, draft, source, extra));
}

interface Found {
  readonly draft: KeptDraft;
  readonly resumed: boolean;
  readonly said?: string;
}

/** The draft this person left, brought up to the order as it is now; else a fresh one. */
async function draftFor(deps: Deps, session: Session, text: string | undefined): Promise<Found> {
  const { bound, context, draftKey, order } = session;
  const start = bound.form.start(context);
  const filled = text ? { ...start, values: { ...start.values, description: descriptionFrom(text) } } : start;
  const first = pagesOf(bound.form, filled, context)[0]?.id ?? '';
  const fresh = freshDraft(filled, first);
  if (!bound.form.drafted) return { draft: { ...fresh, key: randomUUID() }, resumed: false };
  const kept = await deps.drafts.load(draftKey);
  if (!kept?.touched || kept.submission !== start.submission) {
    await deps.drafts.save(draftKey, fresh);
    return { draft: fresh, resumed: false };
  }
  const draft: KeptDraft = { ...kept, page: first, itemOffset: 0 };
  if (kept.base === start.base) {
    await deps.drafts.save(draftKey, draft);
    return { draft, resumed: true };
  }
  const before = order?.versions.find(({ n }) => n === kept.base)?.content.items ?? [];
  const now = order?.content.items ?? [];
  const rebased = {
    ...draft,
    base: start.base,
    items: kept.items.length > 0 || before.length > 0 ? rebaseItems(before, kept.items, now) : [],
  };
  await deps.drafts.save(draftKey, rebased);
  const said = `Version ${start.base} was issued since you began this. Your changes have been put on top of it.`;
  return { draft: rebased, resumed: true, said };
}

/** A message's text as a description: Slack's escapes undone, mentions and links left readable. */
function descriptionFrom(text: string): string {
  const readable = text
    .slice(0, 12_000)
    .replace(/<mailto:[^|>]+\|([^>]+)>/g, '$1')
    .replace(/<(https?:[^|>]+)\|([^>]+)>/g, '$2 ($1)')
    .replace(/<(https?:[^|>]+)>/g, '$1')
    .replace(/<[@#!][^|>]*\|([^>]+)>/g, '$1');
  return cleanText(cleanText(unescaped(readable), true).slice(0, 3000), true);
}
