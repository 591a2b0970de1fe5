import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Node, parseMrkdwn } from '../../sandbox/ui/text/mrkdwn.ts';
import { cleanText } from '../../src/forms/fields/fields.ts';
import { escaped, inert, plain, quoted, unescaped } from '../../src/forms/mrkdwn.ts';
import { card, topic } from '../../src/slack/views/card.ts';
import { seen, spoken } from '../support/markup.ts';
import { words } from '../support/words.ts';
import { inState, item } from '../support/workflow.ts';

/** What stands there for the eye. */
const visible = (nodes: readonly Node[]): string =>
  nodes
    .map((node) => ('children' in node ? visible(node.children) : 'text' in node ? node.text : `(${node.kind})`))
    .join('')
    .replaceAll('\uFEFF', '');
/** Backticks have a look-alike. */
const asShown = (typed: string): string => typed.replaceAll('`', 'ˋ');
const kindsIn = (text: string): string[] => parseMrkdwn(text, true).map(({ kind }) => kind);

// biome-ignore format: a list reads best as a list
const typed = [
  '*bold*', '_italic_', '~struck~', '`code`', '```block```', ':smile:', ':+1:', ':-1:', ':100:', ':flag-de:', '**twice**', '*_both_*', '_*both*_', '***', '*', '`', '~',
  'a *b* c', '(*b*)', '"_x_"', '*ポンプ*', '_насос_', '＊太字＊', '＿斜＿', 'M8*40', 'A_12_B', '2 * 3 * 4', '10:30:15', 'https://evil.example/a_b_c?x=*y*', '<!channel>', '<@U1>',
  '&lt;b&gt;', '> quoted', '＞ quoted', 'line\n> quoted', 'one *two\nthree* four', '*\nx*', '<!date^0^{date}|*>', ':smile::smile:', 'x:smile:y', '@here @channel', '* list\n* list',
  '*a* `b` ~c~ _d_ :e:', '.*.', '*a*b*c*', '🙂*b*🙂', '_', '__init__', ':カスタム:',
];

describe('F15 what people typed is shown as they typed it', () => {
  test.each(typed)('%s', (text) => {
    expect(visible(parseMrkdwn(escaped(text), true))).toBe(asShown(text));
    expect(kindsIn(escaped(text)).filter((kind) => kind !== 'text')).toEqual([]);
    expect(unescaped(escaped(text))).toBe(asShown(text));
  });

  test.each(typed)('%s beside our own formatting, which stays', (text) => {
    const nodes = parseMrkdwn(`*State* ${escaped(text)}, \`code\` and *more*`, true);
    expect(nodes.map(({ kind }) => kind).filter((kind) => kind !== 'text')).toEqual(['bold', 'code', 'bold']);
    expect(visible(nodes)).toBe(`State ${asShown(text)}, code and more`);
  });

  test('anything at all', () => {
    const signs = fc.constantFrom(...'*_~`:>&< \nab1.＊@|é'.split(''), '```', ':smile:', '🙂');
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        const nodes = parseMrkdwn(`x ${escaped(text)} *y*`, true);
        expect(nodes.map(({ kind }) => kind).filter((kind) => kind !== 'text')).toEqual(['bold']);
        expect(visible(nodes)).toBe(asShown(`x ${text} y`));
      }),
      { numRuns: 2000, seed: 20_261_127 },
    );
  });

  test('quoted, it stays within its quotation', () => {
    const nodes = parseMrkdwn(quoted('one *two*\n> three\n`four`'), true);
    expect(nodes.map(({ kind }) => kind)).toEqual(['quote']);
    expect(visible(nodes)).toBe('one *two*\n> three\nˋfourˋ');
  });

  test('pasted back into a form, nothing invisible of ours is left', () => {
    const pasted = parseMrkdwn(escaped('*A-12* :smile: _x_'), true).map((node) => ('text' in node ? node.text : ''));
    expect(cleanText(pasted.join(''), false)).toBe('*A-12* :smile: _x_');
  });

  test('ordinary words carry nothing extra', () => {
    for (const text of ['Replace pump M8*40', 'A_12_B', '10:30', '2 * 3', 'ratio 1:2', 'Größe: 5 m²', 'C:\\temp'])
      expect(escaped(text)).toBe(text);
  });

  test('a card’s title, client, items and files have no formatting of their own', () => {
    const nasty = '*b* _i_ ~s~ `c` :smile: > q';
    const { content } = inState.approved;
    const order = {
      ...inState.approved,
      content: {
        ...content,
        ...{ title: nasty, client: nasty, location: nasty, contact: nasty, clientReference: nasty, description: nasty },
        items: [item('a', { description: nasty, unit: nasty })],
        attachments: [{ fileId: 'F1', name: nasty, mimetype: 'image/png', size: 1 }],
      },
    };
    const drawn = card(order, words);
    const unmeant = (nodes: readonly Node[]): Node[] =>
      nodes.flatMap((node) => {
        if (['italic', 'strike', 'code', 'pre', 'emoji', 'link'].includes(node.kind)) return [node];
        if (node.kind === 'bold' && /b|q/.test(visible(node.children)) && visible(node.children).length < 3)
          return [node];
        return 'children' in node ? unmeant(node.children) : [];
      });
    for (const text of spoken(drawn)) expect(unmeant(parseMrkdwn(text, true)), text).toEqual([]);
    // The header is plain text: exactly as typed.
    expect(seen(drawn)).toContain(`SO-000012 · ${nasty}`);
    expect(plain(nasty)).toEqual({ type: 'plain_text', text: nasty, emoji: false });
  });
});

describe('F15 a channel’s topic', () => {
  const topicOf = (client: string) =>
    topic({ ...inState.approved, content: { ...inState.approved.content, client } }, words);

  test.each([
    ['https://evil.example/pay', 'an address'],
    ['http://10.0.0.1/x', 'an address of numbers'],
    ['evil.example', 'a bare domain'],
    ['me@evil.example', 'an e-mail address'],
  ])('%s: no link', (client) => {
    expect(topicOf(client)).not.toMatch(/https?:\/\/|\w\.[a-z]{2}|\w@\w/);
    expect(unescaped(topicOf(client))).toContain(client);
  });

  test('nothing invisible of anybody’s, but what joins letters and emoji', () => {
    expect(inert('Ac\u200b\u2060\u00ad\ufeffme')).toBe('Acme');
    expect(inert('می\u200cچرخد 👩\u200d🔧 ❤\ufe0f')).toBe('می\u200cچرخد 👩\u200d🔧 ❤\ufe0f');
    expect(topicOf('Acme\u200b\u200b Ltd.')).toBe(`SO-000012 · Acme Ltd. · ${words.order.state.approved} · v1`);
  });

  test('no emoji, no mention', () => {
    expect(topicOf(':smile: <!channel>')).not.toMatch(/:smile:|[<>]/);
  });

  test('is never longer than Slack takes', () => {
    expect(topicOf('a.bc'.repeat(60)).length).toBeLessThanOrEqual(250);
  });
});
