import { describe, expect, test } from 'vitest';
import { accept } from '../../src/forms/answers.ts';
import { type Draft, emptyDraft } from '../../src/forms/draft.ts';
import { fieldsOf } from '../../src/forms/form.ts';
import { orderForms } from '../../src/forms/forms.ts';
import { closureForm } from '../../src/forms/pages/closure.ts';
import { asPlannedSuffices } from '../../src/forms/pages/on-site/as-planned.ts';
import { standingLines } from '../../src/forms/pages/on-site/standing.ts';
import type { Order, WholeOrder } from '../../src/order/order.ts';
import type { OrderType } from '../../src/order/own-fields.ts';
import { context, NOW } from '../support/forms.ts';
import { words } from '../support/words.ts';
import { actions, inState, MORNING, taken } from '../support/workflow.ts';

const held = taken(inState.approved, { ...actions().hold, until: NOW + 3600 } as ReturnType<
  typeof actions
>['hold']).order;
const started = taken(inState.approved, actions().start_work).order;

describe('putting on hold', () => {
  const { form, read } = orderForms.hold;
  const errors = (values: Draft['values']) =>
    accept(form, { ...form.start(context(inState.approved)), values }, context(inState.approved)).errors;

  test.each([
    ['now', NOW],
    ['a minute ago', NOW - 60],
  ])('until %s is no time to go on at', (_, until) => {
    expect(errors({ reasonCode: 'parts', until })).toEqual({ until: words.fields.error.untilPast });
  });

  test('until in a minute, or until somebody says so, is one', () => {
    expect(errors({ reasonCode: 'parts', until: NOW + 60 })).toEqual({});
    expect(errors({ reasonCode: 'parts' })).toEqual({});
  });

  test('for another reason, that reason is asked for', () => {
    expect(errors({ reasonCode: 'other' })).toEqual({ note: words.fields.error.holdNote });
    expect(errors({ reasonCode: 'other', note: 'The dog' })).toEqual({});
  });

  test('it says whether an order is put on hold or its hold is changed', () => {
    const { send, title } = words.forms;
    expect([form.title(words, inState.approved), form.submit(words, inState.approved)]).toEqual([
      title.hold,
      send.hold,
    ]);
    expect([form.title(words, held), form.submit(words, held)]).toEqual([title.change_hold, send.change_hold]);
  });

  test('on hold already, it opens as it is and names the hold that it changes', () => {
    const about = context(held);
    const draft = form.start(about);
    expect(draft.values).toEqual({ reasonCode: 'parts', note: 'The seal is on order', until: NOW + 3600 });
    expect(read(accept(form, draft, about), draft, about, null)).toMatchObject({
      action: { type: 'hold', seen: held.lastEntry.seq },
    });
    // A time that has passed is not offered once more.
    expect(form.start({ ...about, now: NOW + 7200 }).values.until).toBeNull();
  });
});

describe('rescheduling', () => {
  const { form, read } = orderForms.reschedule;
  const send = (order: Order, base: number, shownPlan?: { plannedStart: number | null }) => {
    const about = context(order, shownPlan ? { shownPlan: { ...order, ...shownPlan } } : {});
    const draft = { ...form.start(about), values: { plannedStart: NOW + 86_400 }, base };
    return read(accept(form, draft, about), draft, about, null);
  };

  test('opens with the planned start, or the requested one', () => {
    expect(form.start(context(inState.approved)).values).toEqual({ plannedStart: MORNING + 90_000 });
    expect(form.start(context({ ...inState.approved, plannedStart: null })).values).toEqual({
      plannedStart: MORNING + 86_400,
    });
  });

  test('names the start that it showed, also where the order has moved on since', () => {
    const { seq } = inState.approved.lastEntry;
    expect(send(inState.approved, seq)).toMatchObject({ action: { seen: MORNING + 90_000 } });
    expect(send(started, seq, { plannedStart: MORNING + 1 })).toMatchObject({ action: { seen: MORNING + 1 } });
  });
});

describe('done as planned', () => {
  const demands = { photos: false, checklist: false, acceptance: false };
  const typed = (changes: Partial<OrderType>): Order => {
    const type = { id: 'T1', name: 'Inspection', fields: [], closing: demands, ...changes };
    return { ...inState.approved, content: { ...inState.approved.content, type } };
  };
  const field = {
    id: 'f',
    kind: 'text',
    label: 'Meter',
    asked: 'close',
    required: true,
    unit: '',
    choices: [],
  } as const;
  const check = { ...field, id: 'c', kind: 'check', required: false } as const;

  test('a photo that closing demands is not said to be optional, unless there is one or the work was not done', () => {
    const demanding = typed({ closing: { ...demands, photos: true } });
    const photos = (order: Order, values: Draft['values'] = {}) =>
      closureForm.fields.photos.needed?.({ ...emptyDraft, values }, context(order));
    expect(photos(demanding, { outcome: 'as_ordered' })).toBe(true);
    expect(photos(demanding, { outcome: 'not_performed' })).toBe(false);
    expect(
      photos(demanding, {
        outcome: 'as_ordered',
        photos: [{ fileId: 'F1', name: 'a.jpg', mimetype: 'image/jpeg', size: 1 }],
      }),
    ).toBe(false);
    expect(photos(typed({}), { outcome: 'as_ordered' })).toBe(false);
  });

  test('a confirmation that ends the order asks for it where it is closed, where it is not optional', () => {
    const { form, read } = orderForms.confirm;
    const about = context(typed({ closing: { ...demands, photos: true } }));
    const picture = { fileId: 'F1', name: 'a.jpg', mimetype: 'image/jpeg', size: 1 };
    const draft = (values: Draft['values']): Draft => {
      const started = form.start(about);
      return { ...started, values: { ...started.values, final: ['yes'], acceptance: 'unavailable', ...values } };
    };
    const asks = (values: Draft['values']) => {
      const page = form.pages.find(({ id }) => id === 'closing') ?? expect.unreachable();
      const isAsked = fieldsOf(page, draft(values), about).includes('closingPhotos');
      return isAsked && (form.fields.closingPhotos?.needed?.(draft(values), about) ?? false);
    };
    const errors = (values: Draft['values'], last?: string) => accept(form, draft(values), about, last).errors;
    expect(errors({}, 'report')).toEqual({});
    expect(asks({})).toBe(true);
    expect(errors({})).toEqual({ closingPhotos: words.fields.error.lacking.photos });
    for (const given of ['photos', 'closingPhotos']) {
      expect(asks({ [given]: [picture] })).toBe(false);
      const whole = draft({ [given]: [picture] });
      expect(read(accept(form, whole, about), whole, about, null)).toMatchObject({
        action: { type: 'confirm_final', report: { photos: [picture] } },
      });
    }
    expect(errors({ final: [] })).toEqual({});
  });

  const withAddedPhoto = (order: Order): Order => {
    const { progress } = taken(inState.approved, actions().add_photos).order;
    return { ...order, progress };
  };

  test.each([
    ['an order without a type', inState.approved, true],
    ['of a type that demands nothing', typed({}), true],
    ['of one that demands photos', typed({ closing: { ...demands, photos: true } }), false],
    ['of one whose photos were added before', withAddedPhoto(typed({ closing: { ...demands, photos: true } })), true],
    ['of one that demands acceptance', typed({ closing: { ...demands, acceptance: true } }), false],
    ['of one with a checklist', typed({ closing: { ...demands, checklist: true }, fields: [check] }), false],
    ['with a field that must be answered at the end', typed({ fields: [field] }), false],
    ['with one that need not be', typed({ fields: [{ ...field, required: false }] }), true],
    ['that differs from what was approved', taken(inState.approved, actions().confirm_partial).order, false],
  ] as const)('%s', (_, order, suffices) => {
    expect(asPlannedSuffices(context(order))).toBe(suffices);
    const { form } = orderForms.as_planned;
    const about = context(order);
    expect(Object.keys(accept(form, form.start(about), about).errors)).toEqual(suffices ? [] : ['endedAt']);
  });

  test('prices that its reader does not see may differ', () => {
    expect(asPlannedSuffices(context(inState.approved, { pricesDiffer: true }))).toBe(false);
  });
});

describe('the work that a confirmation reports', () => {
  const times = (order: Order, now: number) => {
    const { startedAt, endedAt } = orderForms.confirm.form.start(context(order, { now })).values;
    return [startedAt, endedAt];
  };
  const at = started.progress.startedAt ?? 0;
  const minute = at - (at % 60);

  test('began with *Start work* and ends now', () => {
    const later = at + 3 * 3600;
    expect(times(started, later)).toEqual([minute, later - (later % 300)]);
    // However long ago that was: it is known.
    expect(times(started, at + 30 * 3600)[0]).toBe(minute);
  });

  test('has lasted a minute at least', () => {
    expect(times(started, at)).toEqual([minute, minute + 60]);
  });

  describe('of a further one', () => {
    const reported = taken(inState.approved, actions().confirm_partial).order;
    const end = reported.lastReport?.endedAt ?? 0;
    const HOUR = 3600;
    const five = (seconds: number) => seconds - (seconds % 300);
    const minute = (seconds: number) => seconds - (seconds % 60);
    const with_ = (changes: Partial<Order['progress']>, order: Partial<Order> = {}): Order => ({
      ...{ ...reported, ...order },
      progress: { ...reported.progress, ...changes },
    });

    // biome-ignore format: a table reads best as a table
    test.each([
      ['goes on where the last report ended',             with_({}),                                            end + 2 * HOUR,  end,                    five(end + 2 * HOUR)],
      ['also right after it',                             with_({}),                                            end + 120,       end,                    minute(end + 120)],
      ['also where the report ended just now',            with_({}),                                            end,             end,                    end + 60],
      ['also where it was to end a little later',         with_({}),                                            end - 600,       end,                    end + 60],
      ['whatever the plan says',                          with_({}, { plannedStart: end - HOUR }),              end + 60,        end,                    end + 60],
      ['or where work was resumed after that',            with_({ held: [{ from: end, until: end + HOUR }] }),  end + 3 * HOUR,  minute(end + HOUR),     five(end + 3 * HOUR)],
      ['not where it was resumed before',                 with_({ held: [{ from: end - 9, until: end - 5 }] }), end + 3 * HOUR,  end,                    five(end + 3 * HOUR)],
      ['a day later with the visit that was planned',     with_({}, { plannedStart: end + 22 * HOUR }),         end + 24 * HOUR, end + 22 * HOUR,        five(end + 24 * HOUR)],
      ['a day later, where no visit was, an hour before', with_({}),                                            end + 24 * HOUR, five(end + 23 * HOUR),  five(end + 24 * HOUR)],
    ] as const)('%s', (_, order, now, startedAt, endedAt) => {
      expect(times(order, now)).toEqual([startedAt, endedAt]);
    });
  });
});

describe('the card says what an order is in the middle of', () => {
  test('on hold: why, until when, by whom, with the note', () => {
    expect(standingLines(held, words)).toEqual([
      expect.stringMatching(/^\*On hold:\* Waiting for parts, until <!date.* · by Farid Haddad$/),
      '> The seal is on order',
    ]);
    const open = taken(inState.approved, actions().hold).order;
    expect(standingLines(open, words)[0]).toBe('*On hold:* Waiting for parts · by Farid Haddad');
  });

  test('in progress: since when', () => {
    expect(standingLines(started, words)).toEqual([expect.stringMatching(/^\*In progress\* since <!date/)]);
  });

  test('since the same time, however often work is confirmed and whatever it costs', () => {
    const since = (order: Order) => standingLines(order, words).join();
    const report = { workDone: 'Done', reason: 'More', photos: [] };
    const confirm = (order: WholeOrder, startedAt: number) =>
      taken(order, {
        ...{ ...actions(order.latest?.n).confirm_partial, items: order.content.items },
        report: { ...report, startedAt, endedAt: startedAt + 3600 },
      } as ReturnType<typeof actions>['confirm_partial']).order;
    const first = confirm(inState.approved, NOW - 86_400);
    expect(since(first)).toContain(`<!date^${NOW - 86_400}^`);
    expect(since(confirm(first, NOW - 3600))).toBe(since(first));
    // What was forgotten counts, and what a report says rather than when the button was pressed.
    expect(since(confirm(first, NOW - 90_000))).toContain(`<!date^${NOW - 90_000}^`);
    expect(since(confirm(started, NOW - 86_400))).toBe(since(first));
    const accepted = { ...confirm(first, NOW - 3600), latest: { ...first.latest, report: null } } as Order;
    expect(since(accepted)).toBe(since(first));
  });

  test('nothing, before and after', () => {
    for (const order of [inState.approved, inState.submitted, inState.completed])
      expect(standingLines(order, words)).toEqual([]);
  });
});
