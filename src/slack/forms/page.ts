import { createHash } from 'node:crypto';
import type { FormAnswers } from '../../forms/answers.ts';
import type { FormContext } from '../../forms/context.ts';
import type { Draft } from '../../forms/draft.ts';
import { questionsAbout } from '../../forms/fields/questions.ts';
import { type Errors, type Form, fieldsIn, fieldsOf, pagesOf, type Question } from '../../forms/form.ts';
import { modal } from '../../forms/modal.ts';
import { bold, clip, escaped } from '../../forms/mrkdwn.ts';
import type { KeptDraft } from '../drafts/drafts.ts';
import type { View } from '../transport/payloads.ts';
import { encodePage, type OpenedFrom, type PageMetadata } from '../views/ids.ts';
import type { Session } from './form-session.ts';

/** The page of a form as a modal. `asking`: with what the person is asked about, which a review always has. */
export function renderPage(
  session: Session,
  draft: KeptDraft,
  page: string,
  {
    asking = false,
    opened,
    ...extra
  }: {
    notice?: string | undefined;
    resumed?: boolean;
    asking?: boolean | undefined;
    opened?: OpenedFrom | undefined;
  } = {},
) {
  const { form } = session.bound;
  const shows = asking || isReview(session, page);
  const questions = shows ? questionsAbout(form, draft, session.context) : [];
  const metadata: PageMetadata = {
    k: draft.key,
    o: session.order?.id ?? '',
    p: page,
    s: draft.submission,
    b: draft.base,
    m: session.about.source,
    ...(session.about.copyOf ? { y: session.about.copyOf } : {}),
    ...(questions.length > 0 ? { q: questions.map(markOf) } : {}),
    ...(opened ? { w: opened } : {}),
  };
  return modal(form, draft, session.context, {
    page,
    questions,
    metadata: encodePage(metadata),
    itemOffset: draft.itemOffset,
    generation: draft.generation,
    ...extra,
  });
}

/** Whether there is anything unusual that the person has not seen yet. */
export function hasUnasked(
  { bound, context }: Session,
  draft: KeptDraft,
  accepted: FormAnswers,
  { q = [] }: PageMetadata,
): boolean {
  return questionsAbout(bound.form, draft, context, accepted).some((question) => !q.includes(markOf(question)));
}

/** Whether a page shows what is about to be sent. */
export const isReview = ({ bound }: Session, page: string | undefined): boolean =>
  bound.form.pages.some(({ id, review }) => id === page && review === true);

const markOf = ({ id }: Question): string => createHash('sha256').update(id).digest('base64url').slice(0, 8);

/** What the page that is shown has wrong, by field, and the page where the first other mistake stands. */
export function mistakes(session: Session, draft: KeptDraft, at: string, { errors }: FormAnswers) {
  const { form } = session.bound;
  const pages = pagesOf(form, draft, session.context).map((page) => {
    const names = fieldsOf(page, draft, session.context);
    const wrong = names.flatMap((name) => Object.entries(errors).filter(([about]) => about === name));
    return { page: page.id, wrong };
  });
  const here = pages.flatMap(({ page, wrong }) => (page === at ? wrong : []));
  const other = pages.find(({ page, wrong }) => page !== at && wrong.length > 0);
  const sentences = sentencesOf(form, draft, Object.fromEntries(other?.wrong ?? []), session.context);
  return { here: Object.fromEntries(here), elsewhere: other && { page: other.page, sentences } };
}

/**
 * Whether a page that was sent asks for these fields in another way than it would now, or still says above them that something
 * else is wrong than what is `said`.
 */
export function isOutdated(
  { bound, context }: Session,
  draft: Draft,
  { blocks }: View,
  { names, said }: { readonly names: readonly string[]; readonly said: string },
): boolean {
  const shown = (id: string) => blocks?.find(({ block_id }) => block_id === id);
  const fields = fieldsIn(bound.form, draft, context);
  const above = shown('notice')?.text?.text;
  if (above?.startsWith(context.words.forms.page.fixFirst) && above !== clip(said, NOTICE)) return true;
  return names.some((name) => {
    const type = shown(name)?.element?.type;
    return type !== undefined && type !== fields[name]?.render(draft.values[name] ?? null, context).type;
  });
}

/** Characters of a section, in Slack. */
const NOTICE = 3000;

/** What is wrong, each sentence with the label of its field. Escaped. */
export function sentencesOf(form: Form, draft: Draft, errors: Errors, context: FormContext): string[] {
  const fields = fieldsIn(form, draft, context);
  return Object.entries(errors).map(([name, error]) => {
    const label = fields[name]?.texts(context).label ?? '';
    return `${bold(label)}: ${escaped(error)}`;
  });
}
