import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { StoredProblem } from '../../db/shapes/stored.ts';

/** Our word for an answer that is not Slack's: a proxy's page, nothing at all, JSON of another kind. */
export const UNREADABLE = 'unreadable_answer';

/** Our word for a row of the database that cannot be read. */
export const UNREADABLE_ROW = 'unreadable_row';

/** One word for what went wrong with a call: Slack's own error code where there is one. */
export function codeOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError) {
    // The SDK puts the whole body here when it is not JSON.
    const code: unknown = error.data.error;
    return typeof code === 'string' && /^[a-z][a-z0-9_]{0,99}$/.test(code) ? code : UNREADABLE;
  }
  if (error instanceof StoredProblem) return UNREADABLE_ROW;
  if (error instanceof WebAPIRateLimitedError) return 'ratelimited';
  if (error instanceof WebAPIHTTPError) return `http_${error.statusCode}`;
  if (error instanceof WebAPIRequestError) return 'no_answer';
  return error instanceof Error ? error.message : String(error);
}
