import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/order/action.ts';
import type { Plan } from '../../src/order/content.ts';
import type { Order } from '../../src/order/order.ts';
import type { Party } from '../../src/order/people.ts';
import { CREW_MAX, lastPlanned, planAt, rebasePlan } from '../../src/order/plan.ts';
import { decide } from '../../src/order/workflow.ts';
import { policyOf } from '../../src/orders.ts';
import { defaultSettings } from '../../src/settings.ts';
import { farid, greta, inState, lena, MORNING, olga, orderAfter, sam } from '../support/workflow.ts';

const plan = (crew: readonly Party[], coordinator: Party | null = lena, plannedStart: number | null = 100): Plan => ({
  ...{ crew, coordinator, plannedStart },
});

describe('A10 what somebody changed in an older plan is done to the plan as it is', () => {
  const seen = plan([farid]);
  // biome-ignore format: a table reads best as a table
  const cases: [string, Plan, Plan, Plan | undefined][] = [
    ['both add',                        plan([farid, greta]),      plan([farid, olga]),       plan([farid, greta, olga])],
    ['both add the same',               plan([farid, greta]),      plan([farid, greta]),      plan([farid, greta])],
    ['one adds, one replaces',          plan([farid, greta]),      plan([olga]),              plan([greta, olga])],
    ['one removes, one adds',           plan([greta]),             plan([farid, olga]),       plan([greta, olga])],
    ['nothing was changed',             plan([greta], sam, 200),   seen,                      plan([greta], sam, 200)],
    ['one the crew, one the rest',      plan([farid, greta]),      plan([farid], sam, 300),   plan([farid, greta], sam, 300)],
    ['one the coordinator, one the start', plan([farid], sam),     plan([farid], lena, 300),  plan([farid], sam, 300)],
    ['both the same coordinator',       plan([farid], sam),        plan([farid], sam),        plan([farid], sam)],
    ['one takes the coordinator away',  plan([farid, greta]),      plan([farid], null),       plan([farid, greta], null)],
    ['both the coordinator, differently', plan([farid], sam),      plan([farid], olga),       undefined],
    ['both the start, differently',     plan([farid], lena, 200),  plan([farid], lena, 300),  undefined],
    ['together they leave nobody',      plan([greta]),             plan([farid]),             plan([greta])],
  ];
  test.each(cases)('%s', (_, now, wanted, merged) => expect(rebasePlan(now, wanted, seen)).toEqual(merged));

  test('nobody left, or too many, is a contradiction', () => {
    const both = plan([farid, greta]);
    expect(rebasePlan(plan([farid]), plan([greta]), both)).toBeUndefined();
    const many = (prefix: string) =>
      Array.from({ length: CREW_MAX - 1 }, (_, n) => ({ id: `U${prefix}${n}`, name: prefix }));
    expect(rebasePlan(plan([farid, ...many('A')]), plan([farid, ...many('B')]), seen)).toBeUndefined();
  });

  const assign = (crew: readonly Party[], before?: Plan): Action => ({
    type: 'assign',
    ...plan(crew),
    ...(before ? { seen: before } : {}),
  });
  const decided = (order: Order, action: Action, key: string) =>
    decide(order, action, {
      ...{ actor: { ...lena, roles: ['coordinator'] as const, timeZone: 'UTC' }, at: 1_800_000_000, key },
      policy: policyOf(defaultSettings),
    });

  test('a new time is part of the plan that people were shown', () => {
    const { entries } = orderAfter('submit', 'approve', 'reschedule', 'assign');
    const [, , moved] = entries.map(({ seq }) => planAt(entries, seq)?.plannedStart);
    expect(moved).toBe(MORNING + 180_000);
    expect(planAt(entries, 4)?.plannedStart).toBe(null);
    expect(lastPlanned(entries, 3)?.action.type).toBe('reschedule');
  });

  test('the history has the whole plan that came of it, and what is owed is about the difference', () => {
    const order = inState.approved;
    const before = planAt(order.entries, order.entries.length);
    if (!before) throw new Error('an approved order has a plan');
    const first = decided(order, assign([farid, greta], before), 'first');
    if (first.kind !== 'accepted') throw new Error('not accepted');
    const second = decided(first.order, assign([farid, olga], before), 'second');
    if (second.kind !== 'accepted') throw new Error('not accepted');
    expect(second.order.crew.map(({ id }) => id)).toEqual([farid.id, greta.id, olga.id]);
    expect(second.entry.action).not.toHaveProperty('seen');
    expect(planAt([second.entry], second.entry.seq)?.crew).toEqual(second.order.crew);
    expect(second.effects.filter(({ type }) => type === 'invite')).toEqual([{ type: 'invite', people: [olga.id] }]);
    expect(second.effects.filter(({ type }) => type === 'remove_people')).toEqual([]);
  });

  test('a contradiction is refused with who was faster; an assignment from before this counts whole', () => {
    const order = inState.approved;
    const before = planAt(order.entries, order.entries.length);
    if (!before) throw new Error('an approved order has a plan');
    const other = decided(
      order,
      { type: 'assign', crew: before.crew, coordinator: olga, plannedStart: before.plannedStart, seen: before },
      'first',
    );
    if (other.kind !== 'accepted') throw new Error('not accepted');
    const mine: Action = {
      type: 'assign',
      crew: before.crew,
      coordinator: sam,
      plannedStart: before.plannedStart,
      seen: before,
    };
    const refused = decide(other.order, mine, {
      ...{ actor: { ...sam, roles: ['supervisor'] as const, timeZone: 'UTC' }, at: 1_800_000_000, key: 'second' },
      policy: policyOf(defaultSettings),
    });
    expect(refused).toEqual({ kind: 'refused', refusal: { reason: 'stale_plan', last: other.entry } });
    const whole = decided(order, assign([greta]), 'third');
    expect(whole.kind === 'accepted' && whole.order.crew).toEqual([greta]);
  });
});
