import { expect } from 'vitest';

/** What somebody may type who wants to ping, link or forge. */
export const HOSTILE =
  '<!channel> <!here|now> <@UANA> <#C1> <!subteam^S1> <https://evil.example|PDF v2> &lt;!channel&gt; &';

/** Every text of a payload in which Slack resolves mentions and links: mrkdwn objects, and a message's own `text`. */
export function spoken(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(spoken);
  if (typeof node !== 'object' || node === null) return [];
  const members: Record<string, unknown> = { ...node };
  const own = members.type === 'mrkdwn' || 'blocks' in members ? members.text : undefined;
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(members).flatMap(spoken)];
}

/** Everything of a payload that the eye sees, plain texts included. */
export function seen(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(seen);
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, member]) =>
    key === 'text' && typeof member === 'string' ? [member] : seen(member),
  );
}

/** What we write ourselves: mentions of people by id, channels by id, dates, and links to Slack's own addresses. */
const ours = [
  /^<@[UW][A-Z0-9]+>$/,
  /^<#C[A-Z0-9]+>$/,
  /^<!date\^\d+\^\{date_short_pretty\} \{time\}\|\d{4}-\d\d-\d\d \d\d:\d\d UTC>$/,
  /^<https:\/\/work\.slack\.com\/[a-zA-Z0-9/.]+\|(?:PDF v\d+|this message)>$/,
];

/** Fails where a payload holds markup that is not ours, or mentions somebody who may not be mentioned there. */
export function cannotPing(payload: unknown, mayMention: readonly string[], where = ''): void {
  for (const text of spoken(payload)) {
    for (const [token] of text.matchAll(/<[^>]*>?|>(?! )/g)) {
      if (token === '>') expect(text, `${where}: an angle bracket that is no quotation`).not.toMatch(/[^\n]>/);
      else
        expect(
          ours.some((form) => form.test(token)),
          `${where}: ${token} in ${text}`,
        ).toBe(true);
    }
    for (const [, id] of text.matchAll(/<@([A-Z0-9]+)>/g)) expect(mayMention, `${where}: ${text}`).toContain(id);
    expect(text.replaceAll(/&(?:amp|lt|gt);/g, ''), `${where}: ${text}`).not.toContain('&');
    expect(text, where).not.toMatch(/<!(?:channel|here|everyone|subteam)/);
  }
}
