import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createCalls } from '../../src/outbox/calls/calls.ts';
import { createMissingScopes } from '../../src/outbox/calls/missing-scopes.ts';
import { Unanswered } from '../../src/slack-api/classify-error.ts';

function calling() {
  let clock = 1_000_000;
  const held: [string, number][] = [];
  const missingScopes = createMissingScopes(() => clock);
  let back = 0;
  const paced = createCalls({
    pace: { take: async () => {}, hold: (method, wait) => void held.push([method, wait]) },
    missingScopes,
    now: () => clock,
    onBack: () => {
      back++;
    },
  });
  const fails = (method: Parameters<typeof paced>[0], error: unknown) =>
    paced(method, () => Promise.reject(error)).catch((thrown: unknown) => thrown);
  const works = (method: Parameters<typeof paced>[0], scopes?: string[]) =>
    paced(method, async () => ({ ok: true, response_metadata: { scopes } }));
  const pass = (ms: number) => {
    clock += ms;
  };
  return { back: () => back, fails, held, missingScopes, pass, works };
}
const lost = new WebAPIRequestError(new Error('reset'));
const refusal = (error: string) => new WebAPIPlatformError({ ok: false, error });

test('the first call that works after others of its method failed says that Slack is back, once', async () => {
  const { back, fails, works } = calling();
  await works('chat.postMessage');
  expect(back()).toBe(0);
  await fails('chat.postMessage', lost);
  await fails('chat.postMessage', refusal('token_revoked'));
  await works('files.info');
  expect(back()).toBe(0);
  await works('chat.postMessage');
  await works('chat.postMessage');
  expect(back()).toBe(1);
});

test('a refusal is an answer as well: Slack is back', async () => {
  const { back, fails } = calling();
  await fails('conversations.create', lost);
  await fails('conversations.create', refusal('restricted_action'));
  expect(back()).toBe(1);
});

test('a method that fails every other time does not drive the outbox on', async () => {
  const { back, fails, pass, works } = calling();
  for (let n = 0; n < 50; n++) {
    await fails('chat.update', lost);
    await works('chat.update');
    pass(100);
  }
  expect(back()).toBe(1);
  pass(5000);
  await works('chat.update');
  expect(back()).toBe(2);
});

test('an answer that breaks off halfway is trouble of Slack’s, not a fault of ours', async () => {
  const { fails } = calling();
  const error = await fails('chat.postMessage', new TypeError('terminated'));
  expect(error).toBeInstanceOf(Unanswered);
});

test('a rate limit holds its method back for as long as Slack says', async () => {
  const { fails, held } = calling();
  await fails('chat.update', new WebAPIRateLimitedError(7));
  await fails('pins.add', new Error('Retry header did not contain a valid timeout (url: x, retry-after header: null)'));
  expect(held).toEqual([
    ['chat.update', 7000],
    ['pins.add', 30_000],
  ]);
});

test('a method that a scope is missing for is left out for ten minutes, or until Slack names other scopes', async () => {
  const { fails, missingScopes, pass, works } = calling();
  await works('chat.update', ['chat:write']);
  await fails('pins.add', refusal('missing_scope'));
  await works('chat.update', ['chat:write']);
  expect([missingScopes.has('pins.add'), missingScopes.has('bookmarks.add')]).toEqual([true, false]);
  await works('chat.update');
  expect(missingScopes.has('pins.add')).toBe(true);
  await works('chat.update', ['pins:write', 'chat:write']);
  expect(missingScopes.has('pins.add')).toBe(false);
  await fails('pins.add', refusal('missing_scope'));
  pass(600_000);
  expect(missingScopes.has('pins.add')).toBe(false);
});
