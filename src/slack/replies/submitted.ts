import { setTimeout } from 'node:timers/promises';
import type { KnownBlock, ModalView } from '@slack/types';
import type { UserInput } from '../../forms/fields/user-input.ts';
import type { Words } from '../../words/words.ts';
import { fitsAnswer } from '../transport/answer-size.ts';
import type { ViewSubmission } from '../transport/payloads.ts';
import { notice, waitingFor } from '../views/notice.ts';
import type { BestEffortUpdates } from './best-effort-updates.ts';
import type { Caller, Views } from './open-views.ts';

/** What Slack is answered with when a modal is submitted; {} closes it. */
export type SubmissionAck =
  | { readonly response_action?: undefined }
  | { readonly response_action: 'errors'; readonly errors: Record<string, string> }
  | { readonly response_action: 'update' | 'push'; readonly view: ModalView }
  | { readonly response_action: 'clear' };

/** The ack, and what is to be done once it is sent. */
export interface Submitted {
  readonly ack: SubmissionAck;
  readonly after?: () => Promise<void>;
  /** The ack shows a page of a form. */
  readonly page?: FormPage;
}

/** A page that may be too large for an answer: how it is drawn then, and what the view that stands in for it carries. */
export interface FormPage {
  readonly metadata: string;
  draw(): Promise<void>;
}

/** Shows this view in the place of the one that was submitted. */
export const show = (view: ModalView): Submitted => ({ ack: { response_action: 'update', view } });
/** Tells the person something there (escaped mrkdwn), with what they had typed; `ways`: buttons of what they can do instead. */
export const say = (
  words: Words,
  title: string,
  text: string,
  typed: readonly UserInput[] = [],
  ways: readonly KnownBlock[] = [],
): Submitted => show(notice(words, title, text, typed, ways));

/** How long after an answer Slack has surely taken it, milliseconds: a view drawn before could be drawn over by it. */
const SETTLED = 1000;

/**
 * The same as an answer that Slack takes: another view stands in for one that is too large, which is drawn once Slack has
 * the answer. While Slack is in trouble, again a little later.
 */
export async function answerable(
  words: Caller['words'],
  { updates, views }: { readonly updates: BestEffortUpdates; readonly views: Views },
  viewId: string,
  submitted: Submitted,
): Promise<Submitted> {
  const { ack, after, page } = submitted;
  if (ack.response_action !== 'update' || fitsAnswer(ack)) return submitted;
  const { view } = ack;
  const drawn = async () => (await views.update(viewId, view, undefined)) !== 'later';
  return {
    ack: {
      response_action: 'update',
      view: waitingFor(await words(), page ? { ...view, private_metadata: page.metadata } : view),
    },
    async after() {
      await setTimeout(SETTLED, undefined, { ref: false });
      await (page ? page.draw() : updates.show(`view ${viewId}`, drawn));
      await after?.();
    },
  };
}

/** The modal carries what we do not know (any more). */
export const outdated = (words: Words): Submitted =>
  say(words, words.forms.notice.title.outdated, words.forms.notice.oldApp);

/** A form that could not be loaded. */
export const notStarted = (
  payload: ViewSubmission,
  { sorry, words, passing }: { readonly sorry: string; readonly words: Words; readonly passing?: true },
): Submitted => (passing ? tryAgain(words, payload, sorry) : say(words, words.forms.notice.title.order, sorry));

/** Where another try may do, the form stays as it is, with the sentence under its first field. */
export function tryAgain(words: Words, { view }: ViewSubmission, sorry: string): Submitted {
  const first = Object.keys(view.state?.values ?? {})[0];
  // A page without fields (a review) stays as it is underneath.
  if (first === undefined)
    return { ack: { response_action: 'push', view: notice(words, words.forms.notice.title.order, sorry) } };
  return { ack: { response_action: 'errors', errors: { [first]: sorry } } };
}
