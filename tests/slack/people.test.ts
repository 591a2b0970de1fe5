import { describe, expect, test } from 'vitest';
import type { PersonRecord } from '../../db/ports.ts';
import type { Party, Role } from '../../src/order/people.ts';
import { maySee, rolesOf } from '../../src/order/permissions.ts';
import { ana, farid, greta, inState, lena, olga, sam } from '../support/workflow.ts';

const person = (party: Party, kind: PersonRecord['kind'], admin = false): PersonRecord => ({
  ...party,
  ...{ team: 'T1', timeZone: 'UTC', kind, admin, fetchedAt: 0 },
});

/** Ana requests, Sam supervises, Lena coordinates, Farid is the crew. */
const order = inState.approved;

describe('what people are to an order', () => {
  const cases: readonly [string, PersonRecord, readonly Role[]][] = [
    ['the requester', person(ana, 'member'), ['requester']],
    ['the supervisor', person(sam, 'member'), ['supervisor']],
    ['the coordinator', person(lena, 'member'), ['coordinator']],
    ['a field worker', person(farid, 'member'), ['crew']],
    ['a field worker who is a guest', person(farid, 'guest'), ['crew']],
    ['a guest who is not on the crew', person(greta, 'guest'), []],
    ['a supervisor who became a guest', person(sam, 'guest'), []],
    ['a requester who became a guest', person(ana, 'guest'), []],
    ['somebody else', person(olga, 'member'), []],
    ['an admin who has nothing to do with it', person(olga, 'member', true), ['supervisor']],
    ['an admin who requested it', person(ana, 'member', true), ['requester', 'supervisor']],
    ['an admin on the crew', person(farid, 'member', true), ['supervisor', 'crew']],
    ['a guest whom Slack calls an admin', person(greta, 'guest', true), []],
    ['a supervisor from elsewhere', person(sam, 'external'), []],
    ['a supervisor who left', person(sam, 'deactivated', true), []],
    ['a bot on the crew', person(farid, 'bot'), []],
  ];
  test.each(cases)('%s', (_, who, roles) => {
    expect(rolesOf(who, order)).toEqual(roles);
    expect(maySee(who, order)).toBe(roles.length > 0);
  });

  test('somebody with several roles has them all', () => {
    const alone = { ...order, requester: ana, supervisor: ana, coordinator: ana, crew: [ana] };
    expect(rolesOf(person(ana, 'member'), alone)).toEqual(['requester', 'supervisor', 'coordinator', 'crew']);
    expect(rolesOf(person(ana, 'guest'), alone)).toEqual(['crew']);
  });
});

test.each([
  ['member', ['requester']],
  ['guest', []],
  ['external', []],
  ['bot', []],
  ['deactivated', []],
] as const)('a new order may be submitted by a %s: %j', (kind, roles) => {
  expect(rolesOf(person(olga, kind, true), undefined)).toEqual(roles);
});
