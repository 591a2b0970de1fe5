import { describe, expect, test } from 'vitest';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import { ANSWER_LIMIT, fitsAnswer, fitted } from '../../src/slack/transport/answer-size.ts';
import { notice } from '../../src/slack/views/notice.ts';

/** The answer as Slack's SDK sends it. */
const frame = (payload: unknown) =>
  Buffer.byteLength(JSON.stringify({ envelope_id: 'dbdd0ef3-1543-4f94-bfb4-133d0e6c1545', payload: payload ?? {} }));
const WIDE = 'ポンプ';
const ROOM = ANSWER_LIMIT - frame({ text: '' });

describe('A1 an answer leaves as it is as long as Slack takes it', () => {
  test.each([undefined, {}, { text: 'Hello' }, { text: 'x'.repeat(ROOM - 1) }])('%#', (answer) => {
    expect(fitsAnswer(answer)).toBe(true);
    expect(fitted(answer)).toBe(answer);
  });

  test('it is bytes that count', () => {
    expect(fitsAnswer({ text: 'x'.repeat(ROOM) })).toBe(false);
    expect(fitsAnswer({ text: 'あ'.repeat(Math.ceil(ROOM / 3)) })).toBe(false);
  });
});

describe('A1 whatever is larger leaves smaller', () => {
  const errors = Object.fromEntries(Array.from({ length: 12 }, (_, n) => [`field${n}`, WIDE.repeat(600)]));
  const options = Array.from({ length: 100 }, (_, n) => ({
    text: { type: 'plain_text', text: WIDE.repeat(25) },
    value: `v${n}`,
  }));
  const large: Record<string, unknown> = {
    errors: { response_action: 'errors', errors },
    options: { options },
    'a notice': {
      response_action: 'update',
      view: notice('Not possible', WIDE.repeat(900), [{ label: 'Reason', text: WIDE.repeat(9000) }]),
    },
    'a pushed view': {
      response_action: 'push',
      view: notice('Item', WIDE.repeat(900), [{ label: 'x', text: WIDE.repeat(5000) }]),
    },
    'a command’s answer': { response_type: 'ephemeral', text: WIDE.repeat(5000), blocks: [] },
    'something that nobody makes': { whatever: WIDE.repeat(5000) },
  };

  test.each(Object.entries(large))('%s', (_, answer) => {
    expect(frame(answer)).toBeGreaterThanOrEqual(20_480);
    expect(frame(fitted(answer))).toBeLessThan(ANSWER_LIMIT);
  });

  test('errors stay under all their fields, options stay whole and in order', () => {
    const shorter = fitted(large.errors) as { errors: Record<string, string> };
    expect(Object.keys(shorter.errors)).toEqual(Object.keys(errors));
    for (const text of Object.values(shorter.errors)) expect(text).toMatch(/^ポンプ.*…$/);
    const fewer = fitted(large.options) as { options: unknown[] };
    expect(fewer.options.length).toBeGreaterThan(50);
    expect(fewer.options).toEqual(options.slice(0, fewer.options.length));
  });

  test('a notice keeps its beginning, and Slack takes it', () => {
    const { view } = fitted(large['a notice']) as { view: { blocks: unknown[] } };
    expect(validateView(JSON.parse(JSON.stringify(view)))).toEqual([]);
    expect(JSON.stringify(view.blocks[0])).toContain(WIDE);
    expect(view.blocks.length).toBeGreaterThan(3);
  });
});
