import { describe, expect, test } from 'vitest';
import type { Action, ActionType } from '../../src/order/action.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { type Member, maySee, rolesOf, seesPrices } from '../../src/order/permissions.ts';
import { taskOf } from '../../src/order/progress/inbox.ts';
import { available } from '../../src/order/workflow.ts';
import { refusalText } from '../../src/slack/views/refusal.ts';
import { words } from '../support/words.ts';
import {
  actions,
  actor,
  ana,
  closure,
  content,
  farid,
  item,
  lena,
  MORNING,
  olga,
  owed,
  policy,
  refusal,
  report,
  sam,
  taken,
  unborn,
} from '../support/workflow.ts';

/** Sam is away, and has named Olga; or is there again. */
const member = (standsInFor?: readonly string[]): Member => ({
  ...{ id: olga.id, kind: 'member', admin: false },
  ...(standsInFor ? { standsInFor } : {}),
});
const [during, after] = [member([sam.id]), member([])];
const tight = { policy: { tolerance: { percent: 0, amount: null } } };

const submit = { ...actions().submit, standIn: olga } as Action;
const asked = taken(unborn, submit).order;
const back = taken(asked, actions().request_changes).order;
const approve = (order: WholeOrder, by = actor(sam, 'supervisor')) =>
  taken(order, { ...actions().approve, submission: order.submission } as Action, { ...tight, by }).order;
const approved = approve(asked);
const above: Action = { type: 'confirm_partial', base: 1, items: [item('a', { unitPrice: '99' })], report };
/** Extra cost came up while Sam was there, and while Olga stood in. */
const extra = taken(approved, above, tight).order;
const askedToo: Action = {
  type: 'remind',
  about: 'extra_cost',
  step: 0,
  people: [],
  asked: [{ ...olga, standIn: true }],
};
const extraAsked = taken(extra, askedToo).order;
const disputed = taken(extraAsked, {
  type: 'dispute_extra',
  question: extra.progress.question?.entry ?? 0,
  reason: '',
}).order;
const closed = taken(approved, { type: 'close', base: 1, closure: closure('as_ordered') }).order;
const handed = taken(asked, { ...actions().hand_over, to: lena } as Action).order;
/** Somebody who was asked as nobody answered. */
const unanswered = taken(taken(unborn, actions().submit).order, {
  ...{ type: 'remind', about: 'decision', step: 2, people: [sam], asked: [olga] },
}).order;

const acts = (person: Member, order: WholeOrder) => available(order, rolesOf(person, order));
const DECIDE: readonly ActionType[] = ['request_changes', 'approve', 'reject'];
const ANSWER: readonly ActionType[] = ['accept_extra', 'dispute_extra'];

describe('what a substitute may do, while the absence lasts and after it', () => {
  // biome-ignore format: a table reads best as a table
  test.each<[string, WholeOrder, readonly ActionType[], readonly ActionType[]]>([
    ['a request of that time',                      asked,      ['hand_over', ...DECIDE, 'withdraw'],                             DECIDE],
    ['an order that they sent back',                back,       ['withdraw'],                                                     []],
    ['an order that was approved meanwhile',        approved,   ['hand_over', 'assign', 'hold', 'reschedule', 'add_photos'],      []],
    ['extra cost of that time',                     extraAsked, ['hand_over', 'assign', 'hold', 'reschedule', ...ANSWER, 'add_photos'], ANSWER],
    ['extra cost that they were not asked about',   extra,      ['hand_over', 'assign', 'hold', 'reschedule', ...ANSWER, 'add_photos'], []],
    ['extra cost that was disputed',                disputed,   ['hand_over', 'assign', 'hold', 'reschedule', 'accept_extra', 'add_photos'], []],
    ['an order that was closed meanwhile',          closed,     ['reopen'],                                                       []],
    ['an order that was handed over to somebody',   handed,     [],                                                               []],
    ['a request that nobody had answered',          unanswered, ['hand_over', ...DECIDE, 'withdraw'],         ['hand_over', ...DECIDE, 'withdraw']],
  ])('%s', (_, order, whileAway, later) => {
    const inTurn = (types: readonly ActionType[]) => [...types].sort();
    expect(inTurn(acts(during, order))).toEqual(inTurn(whileAway));
    expect(inTurn(acts(after, order))).toEqual(inTurn(later));
    // Where nobody has looked it up, they may do no more.
    expect(acts(member(), order)).toEqual(acts(after, order));
    for (const type of later)
      expect(refusedAs(after, order, type)).not.toBe('not_allowed');
    for (const type of whileAway.filter((one) => !later.includes(one)))
      expect(refusedAs(after, order, type), type).toBe('not_allowed');
  });

  /** Why the server would refuse an action of this kind, if it would. */
  function refusedAs(person: Member, order: WholeOrder, type: ActionType): string | undefined {
    const given = actions(order.latest?.n)[type];
    const action = (
      'question' in given ? { ...given, question: order.progress.question?.entry ?? 0 } : given
    ) as Action;
    const rolled = { by: actor(olga, ...rolesOf(person, order)) };
    try {
      return refusal(order, action, rolled).reason;
    } catch {
      return undefined;
    }
  }

  test('who stands in for somebody else by now is no substitute here', () => {
    expect(rolesOf(member([lena.id]), approved)).toEqual([]);
  });

  test('an admin who was asked stays an admin; a substitute who is a guest now is nothing', () => {
    expect(rolesOf({ ...after, admin: true }, approved)).toEqual(['supervisor']);
    expect(rolesOf({ ...during, kind: 'guest' }, asked)).toEqual([]);
  });

  test('they see what they were asked about for good, with its prices', () => {
    const priced = { ...approved, content: { ...content, pricesFor: 'office' as const } };
    expect([maySee(after, approved), seesPrices(after, priced)]).toEqual([true, true]);
    expect(maySee(after, handed)).toBe(false);
    expect(maySee({ ...after, kind: 'guest' }, approved)).toBe(false);
  });
});

describe('what awaits a substitute', () => {
  const at = MORNING + 6 * 3600;
  test.each([
    ['a request of that time', asked, 'decision'],
    ['extra cost of that time', extraAsked, 'extra_cost'],
  ])('%s, while the absence lasts', (_, order, about) => {
    expect(taskOf(order, during, policy.clocks, at)?.about).toBe(about);
    expect(taskOf(order, after, policy.clocks, at)).toBeUndefined();
    // An admin is asked no longer than others.
    expect(taskOf(order, { ...after, admin: true }, policy.clocks, at)).toBeUndefined();
    expect(taskOf(order, { ...after, id: sam.id }, policy.clocks, at)?.about).toBe(about);
  });
});

describe('what a substitute is told', () => {
  const toOlga = (effects: Parameters<typeof owed>[0]) => owed(effects).filter((one) => one.startsWith('tell Olga'));

  test('each request of that time, also one that is handed over to who is away', () => {
    expect(toOlga(taken(unborn, submit).effects)).toEqual(['tell Olga request (1)']);
    expect(toOlga(taken(asked, { ...actions().edit, standIn: olga } as Action).effects)).toEqual([
      'tell Olga request (2)',
    ]);
    expect(toOlga(taken(asked, { ...actions().hand_over, to: lena, standIn: olga } as Action).effects)).toEqual([
      'tell Olga request (2)',
    ]);
  });

  test('nothing of what happens later: extra cost is asked of them by itself, if they still stand in', () => {
    const partial: Action = { type: 'confirm_partial', base: 1, items: content.items, report };
    const done: Action = { type: 'close', base: 1, closure: closure('as_ordered') };
    for (const action of [partial, done, above, actions().hold, actions().reschedule])
      expect(toOlga(taken(approved, action, tight).effects), action.type).toEqual([]);
  });

  test('who was asked as nobody had answered is told like a supervisor', () => {
    const order = approve(unanswered);
    expect(toOlga(taken(order, above, tight).effects)).toEqual(['tell Olga extra_cost (4)']);
  });
});

describe('for whom somebody decided', () => {
  const substitute = actor(olga, 'substitute');
  const answered = (type: 'accept_extra' | 'dispute_extra', by = substitute) =>
    taken(
      extraAsked,
      {
        ...{ type, question: extra.progress.question?.entry ?? 0 },
        ...(type === 'dispute_extra' ? { reason: 'Too dear' } : {}),
      } as Action,
      { ...tight, by },
    );

  test('stands in the entry, and in the approval that documents print', () => {
    const { entry, order } = taken(asked, actions().approve, { by: substitute });
    expect(entry.by).toEqual({ ...olga, for: sam });
    expect(order.approval).toMatchObject({ by: olga, for: sam });
    expect(order.latest?.approval).toMatchObject({ by: olga, for: sam });
    for (const type of ['reject', 'request_changes'] as const)
      expect(taken(asked, actions()[type], { by: substitute }).entry.by).toEqual({ ...olga, for: sam });
    expect(answered('dispute_extra').entry.by).toEqual({ ...olga, for: sam });
    const accepted = answered('accept_extra');
    expect(accepted.entry.by).toEqual({ ...olga, for: sam });
    expect(accepted.version?.accepted?.at(-1)).toMatchObject({ by: olga, for: sam });
  });

  test('is not said of the supervisor, of an admin, nor of what is no decision', () => {
    expect(taken(asked, actions().approve).entry.by).toEqual(sam);
    expect(approved.approval).not.toHaveProperty('for');
    expect(taken(asked, actions().approve, { by: actor(farid, 'supervisor') }).entry.by).toEqual(farid);
    expect(taken(approved, actions().hold, { by: actor(olga, 'supervisor') }).entry.by).toEqual(olga);
    expect(taken(unanswered, actions().approve, { by: actor(olga, 'supervisor') }).entry.by).toEqual(olga);
  });
});

describe('asked again', () => {
  test('for each thing that comes up in the absence, once', () => {
    const own = askedToo.type === 'remind' ? askedToo.asked : [];
    expect(extraAsked.progress.asked).toEqual([{ ...olga, standIn: true }]);
    expect(refusal(extraAsked, askedToo).reason).toBe('not_due');
    expect(refusal(asked, { ...askedToo, about: 'decision' } as Action).reason).toBe('not_due');
    expect(taken(extra, askedToo).order.progress.asked).toEqual(own);
  });

  test('who was asked as nobody answered is no mere substitute later', () => {
    const later = taken(approve(unanswered), above, tight).order;
    expect(refusal(later, askedToo).reason).toBe('not_due');
    expect(later.progress.asked).toEqual([olga]);
  });
});

describe('what is said to a substitute of before who presses an old button', () => {
  const said = (order: WholeOrder, type: ActionType) => {
    const refused = refusal(order, actions()[type], { by: actor(olga, ...rolesOf(after, order)) });
    return refusalText(words, refused, order, olga, order.entries);
  };

  test('that they stand in no more, and who can do it: not they', () => {
    const text = said(approved, 'hold');
    expect(text).toContain(words.refusal.relieved({ name: sam.name }));
    expect(text).toContain(sam.name);
    expect(text).not.toContain(olga.name);
  });

  test('somebody else reads that they can approve what they were asked, and nothing else', () => {
    const refused = (order: WholeOrder, type: ActionType) =>
      refusalText(words, refusal(order, actions()[type], { by: actor(ana, 'requester') }), order, ana, order.entries);
    expect(refused(asked, 'approve')).toContain(olga.name);
    expect(refused(asked, 'hand_over')).not.toContain(olga.name);
    expect(refused(closed, 'reopen')).not.toContain(olga.name);
  });
});
