import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { signature } from '../../sandbox/server/delivery/http.ts';
import { isTooDeep } from '../../src/slack/transport/nesting.ts';
import { wordsFor } from '../../src/words/words.ts';
import { command, forgedPress, forgedSubmission, readIn } from '../support/forged.ts';
import { sketches } from '../support/sketches.ts';
import { type Stage, startStage } from '../support/stage.ts';

const HELP = wordsFor().command.help.heading;

/** JSON text that holds a list in a list in a list … */
const nested = (depth: number, sign: '[' | '{' = '[') =>
  sign === '[' ? '['.repeat(depth) + ']'.repeat(depth) : `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
/** An envelope whose payload has this JSON text in it. */
const envelope = (id: string, json: string, type = 'interactive') =>
  `{"envelope_id":"${id}","type":"${type}","accepts_response_payload":true,"payload":{"type":"block_actions","x":${json}}}`;

describe('F12 what nobody sends over the socket ends nothing', () => {
  let stage: Stage;
  const faults: unknown[] = [];
  const fault = (error: unknown) => faults.push(error);
  beforeAll(async () => {
    stage = await startStage('socket', {}, sketches);
    // Somebody the app has not met yet is answered later, by another way.
    await vi.waitFor(async () =>
      expect(await stage.store.person(stage.sandbox.teamId, stage.people.ana.id)).toBeDefined(),
    );
    process.on('uncaughtException', fault);
    process.on('unhandledRejection', fault);
  });
  afterAll(async () => {
    process.off('uncaughtException', fault);
    process.off('unhandledRejection', fault);
    await stage.stop();
  });

  // biome-ignore format: a table reads best as a table
  const messages: readonly [string, string][] = [
    ['lists 20,000 deep',           envelope('E1', nested(20_000))],
    ['objects 20,000 deep',         envelope('E2', nested(20_000, '{'))],
    ['an event 20,000 deep',        envelope('E3', nested(20_000), 'events_api')],
    ['a command 200,000 deep',      envelope('E4', nested(200_000), 'slash_commands')],
    ['a deep type',                 `{"envelope_id":"E5","type":${nested(20_000)},"payload":{}}`],
    ['a deep hello',                `{"type":"hello","connection_info":${nested(20_000)}}`],
    ['deep without an envelope',    nested(20_000)],
    ['deep and cut off',            '['.repeat(20_000)],
    ['three megabytes',             envelope('E6', JSON.stringify('x'.repeat(3_000_000)))],
    ['no JSON',                     '<!channel>'],
    ['nothing',                     ''],
    ['null',                        'null'],
    ['a number',                    '7'],
    ['types that are none',         '{"envelope_id":7,"type":[],"payload":null}'],
    ['an envelope of nothing',      '{"envelope_id":"E7"}'],
    ['a payload that is text',      '{"envelope_id":"E8","type":"interactive","payload":"x"}'],
    ['an event called error',       '{"envelope_id":"E9","type":"error","payload":{}}'],
    ['keys of every object',        '{"envelope_id":"E10","type":"interactive","payload":{"__proto__":{"type":"x"},"constructor":1,"toString":2}}'],
  ];
  test.each(messages)('%s', async (_, text) => {
    stage.sandbox.faults.socket.say(text);
    const heard = await command(stage, stage.people.ana.id, 'help');
    expect(readIn(heard)).toContain(HELP);
    expect(faults).toEqual([]);
  });

  test('an envelope that is only too deep is acked, so that it does not come again', async () => {
    const acked = () => stage.sandbox.complaints.filter(({ kind, text }) => kind === 'bad_ack' && text.includes('E77'));
    stage.sandbox.faults.socket.say(envelope('E77', nested(20_000)));
    await vi.waitFor(() => expect(acked()).toHaveLength(1));
    expect(readIn(await command(stage, stage.people.ana.id, 'help'))).toContain(HELP);
  });

  test('deep inside what a form or a view carries', async () => {
    const { ana } = stage.people;
    const submission = forgedSubmission(stage, ana.id, { form: 'submit', order: '' });
    for (const private_metadata of [nested(1400), nested(20_000), `{"k":${nested(1000)}}`, 'x'.repeat(1_000_000)])
      for (const payload of [
        { ...submission, view: { ...Object(submission.view), private_metadata } },
        { ...forgedPress(stage, ana.id, 'effect_retry'), view: { id: 'V1', type: 'home', private_metadata } },
        forgedPress(stage, ana.id, 'home_older', private_metadata),
      ]) {
        const outcome = await stage.sandbox.deliver({
          type: 'interactive',
          label: 'deep',
          payload,
          acceptsResponse: true,
        });
        expect(outcome.status).toBe('acked');
        expect(readIn(outcome)).not.toMatch(/reference|Error/);
      }
    expect(faults).toEqual([]);
  });
});

test('F12 the same over HTTP is answered 400 and ends nothing', async () => {
  const stage = await startStage('http');
  await vi.waitFor(async () =>
    expect(await stage.store.person(stage.sandbox.teamId, stage.people.ana.id)).toBeDefined(),
  );
  const send = (body: string, type: string) => {
    const at = Math.floor(Date.now() / 1000);
    const headers = {
      ...{ 'content-type': type, 'x-slack-request-timestamp': String(at) },
      'x-slack-signature': signature(stage.sandbox.signingSecret, at, body),
    };
    return fetch(`http://127.0.0.1:${stage.service.port}/slack/events`, { method: 'POST', headers, body });
  };
  const form = 'application/x-www-form-urlencoded';
  for (const json of [nested(20_000), nested(20_000, '{'), `{"type":"event_callback","event":${nested(20_000)}}`]) {
    expect((await send(json, 'application/json')).status).toBe(400);
    expect((await send(`payload=${encodeURIComponent(json)}`, form)).status).toBe(400);
  }
  expect(readIn(await command(stage, stage.people.ana.id, 'help'))).toContain(HELP);
  await stage.stop();
});

test('F12 what is too deep, and what only looks like it', () => {
  expect([nested(100), nested(101), nested(100, '{'), nested(101, '{')].map((json) => isTooDeep(json))).toEqual([
    ...[false, true, false, true],
  ]);
  expect(isTooDeep(JSON.stringify({ text: `\\"${'['.repeat(500)}`, more: '\\' }))).toBe(false);
  expect(isTooDeep(JSON.stringify(Array(500).fill([])))).toBe(false);
});
