import { describe, expect, test } from 'vitest';
import type { Party } from '../../src/order/people.ts';
import { called, type Group, type Line, type Where } from '../../src/outbox/effects/clock/recipients.ts';
import { ana, farid, greta, lena, olga, sam } from '../support/workflow.ts';

const here: Where = { is: 'here' };
const away: Where = { is: 'away' };
const off = (until?: number): Where => ({ is: 'off', until });
const group = (...people: Party[]): Group => ({ all: true, people: async () => people });
const oneOf = (...people: Party[]): Group => ({ all: false, people: async () => people });
const names = (parties: readonly Party[]) => parties.map(({ id }) => id);

async function whom(line: Partial<Line>, where: Readonly<Record<string, Where>>) {
  const asked: string[] = [];
  const result = await called({ first: [sam], instead: [], besides: [], asks: true, ...line }, async ({ id }) => {
    asked.push(id);
    return where[id] ?? here;
  });
  return 'again' in result ? { ...result, asked: [] } : { people: names(result.people), asked: names(result.asked) };
}

describe('whom a reminder goes to', () => {
  const decision = { first: [sam], instead: [group(lena), group(greta, olga), oneOf(ana, farid)] };
  const second = { ...decision, besides: [group(), group(greta, olga)] };

  test.each([
    ['the supervisor', decision, {}, { people: ['USAM'], asked: [] }],
    [
      'the supervisor and who was asked before, each once',
      { ...decision, first: [sam, lena, sam] },
      {},
      { people: ['USAM', 'ULENA'], asked: [] },
    ],
    [
      'outside their working time it is looked again when they begin',
      decision,
      { USAM: off(99) },
      { again: 99, asked: [] },
    ],
    [
      'the first of several who begins',
      { ...decision, first: [sam, lena] },
      { USAM: off(99), ULENA: off(50) },
      { again: 50, asked: [] },
    ],
    [
      'who is off gets it later, where another is there',
      { ...decision, first: [sam, lena] },
      { USAM: off(99) },
      { people: ['USAM', 'ULENA'], asked: [] },
    ],
    [
      'who is away gets nothing, where another is there',
      { ...decision, first: [sam, lena] },
      { USAM: away },
      { people: ['ULENA'], asked: [] },
    ],
    ['away: the substitute is asked', decision, { USAM: away }, { people: [], asked: ['ULENA'] }],
    [
      'the substitute is away as well: the people of the escalation who are there',
      decision,
      { USAM: away, ULENA: away, UOLGA: off(9) },
      { people: [], asked: ['UGRETA'] },
    ],
    [
      'nobody of those: one admin',
      decision,
      { USAM: away, ULENA: away, UGRETA: away, UOLGA: away },
      { people: [], asked: ['UANA'] },
    ],
    [
      'the next admin, where the first is away',
      decision,
      { USAM: away, ULENA: away, UGRETA: away, UOLGA: away, UANA: away },
      { people: [], asked: ['UFARID'] },
    ],
    ['nobody at all: in a while', { first: [sam], instead: [] }, { USAM: away }, { again: undefined, asked: [] }],
    [
      'all of them off work: when the first begins',
      { first: [sam], instead: [group(lena, greta)] },
      { USAM: away, ULENA: off(70), UGRETA: off(60) },
      { again: 60, asked: [] },
    ],
    ['the second reminder asks the escalation as well', second, {}, { people: ['USAM'], asked: ['UGRETA', 'UOLGA'] }],
    [
      'but nobody who is away, or was asked already',
      { ...second, first: [sam, greta] },
      { UOLGA: away },
      { people: ['USAM', 'UGRETA'], asked: [] },
    ],
    [
      'the second reminder of somebody who is away asks the next in line',
      second,
      { USAM: away },
      { people: [], asked: ['ULENA'] },
    ],
    [
      'a crew that is away: its supervisor is reminded, not asked',
      { first: [farid, greta], instead: [group(sam)], asks: false },
      { UFARID: away, UGRETA: away },
      { people: ['USAM'], asked: [] },
    ],
    [
      'a crew: those who are not away',
      { first: [farid, greta], instead: [group(sam)], asks: false },
      { UFARID: away },
      { people: ['UGRETA'], asked: [] },
    ],
  ] as const)('%s', async (_, line, where, expected) => {
    expect(await whom(line as Partial<Line>, where)).toEqual(expected);
  });

  test('nobody is looked up who is not needed', async () => {
    const seen: string[] = [];
    await called({ ...decision, besides: [], asks: true }, async ({ id }) => {
      seen.push(id);
      return here;
    });
    expect(seen).toEqual(['USAM']);
  });
});
