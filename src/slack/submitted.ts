import type { ModalView } from '@slack/types';
import type { ViewSubmission } from './payloads.ts';
import type { Typed } from './typed.ts';
import { notice } from './views/notice.ts';

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
}

/** Shows this view in the place of the one that was submitted. */
export const show = (view: ModalView): Submitted => ({ ack: { response_action: 'update', view } });
/** Tells the person something there (escaped mrkdwn), with what they had typed. */
export const say = (title: string, text: string, typed: readonly Typed[] = []): Submitted =>
  show(notice(title, text, typed));

/** The modal carries what we do not know (any more). */
export const outdated = (): Submitted =>
  say('Out of date', 'This form is from an older version of the app. Close it and open it again.');

/** Where another try may do, the form stays as it is, with the sentence under its first field. */
export function sorry({ view }: ViewSubmission, { sorry, passing }: { sorry: string; passing?: true }): Submitted {
  const first = Object.keys(view.state?.values ?? {})[0];
  if (!passing) return say('Service order', sorry);
  // A page without fields (a review) stays as it is underneath.
  if (first === undefined) return { ack: { response_action: 'push', view: notice('Service order', sorry) } };
  return { ack: { response_action: 'errors', errors: { [first]: sorry } } };
}
