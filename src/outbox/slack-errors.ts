import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { codeOf } from '../slack/error-code.ts';
import { Later } from './pace.ts';

/** A human has to do something; `remedy` says what. */
export class GiveUp extends Error {
  override name = 'GiveUp';
  readonly remedy: string;
  constructor(code: string, remedy: string) {
    super(code);
    this.remedy = remedy;
  }
}

/** Something outside the Web API (an upload) was not answered well; time may heal it. */
export class Unanswered extends Error {
  override name = 'Unanswered';
}

/** What to do about a failure. `inDoubt`: Slack may have done it all the same. Waits in milliseconds. */
export type Verdict =
  | { readonly kind: 'later'; readonly wait: number }
  | { readonly kind: 'again'; readonly inDoubt: boolean; readonly slowly: boolean }
  | { readonly kind: 'give up'; readonly remedy: string };

const again = (inDoubt: boolean, slowly = false): Verdict => ({ kind: 'again', inDoubt, slowly });
const giveUp = (remedy: string): Verdict => ({ kind: 'give up', remedy });

const reinstall = 'Check the bot token in .env, or reinstall the app in Slack and put the new token there.';
const channelGone =
  'The channel is gone, archived, or the app was removed from it. Unarchive it or add the app again, then retry.';

/** Slack's error codes by what to do. "Already so" is not here: each effect knows which of those mean it is done. */
// biome-ignore format: a table reads best as a table
const codes: Readonly<Record<string, Verdict>> = {
  internal_error:          again(true),
  fatal_error:             again(true),
  request_timeout:         again(true),
  service_unavailable:     again(false),
  ratelimited:             { kind: 'later', wait: 30_000 },
  rate_limited:            { kind: 'later', wait: 30_000 },
  message_limit_exceeded:  again(false, true),
  invalid_auth:            again(false, true),
  not_authed:              again(false, true),
  token_revoked:           again(false, true),
  token_expired:           again(false, true),
  account_inactive:        again(false, true),
  team_access_not_granted: again(false, true),
  is_archived:             giveUp(channelGone),
  channel_not_found:       giveUp(channelGone),
  not_in_channel:          giveUp(channelGone),
  is_inactive:             giveUp(channelGone),
  restricted_action:       giveUp('A workspace setting forbids this to apps. Ask a workspace owner to allow it, then retry.'),
  cannot_create_channel:   giveUp('A workspace setting forbids apps to create channels. Ask a workspace owner to allow it, then retry.'),
  messages_tab_disabled:   giveUp("The app's Messages tab is off. Turn it on in the app's settings (App Home), then retry."),
  file_uploads_disabled:   giveUp('This workspace does not allow file uploads. Ask a workspace owner to allow PDFs, then retry.'),
  file_uploads_except_images_disabled: giveUp('This workspace allows only images. Ask a workspace owner to allow PDFs, then retry.'),
  file_type_not_allowed:   giveUp('This workspace does not allow PDF files. Ask a workspace owner to allow them, then retry.'),
  storage_limit_reached:   giveUp("The workspace's file storage is full. Delete old files or change the plan, then retry."),
};

/** Sorts a failure once and for all. Anything Slack did not answer cleanly may have happened. */
export function verdictOn(error: unknown): Verdict {
  if (error instanceof Later) return { kind: 'later', wait: error.wait };
  if (error instanceof GiveUp) return giveUp(error.remedy);
  if (error instanceof WebAPIRateLimitedError) return { kind: 'later', wait: error.retryAfter * 1000 };
  // The SDK's word for a 429 that does not say how long.
  if (error instanceof Error && error.message.startsWith('Retry header')) return { kind: 'later', wait: 30_000 };
  if (error instanceof WebAPIRequestError || error instanceof WebAPIHTTPError) return again(true);
  if (!(error instanceof WebAPIPlatformError)) return again(true);
  const code = codeOf(error);
  if (code === 'missing_scope') {
    const needed = 'needed' in error.data ? String(error.data.needed) : 'named in the log';
    return giveUp(
      `The app lacks the scope ${needed}. Add it (slack-manifest.yml has it), reinstall the app, then retry.`,
    );
  }
  const known = Object.hasOwn(codes, code) ? codes[code] : undefined;
  if (known) return known;
  // Not one of Slack's words: a proxy's or a fault's page instead of an answer.
  if (!/^[a-z][a-z0-9_]*$/.test(code)) return again(true);
  return giveUp(`Slack answered “${code}”. See docs/operations.md, mend the cause, then retry. ${reinstall}`);
}

/** Milliseconds before the next attempt: doubling from one second, with jitter; at most five minutes. */
export function backoff(attempt: number, slowly: boolean, random: number): number {
  const base = Math.min(1000 * 2 ** Math.min(attempt - 1, 20), 300_000);
  return Math.round((slowly ? Math.max(base, 15_000) : base) * (0.75 + random / 2));
}

/** True when the call failed with one of these codes. */
export const failedWith = (error: unknown, ...wanted: readonly string[]): boolean =>
  error instanceof WebAPIPlatformError && wanted.includes(codeOf(error));
