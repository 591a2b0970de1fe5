/** Slack's mrkdwn, taken apart. */
export type Node =
  | { kind: 'text'; text: string }
  | { kind: 'bold' | 'italic' | 'strike' | 'quote'; children: Node[] }
  | { kind: 'code' | 'pre'; text: string }
  | { kind: 'link'; url: string; children: Node[] }
  | { kind: 'user' | 'channel' | 'broadcast'; id: string }
  | { kind: 'date'; seconds: number; format: string; fallback: string }
  | { kind: 'emoji'; name: string };

/** The three characters that Slack escapes, as they were. */
export const unescaped = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Takes mrkdwn apart; `verbatim` leaves bare addresses as they are. */
export function parseMrkdwn(text: string, verbatim = false): Node[] {
  return text.split(/```([\s\S]+?)```/).flatMap((part, at): Node[] => {
    if (at % 2 === 1) return [{ kind: 'pre', text: unescaped(part.replace(/^\n|\n$/g, '')) }];
    return part === '' ? [] : lines(part, verbatim);
  });
}

const QUOTE = /^(?:>|&gt;) ?/;

function lines(text: string, verbatim: boolean): Node[] {
  const nodes: Node[] = [];
  let plain: string[] = [];
  let quoted: string[] = [];
  const flush = () => {
    if (quoted.length > 0) nodes.push({ kind: 'quote', children: inline(quoted.join('\n'), verbatim) });
    if (plain.length > 0) nodes.push(...inline(plain.join('\n'), verbatim));
    quoted = [];
    plain = [];
  };
  for (const line of text.split('\n')) {
    const isQuote = QUOTE.test(line);
    if (isQuote !== quoted.length > 0) flush();
    if (isQuote) quoted.push(line.replace(QUOTE, ''));
    else plain.push(line);
  }
  flush();
  return nodes;
}

const STYLES = { '*': 'bold', _: 'italic', '~': 'strike' } as const;
const TOKEN =
  /`([^`\n]+)`|<([^<>\n]+)>|:([a-z0-9_+-]+):|(?<![\p{L}\p{N}*_~])([*_~])(?=\S)((?:(?!\4)[^\n])*?\S)\4(?![\p{L}\p{N}])|(https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)])/gu;

function inline(text: string, verbatim: boolean): Node[] {
  const nodes: Node[] = [];
  let end = 0;
  const plain = (piece: string) => {
    if (piece !== '') nodes.push({ kind: 'text', text: unescaped(piece) });
  };
  for (const match of text.matchAll(TOKEN)) {
    const [all, code, angle, emoji, mark, styled, address] = match;
    plain(text.slice(end, match.index));
    end = match.index + all.length;
    if (code !== undefined) nodes.push({ kind: 'code', text: unescaped(code) });
    else if (angle !== undefined) nodes.push(reference(angle, verbatim));
    else if (emoji !== undefined) nodes.push({ kind: 'emoji', name: emoji });
    else if (isMark(mark)) nodes.push({ kind: STYLES[mark], children: inline(styled ?? '', verbatim) });
    else if (address !== undefined && !verbatim) nodes.push(link(address, address));
    else plain(all);
  }
  plain(text.slice(end));
  return nodes;
}

const isMark = (mark: string | undefined): mark is keyof typeof STYLES => mark !== undefined && mark in STYLES;

const link = (url: string, label: string): Node => ({
  kind: 'link',
  url: unescaped(url),
  children: [{ kind: 'text', text: unescaped(label) }],
});

/** What stands between angle brackets: a mention, a date or a link. */
function reference(inside: string, verbatim: boolean): Node {
  const [target = '', label] = inside.split(/\|(.*)/s);
  const date = /^!date\^(\d+)\^([^^]*)(?:\^[^^]*)?$/.exec(target);
  if (date) return { kind: 'date', seconds: Number(date[1]), format: date[2] ?? '', fallback: unescaped(label ?? '') };
  if (/^@[UW]/.test(target)) return { kind: 'user', id: target.slice(1) };
  if (/^#[CGD]/.test(target)) return { kind: 'channel', id: target.slice(1) };
  if (/^!(here|channel|everyone)$/.test(target)) return { kind: 'broadcast', id: target.slice(1) };
  if (/^(https?|mailto|tel):/.test(target))
    return {
      kind: 'link',
      url: unescaped(target),
      children: label ? inline(label, verbatim) : [{ kind: 'text', text: unescaped(target) }],
    };
  return { kind: 'text', text: unescaped(label ?? `<${inside}>`) };
}
