import { describe, expect, test } from 'vitest';
import { type Ability, owedForAbsence } from '../../src/order/absence.ts';
import { ana, farid, inState, lena, olga, owed, sam } from '../support/workflow.ts';

/** Ana requests, Sam supervises, Lena coordinates, Farid is the crew; Olga is an admin. */
const told = (
  state: keyof typeof inState,
  gone: string,
  abilities: Record<string, Ability> = {},
  admins = [olga.id],
) => {
  const order = inState[state];
  const ability = (person: string): Ability => abilities[person] ?? (person === gone ? 'none' : 'full');
  return owed(owedForAbsence(order, gone, { ability, admins })).map((line) => line.replace(/ \(\d+\)$/, ''));
};

describe('who is told when somebody can no longer do their part', () => {
  test.each([
    ['submitted', sam, ['tell Ana supervisor_gone', 'tell Olga request_instead']],
    ['submitted', ana, []],
    ['submitted', lena, []],
    ['changes_requested', sam, ['tell Ana supervisor_gone']],
    ['changes_requested', ana, ['tell Sam requester_gone']],
    ['approved', sam, []],
    ['approved', ana, []],
    ['approved', lena, ['tell Sam coordinator_gone']],
    ['approved', farid, ['tell Lena crew_gone']],
    ['completed', farid, []],
    ['rejected', sam, []],
    ['withdrawn', sam, []],
    ['not_performed', lena, []],
  ] as const)('%s, without %s', (state, { id }, lines) => {
    expect(told(state, id)).toEqual([...lines]);
  });

  test('a guest can still be a field worker, and nothing else', () => {
    expect(told('approved', farid.id, { [farid.id]: 'field' })).toEqual([]);
    expect(told('submitted', sam.id, { [sam.id]: 'field' })).toHaveLength(2);
  });

  test('somebody who would be told and has gone as well is passed over, up to the admins', () => {
    const gone = { [sam.id]: 'none', [lena.id]: 'none', [farid.id]: 'none' } as const;
    expect(told('approved', farid.id, gone)).toEqual(['tell Olga crew_gone']);
    expect(told('approved', farid.id, gone, [])).toEqual([]);
    expect(told('submitted', sam.id, { ...gone, [ana.id]: 'field' })).toEqual(['tell Olga request_instead']);
  });

  test('the only admin is the one who has gone: nobody is asked in vain', () => {
    expect(told('submitted', sam.id, {}, [sam.id])).toEqual(['tell Ana supervisor_gone']);
  });

  test('somebody who can do everything is not gone', () => {
    expect(told('submitted', sam.id, { [sam.id]: 'full' })).toEqual([]);
  });
});
