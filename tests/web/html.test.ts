import { expect, test } from 'vitest';
import { html, lines, textOf, wholeNumbers } from '../../src/web/html.ts';

const HOSTILE = `<script>alert("1")</script> & 'x'`;

test('text is escaped, between tags and in attributes', () => {
  expect(textOf(html`<p title="${HOSTILE}">${HOSTILE}</p>`)).toBe(
    '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>',
  );
});

test('markup stays, alone and in lists, and is not escaped twice', () => {
  const one = html`<b>${'a & b'}</b>`;
  expect(textOf(html`<p>${one}${[one, one]}</p>`)).toBe('<p><b>a &amp; b</b><b>a &amp; b</b><b>a &amp; b</b></p>');
});

test('what is not there leaves nothing; numbers are written', () => {
  expect(textOf(html`<i>${undefined}${false}${0}</i>`)).toBe('<i>0</i>');
});

test('what only looks like markup is none', () => {
  const faked = JSON.parse('{"markup":"<b>"}');
  expect(() => textOf(html`${faked}`)).toThrow();
  expect(textOf(lines('a\n<b>\nc'))).toBe('a<br>&lt;b&gt;<br>c');
});

test('no order’s number is broken', () => {
  expect(textOf(wholeNumbers('SO-000012, <b>'))).toBe('<span class="whole">SO-000012</span>, &lt;b&gt;');
  expect(textOf(wholeNumbers('SO-12'))).toBe('SO-12');
  expect(textOf(wholeNumbers('x SO-000012-1-7F3K-9QXM-2PDA'))).toBe(
    'x <span class="whole">SO-000012-1-7F3K-9QXM-2PDA</span>',
  );
});
