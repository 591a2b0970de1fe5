import { accept } from '../answers.ts';
import type { FormContext } from '../context.ts';
import type { Draft } from '../draft.ts';
import { type Form, fieldsIn, fieldsOf, pagesOf, type Question } from '../form.ts';
import { escaped } from '../mrkdwn.ts';

/** Questions shown at once; more than a form can have. */
const QUESTIONS = 20;

/**
 * Everything the person is to be asked about before the form is sent: what is unusual, and what would be dropped. `answers`:
 * those of the whole form, where they were accepted already.
 */
export function questionsAbout(
  form: Form,
  draft: Draft,
  context: FormContext,
  { answers } = accept(form, draft, context),
): Question[] {
  return [...(form.ask?.(answers, draft, context) ?? []), ...unusedIn(form, draft, context)].slice(0, QUESTIONS);
}

/** What was filled in and is not asked any more, since another answer has changed. */
function unusedIn(form: Form, draft: Draft, context: FormContext): Question[] {
  const asked = new Set(pagesOf(form, draft, context).flatMap((page) => fieldsOf(page, draft, context)));
  let start: Draft['values'] | undefined;
  return Object.entries(fieldsIn(form, draft, context)).flatMap(([name, field]) => {
    const raw = draft.values[name] ?? null;
    // Times are filled in by the form itself, and mean nothing alone.
    const nothing = raw === null || typeof raw === 'number';
    const empty = nothing || raw.length === 0 || (typeof raw === 'string' && raw.trim() === '');
    if (asked.has(name) || empty) return [];
    start ??= form.start(context).values;
    if (JSON.stringify(raw) === JSON.stringify(start[name] ?? null)) return [];
    return [
      {
        id: `unused ${name} ${JSON.stringify(raw)}`,
        text: context.words.review.question.unused({ label: escaped(field.texts(context).label) }),
      },
    ];
  });
}
