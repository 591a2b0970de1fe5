import { expect, test } from 'vitest';
import type { Action, Entry } from '../../src/order/action.ts';
import { asReminded } from '../../src/order/progress/history.ts';
import { ana, farid, greta, MORNING, sam } from '../support/workflow.ts';

const entries = (...actions: Action[]): Entry[] =>
  actions.map((action, n) => ({ seq: n + 1, at: MORNING + n, by: ana, action, version: null, key: `k${n}` }));
const remind = (people: Entry['by'][], asked?: Entry['by'][]): Action => ({
  ...{ type: 'remind', about: 'start', step: 1, people },
  ...(asked ? { asked } : {}),
});
const lapse = (entry: number, ...people: Entry['by'][]): Action => ({ type: 'lapse', entry, people });
const told = (...actions: Action[]) =>
  asReminded(entries(...actions)).map(({ seq, action }) => {
    const names = 'people' in action ? action.people.map(({ id }) => id) : [];
    return `${seq} ${action.type} ${names.join(' ')}`.trim();
  });

test.each<[string, Action[], string[]]>([
  ['everybody was told', [remind([farid, greta])], ['1 remind UFARID UGRETA']],
  ['one of two', [remind([farid, greta]), lapse(1, greta)], ['1 remind UFARID']],
  ['nobody', [remind([farid]), { type: 'start_work' }, lapse(1, farid)], ['1 lapse UFARID', '2 start_work']],
  [
    'nobody, one after the other',
    [remind([farid, greta]), lapse(1, greta), lapse(1, farid)],
    ['1 lapse UGRETA UFARID'],
  ],
  ['nobody, but somebody was asked', [remind([sam], [ana]), lapse(1, sam)], ['1 remind']],
  ['of another reminder', [remind([farid]), remind([greta]), lapse(2, greta)], ['1 remind UFARID', '2 lapse UGRETA']],
])('a history with reminders: %s', (_, actions, lines) => expect(told(...actions)).toEqual(lines));
