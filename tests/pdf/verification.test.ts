import { describe, expect, test } from 'vitest';
import type { Version } from '../../src/order/order.ts';
import { isGenuine, readCode, verificationCode } from '../../src/verification.ts';
import { approvedOrder, confirmed, item } from './orders.ts';

const order = confirmed(approvedOrder(), [item('a'), item('b')]);
const versionOf = (n: number): Version => {
  const found = order.versions.find((one) => one.n === n);
  if (!found) throw expect.unreachable(`no version ${n}`);
  return found;
};
const code = verificationCode(order, versionOf(2));

test('a code names the order and the version', () => {
  expect(code).toMatch(/^SO-000123-2-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
});

describe('the code that was printed', () => {
  test.each([
    ['as printed', code],
    ['in small letters', code.toLowerCase()],
    ['with spaces', ` ${code.replaceAll('-', ' ')} `],
    ['without its letters in front', code.replace('SO-', '')],
    ['with letters that look like digits', `SO-000123-2-${code.slice(12).replaceAll('0', 'O').replaceAll('1', 'l')}`],
  ])('is read %s', (_, typed) => {
    const read = readCode(typed);
    expect(read).toMatchObject({ number: 123, version: 2 });
    expect(read && isGenuine(read, order, versionOf(2))).toBe(true);
  });

  test.each([
    [
      '',
      'SO-000123',
      'SO-000123-2',
      `${code}0`,
      code.slice(0, -1),
      'hello',
      'x'.repeat(5000),
      '-'.repeat(5000),
      `1-1-${'0 '.repeat(3000)}x`,
    ],
  ])('is told from anything else', (...others) => {
    for (const other of others) expect(readCode(other)).toBeUndefined();
  });
});

test('any other version, order or workspace, and any change of the content, has another code', () => {
  const second = versionOf(2);
  const others = [
    verificationCode(order, { ...versionOf(1), n: 2 }),
    verificationCode({ ...order, id: 'O2' }, second),
    verificationCode({ ...order, team: 'T2' }, second),
    verificationCode(order, { ...second, content: { ...second.content, title: `${second.content.title}.` } }),
  ];
  expect(new Set([code, ...others])).toHaveLength(5);
});

test('it does not depend on the order in which the content was stored', () => {
  const turned = Object.fromEntries(Object.entries(versionOf(2)).reverse());
  expect(verificationCode(order, JSON.parse(JSON.stringify(turned)))).toBe(code);
});
