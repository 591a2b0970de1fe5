import { describe, expect, test } from 'vitest';
import { keyedCheck, unkeyedCheck } from '../../db/printed-codes.ts';
import type { Version } from '../../src/order/version.ts';
import { readCode, writtenCode } from '../../src/verification.ts';
import { approvedOrder, confirmed, item } from './orders.ts';

const order = confirmed(approvedOrder(), [item('a'), item('b')]);
const versionOf = (n: number): Version => {
  const found = order.versions.find((one) => one.n === n);
  if (!found) throw expect.unreachable(`no version ${n}`);
  return found;
};
const CHECK = '10MK9QXM2PDA';
const code = writtenCode({ number: 123, version: 2, check: CHECK });

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
    expect(readCode(typed)).toEqual({ number: 123, version: 2, check: CHECK });
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

describe('the last digits', () => {
  const key = { secret: new Uint8Array(32).fill(7) };
  const coded = { team: 'T1', order: 'O1', version: 2 };
  const body = JSON.stringify(versionOf(2));

  test('are others for any other version, order, workspace, key, and any change of what is stored', () => {
    const others = [
      keyedCheck(key, { ...coded, version: 1 }, body),
      keyedCheck(key, { ...coded, order: 'O2' }, body),
      keyedCheck(key, { ...coded, team: 'T2' }, body),
      keyedCheck({ secret: new Uint8Array(32).fill(8) }, coded, body),
      keyedCheck(key, coded, body.replace('pump', 'bump')),
      unkeyedCheck('T1', 'O1', body),
    ];
    expect(new Set([keyedCheck(key, coded, body), ...others])).toHaveLength(7);
    expect(keyedCheck(key, coded, body)).toBe(keyedCheck(key, coded, body));
  });

  test('that were printed before there were keys did not depend on the order in which the content was stored', () => {
    const turned = JSON.stringify(Object.fromEntries(Object.entries(versionOf(2)).reverse()));
    expect(unkeyedCheck('T1', 'O1', turned)).toBe(unkeyedCheck('T1', 'O1', body));
  });
});
