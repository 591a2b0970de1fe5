import { filesIn, type Raw } from '../../forms/draft.ts';
import { fieldsIn, fieldsOf, pagesOf } from '../../forms/form.ts';
import { freshDraft, type KeptDraft, type Place, seenIn } from '../drafts/drafts.ts';
import type { View, ViewSubmission } from '../transport/payloads.ts';
import type { PageMetadata } from '../views/ids.ts';
import type { Session } from './form-session.ts';

/** What a view shows, and how it is taken over. `dispatched`: the inputs that were typed into. */
interface Shown {
  readonly view: View;
  readonly place: Place;
  readonly dispatched?: readonly string[];
  /** File inputs count: the page is submitted. */
  readonly files: boolean;
}

/** The page that was submitted. */
export interface Sent {
  readonly metadata: PageMetadata;
  readonly view: ViewSubmission['view'];
}

/** Forms that are not drafted have all of it in the modal itself. */
export const blankOf = ({ k, s, b = 0 }: PageMetadata): KeptDraft =>
  freshDraft({ values: {}, items: [], base: b, submission: s }, k);

/**
 * The draft with what the client shows on its page taken over. File inputs add to what was attached before, since
 * Slack cannot fill them in again. A form that is open in two places is typed into in both: from one that was not the
 * last to be heard only what was changed there is taken, so that the rest of it undoes nothing.
 */
export function withState(
  session: Session,
  draft: KeptDraft,
  { view, place, dispatched = [], files }: Shown,
): KeptDraft {
  const { form } = session.bound;
  const page = pagesOf(form, draft, session.context).find(({ id }) => id === place.page);
  const elsewhere = form.drafted && draft.views.at(-1)?.id !== place.id;
  const values: Record<string, Raw> = { ...draft.values };
  const behind: string[] = [];
  const fields = fieldsIn(form, draft, session.context);
  for (const name of page ? fieldsOf(page, draft, session.context) : []) {
    const field = fields[name];
    const typed = Object.values(view.state?.values[name] ?? {})[0];
    if (!field || !typed) continue;
    const raw = field.read(typed);
    const drawn = view.blocks?.find(({ block_id }) => block_id === name)?.element;
    const untouched = !dispatched.includes(name) && drawn && same(field.read(drawn), raw);
    if (field.fromItems && untouched && !(name in draft.values)) continue;
    if (field.accumulates) {
      if (files) values[name] = mergedFiles(draft.values[name], raw);
    } else if (!untouched || !(elsewhere || place.behind.includes(name))) values[name] = raw;
    else if (!same(values[name] ?? null, raw)) behind.push(name);
  }
  const touched = draft.touched || said(values) !== said(draft.values);
  return seenIn({ ...draft, values, touched }, { ...place, behind });
}

const same = (a: Raw, b: Raw): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What is typed, without the fields that are empty: those are nobody's doing. */
const said = (values: Readonly<Record<string, Raw>>): string =>
  JSON.stringify(
    Object.entries(values)
      .filter(([, value]) => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0))
      .toSorted(),
  );

const mergedFiles = (kept: Raw | undefined, added: Raw): Raw => [
  ...new Map([...filesIn(kept), ...filesIn(added)].map((file) => [file.fileId, file])).values(),
];
