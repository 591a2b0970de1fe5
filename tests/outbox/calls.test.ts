import { WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { expect, test } from 'vitest';
import { createCalls } from '../../src/outbox/calls/calls.ts';
import { Unanswered } from '../../src/slack-api/classify-error.ts';

function calling() {
  let clock = 1_000_000;
  const held: [string, number][] = [];
  let back = 0;
  let answer = async (): Promise<{ ok: boolean }> => ({ ok: true });
  const call = createCalls({
    client: { apiCall: () => answer() },
    watch: (_method, made) => made(),
    pace: { take: async () => {}, hold: (method, wait) => void held.push([method, wait]) },
    now: () => clock,
    onBack: () => {
      back++;
    },
  });
  const calls = {
    'chat.postMessage': () => call('chat.postMessage', { channel: 'C1', text: 'x' }),
    'chat.update': () => call('chat.update', { channel: 'C1', ts: '1.2', text: 'x' }),
    'conversations.create': () => call('conversations.create', { name: 'x' }),
    'files.info': () => call('files.info', { file: 'F1' }),
    'pins.add': () => call('pins.add', { channel: 'C1', timestamp: '1.2' }),
  };
  type Method = keyof typeof calls;
  const fails = (method: Method, error: unknown) => {
    answer = () => Promise.reject(error);
    return calls[method]().catch((thrown: unknown) => thrown);
  };
  const works = (method: Method) => {
    answer = async () => ({ ok: true });
    return calls[method]();
  };
  const pass = (ms: number) => {
    clock += ms;
  };
  return { back: () => back, fails, held, pass, works };
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
