import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { Later } from '../../src/outbox/pace.ts';
import { backoff, GiveUp, verdictOn } from '../../src/outbox/slack-errors.ts';

const platform = (error: string, more: Record<string, unknown> = {}) =>
  new WebAPIPlatformError({ ok: false, error, ...more });

describe('what to do about a failure', () => {
  // biome-ignore format: a table reads best as a table
  const table: [string, unknown, Record<string, unknown>][] = [
    ['a 429 waits as long as Slack says',          new WebAPIRateLimitedError(7),              { kind: 'later', wait: 7000 }],
    ['a 429 that says no time waits half a minute', new Error('Retry header did not contain a valid timeout (url: x)'), { kind: 'later', wait: 30_000 }],
    ['our own pacing waits',                       new Later(250, 'x'),                        { kind: 'later', wait: 250 }],
    ['no answer: it may have happened',            new WebAPIRequestError(new Error('reset')), { kind: 'again', inDoubt: true, slowly: false }],
    ['internal_error: it may have happened',       platform('internal_error'),                 { kind: 'again', inDoubt: true, slowly: false }],
    ['service_unavailable: it did not happen',     platform('service_unavailable'),            { kind: 'again', inDoubt: false, slowly: false }],
    ['a page instead of an answer',                platform('<html>Bad gateway</html>'),       { kind: 'again', inDoubt: true, slowly: false }],
    ['a revoked token heals when it is put right', platform('token_revoked'),                  { kind: 'again', inDoubt: false, slowly: true }],
    ['an archived channel needs a human',          platform('is_archived'),                    { kind: 'give up', remedy: expect.stringContaining('Unarchive it') }],
    ['a missing scope is named',                   platform('missing_scope', { needed: 'files:write' }), { kind: 'give up', remedy: expect.stringContaining('files:write') }],
    ['an unknown word of Slack’s needs a human',   platform('something_new'),                  { kind: 'give up', remedy: expect.stringContaining('something_new') }],
    ['an effect may give up by itself',            new GiveUp('x', 'do this'),                 { kind: 'give up', remedy: 'do this' }],
    ['a fault of ours is tried again',             new Error('bug'),                           { kind: 'again', inDoubt: true, slowly: false }],
  ];
  test.each(table)('%s', (_, error, verdict) => expect(verdictOn(error)).toEqual(verdict));

  test('an HTTP 500 may have happened', () => {
    const error = new WebAPIHTTPError(500, 'Internal Server Error', {}, '');
    expect(verdictOn(error)).toEqual({ kind: 'again', inDoubt: true, slowly: false });
  });

  test('waits double from a second, with jitter, to five minutes', () => {
    expect([1, 2, 3, 4].map((attempt) => backoff(attempt, false, 0.5))).toEqual([1000, 2000, 4000, 8000]);
    expect(backoff(50, false, 0.5)).toBe(300_000);
    expect(backoff(1, true, 0.5)).toBe(15_000);
    expect([backoff(3, false, 0), backoff(3, false, 1)]).toEqual([3000, 5000]);
  });
});
