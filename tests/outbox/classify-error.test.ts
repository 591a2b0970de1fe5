import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { backoff, classifyError, GiveUp, Later, MAX_BACKOFF, Unanswered } from '../../src/slack-api/classify-error.ts';
import { verdicts } from '../../src/slack-api/slack-codes.ts';
import { keptRemedy, type Remedy, remedyText } from '../../src/words/remedy.ts';
import { wordsFor } from '../../src/words/words.ts';
import { commonErrors, ownErrors } from './documented-errors.ts';

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
    ['an archived channel needs a human',          platform('is_archived'),                    { kind: 'give up', remedy: { say: 'channel_gone' } }],
    ['a missing scope is named',                   platform('missing_scope', { needed: 'files:write' }), { kind: 'give up', remedy: { say: 'missing_scope', scope: 'files:write' } }],
    ['an unknown word of Slack’s may pass, else needs a human', platform('something_new'),     { kind: 'again', inDoubt: true, slowly: false, atLast: { say: 'undocumented', code: 'something_new' } }],
    ['an effect may give up by itself',            new GiveUp('x', { say: 'no_channel' }),     { kind: 'give up', remedy: { say: 'no_channel' } }],
    ['a fault of ours may pass, else needs a human', new Error('bug'),                         { kind: 'again', inDoubt: true, slowly: false, atLast: { say: 'fault' } }],
    ['a 429 in zero seconds waits all the same',   new WebAPIRateLimitedError(0),              { kind: 'later', wait: 1000 }],
    ['ratelimited on 200 waits as long as Slack says', platform('ratelimited', { response_metadata: { retryAfter: 9 } }), { kind: 'later', wait: 9000 }],
    ['ratelimited on 200 without a time waits half a minute', platform('rate_limited'),        { kind: 'later', wait: 30_000 }],
    ['JSON that is not Slack’s may have happened', new WebAPIPlatformError(JSON.parse('{"ok":false}')), { kind: 'again', inDoubt: true, slowly: false }],
    ['an answer that breaks off may have happened', new Unanswered('x'),                       { kind: 'again', inDoubt: true, slowly: false }],
  ];
  test.each(table)('%s', (_, error, verdict) => expect(classifyError(error)).toEqual(verdict));

  test('an HTTP 500 may have happened', () => {
    const error = new WebAPIHTTPError(500, 'Internal Server Error', {}, '');
    expect(classifyError(error)).toEqual({ kind: 'again', inDoubt: true, slowly: false });
  });

  test('waits double from a second, with jitter, to a minute', () => {
    expect([1, 2, 3, 4].map((attempt) => backoff(attempt, false, 0.5))).toEqual([1000, 2000, 4000, 8000]);
    expect(backoff(50, false, 0.5)).toBe(60_000);
    expect(backoff(50, true, 1)).toBe(MAX_BACKOFF);
    expect(backoff(1, true, 0.5)).toBe(15_000);
    expect([backoff(3, false, 0), backoff(3, false, 1)]).toEqual([3000, 5000]);
  });
});

describe('every error that Slack documents for a method we call', () => {
  /** Slack's words for these speak of time, load or migration, or of access that comes back for the whole workspace at once. */
  // biome-ignore format: a table reads best as a table
  const heals = {
    later:      ['ratelimited', 'rate_limited', 'too_many_requests'],
    'in doubt': ['internal_error', 'fatal_error', 'request_timeout', 'update_failed', 'file_update_failed'],
    again:      ['service_unavailable', 'invalid_cursor', 'streaming_state_conflict'],
    slowly:     ['invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'account_inactive', 'not_allowed_token_type',
                 'team_access_not_granted', 'accesslimited', 'ekm_access_denied', 'org_login_required', 'team_added_to_org',
                 'two_factor_setup_required', 'message_limit_exceeded', 'external_channel_migrating'],
  };
  const sorted = (code: string): string => {
    const verdict = classifyError(platform(code));
    if (verdict.kind !== 'again') return verdict.kind;
    return verdict.slowly ? 'slowly' : verdict.inDoubt ? 'in doubt' : 'again';
  };

  test.each(Object.entries(ownErrors))(
    'of %s has a verdict: time heals it, or a human is told what to do',
    (_, own) => {
      for (const code of [...commonErrors, ...own]) {
        const verdict = classifyError(platform(code));
        expect(code === 'missing_scope' || verdicts.has(code), `${code} has a verdict of its own`).toBe(true);
        const wanted = Object.entries(heals).find(([, codes]) => codes.includes(code))?.[0] ?? 'give up';
        expect([code, sorted(code)]).toEqual([code, wanted]);
        if (verdict.kind === 'give up')
          expect(remedyText(keptRemedy(verdict.remedy), wordsFor('en-GB')), code).toMatch(/retry/);
      }
    },
  );

  test('and each that heals by itself is one that is documented', () => {
    const documented = new Set([...commonErrors, ...Object.values(ownErrors).flat()]);
    const ours = Object.values(heals).flat();
    expect(ours.filter((code) => !documented.has(code))).toEqual([]);
  });
});

describe('A8 a remedy says what the word means', () => {
  const remedyOf = (code: string): Remedy['say'] | undefined => {
    const verdict = classifyError(platform(code));
    return verdict.kind === 'give up' ? verdict.remedy.say : undefined;
  };
  // biome-ignore format: a table reads best as a table
  const meanings: [Remedy['say'], readonly string[]][] = [
    ['channel_gone',                             ['channel_not_found', 'not_in_channel', 'is_archived', 'is_inactive', 'invalid_channel']],
    ['limited_access',                           ['channel_is_limited_access']],
    ['no_permission',                            ['no_permission', 'access_denied']],
    ['file_unseen',                              ['not_visible']],
    ['file_gone',                                ['file_not_found', 'file_deleted', 'file_is_deleted']],
    ['fixed_message',                            ['cant_update_message', 'edit_window_closed']],
    ['gone_message',                             ['message_not_found', 'cannot_reply_to_message', 'thread_not_found']],
    ['channel_setting',                          ['posting_to_channel_denied', 'restricted_action_read_only_channel', 'restricted_action_thread_locked',
                                                  'restricted_action_thread_only_channel', 'restricted_action_non_threadable_channel']],
    ['not_for_enterprise',                       ['enterprise_is_restricted']],
    ['canvases_off',                             ['canvas_disabled_user_team', 'canvas_disabled_file_team', 'canvas_globally_disabled']],
    ['person_out',                               ['user_not_found', 'user_disabled', 'user_is_restricted', 'ura_max_channels', 'cannot_dm_bot', 'cant_invite',
                                                  'org_user_not_in_team', 'user_not_visible', 'invitee_cant_see_channel', 'no_external_invite_permission']],
    ['storage_full',                             ['storage_limit_reached']],
    ['shared_out',                               ['slack_connect_file_link_sharing_blocked', 'cannot_bookmark_from_external_org']],
    ['too_old',                                  ['method_deprecated', 'unknown_method', 'not_implemented']],
  ];
  test.each(meanings.flatMap(([meaning, codes]) => codes.map((code): [string, Remedy['say']] => [code, meaning])))(
    '%s',
    (code, meaning) => expect(remedyOf(code)).toBe(meaning),
  );

  test('and only what is about a channel that is gone speaks of one', () => {
    const told = [...verdicts.keys()].filter((code) => remedyOf(code) === 'channel_gone');
    expect(told.toSorted()).toEqual([
      'channel_not_found',
      'invalid_channel',
      'is_archived',
      'is_inactive',
      'not_in_channel',
    ]);
  });
});
