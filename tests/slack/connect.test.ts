import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../sandbox/server/instruments/faults.ts';
import { type Sandbox, startSandbox } from '../../sandbox/server/server.ts';
import { readConfig } from '../../src/config.ts';
import { createLog } from '../../src/log.ts';
import { identify, StartProblem, tryAppToken } from '../../src/slack-api/connect.ts';

describe('starting while Slack is in trouble ends with a sentence that says what to do', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterEach(() => sandbox.faults.clear());
  afterAll(() => sandbox.stop());
  const log = createLog('silent');
  const refusal = async (start: Promise<unknown>): Promise<string> => {
    const problem: unknown = await start.catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(StartProblem);
    return problem instanceof Error ? problem.message : '';
  };

  // biome-ignore format: a table reads best as a table
  const troubles: [string, Fault, string][] = [
    ['answers 500',             { kind: 'status', status: 500 },                                 'Slack is in trouble just now (http_500). Start again in a minute.'],
    ['has an error inside',     { kind: 'error', error: 'internal_error' },                      'Slack is in trouble just now (internal_error)'],
    ['moves the workspace',     { kind: 'error', error: 'team_added_to_org' },                   'Slack does not let the app act in this workspace (team_added_to_org)'],
    ['is busy',                 { kind: 'ratelimited', retryAfter: 7 },                          'Start again in 7 seconds'],
    ['is busy, for how long?',  { kind: 'ratelimited', retryAfter: 0, headerless: true },        'Start again in 30 seconds'],
    ['breaks off its answer',   { kind: 'cut' },                                                 'Slack cannot be reached'],
    ['answers with a page',     { kind: 'html' },                                                "is not Slack's Web API"],
    ['is not Slack at all',     { kind: 'status', status: 404 },                                 "is not Slack's Web API"],
    ['refuses the token',       { kind: 'error', error: 'account_inactive' },                    'Slack refuses SLACK_BOT_TOKEN (account_inactive)'],
  ];
  test.each(troubles)('when it %s', async (_, fault, sentence) => {
    sandbox.faults.on('auth.test', fault);
    expect(await refusal(identify(readConfig(sandbox.env), log))).toContain(sentence);
  });

  test('a connection that may not be opened just now does not keep the app from starting; a refused token does', async () => {
    const config = readConfig(sandbox.env);
    for (const headerless of [true, false]) {
      sandbox.faults.on('apps.connections.open', { kind: 'ratelimited', retryAfter: 1, headerless }, { times: 1 });
      await tryAppToken(config, sandbox.appToken, log);
    }
    sandbox.faults.on('apps.connections.open', { kind: 'error', error: 'invalid_auth' }, { times: 1 });
    expect(await refusal(tryAppToken(config, sandbox.appToken, log))).toContain('Slack refuses SLACK_APP_TOKEN');
    sandbox.faults.on('apps.connections.open', { kind: 'status', status: 503 }, { times: 1 });
    expect(await refusal(tryAppToken(config, sandbox.appToken, log))).toContain('in trouble just now (http_503)');
  });
});
