import { describe, expect, test } from 'vitest';
import { accept } from '../../src/forms/answers.ts';
import type { FormContext } from '../../src/forms/context.ts';
import type { Raw } from '../../src/forms/draft.ts';
import { questionsAbout } from '../../src/forms/fields/questions.ts';
import { pagesOf } from '../../src/forms/form.ts';
import { type OrderFormId, orderForms } from '../../src/forms/forms.ts';
import { date, lastDay } from '../../src/forms/mrkdwn.ts';
import { approvalForm } from '../../src/forms/pages/approval.ts';
import { itemDraft, itemForm, itemFrom } from '../../src/forms/pages/item.ts';
import type { Item } from '../../src/order/content.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { context, drawn, NOW, orderFor, photo, walkedThrough, wellFilled } from '../support/forms.ts';
import { seen } from '../support/markup.ts';
import { words } from '../support/words.ts';
import { actions, ana, inState, item, lena, MORNING, sam, taken } from '../support/workflow.ts';

const DAY = 86_400;
type Values = Readonly<Record<string, Raw>>;

/** What the author of a well filled form is asked about, once these values are changed in it. */
function asked(
  id: OrderFormId,
  values: Values,
  about: FormContext = context(orderFor[id]),
  items: Item[] = [item('a')],
) {
  const { form } = orderForms[id];
  const draft = { ...form.start(about), items, values: { ...form.start(about).values, ...wellFilled[id], ...values } };
  return questionsAbout(form, draft, about).map(({ text }) => text);
}
const errorsOf = (id: OrderFormId, values: Values) => {
  const { form } = orderForms[id];
  const about = context(orderFor[id]);
  return accept(form, { ...form.start(about), values: { ...wellFilled[id], ...values } }, about).errors;
};
const say = words.review.question;

describe('D3 what is unusual about a new order is pointed out', () => {
  // An hour after the start that `wellFilled` asks for.
  const fresh = context(undefined, { now: MORNING });

  test('nothing about a usual one', () => expect(asked('submit', {}, fresh)).toEqual([]));

  test.each([
    ['no items', {}, [], say.noItems],
    [
      'a start in 2020',
      { requestedStart: 1_577_880_000 },
      [item('a')],
      say.requestedPast({ date: date(1_577_880_000, words) }),
    ],
    [
      'an end in the past as well',
      { requestedStart: 1_577_880_000, requestedEnd: 1_577_890_000 },
      [item('a')],
      say.requestedPast({ date: date(1_577_880_000, words) }),
    ],
    [
      'a start an hour ago',
      { requestedStart: MORNING - 3600 },
      [item('a')],
      say.requestedPast({ date: date(MORNING - 3600, words) }),
    ],
    [
      'a wrong year',
      { requestedStart: MORNING + 800 * DAY, requestedEnd: MORNING + 801 * DAY },
      [item('a')],
      say.requestedFar({ date: date(MORNING + 800 * DAY, words) }),
    ],
    ['an end long after the start', { requestedEnd: MORNING + 50 * DAY }, [item('a')], say.requestedLong({ days: 49 })],
  ])('%s', (_, values, items, sentence) => {
    for (const id of ['submit', 'resubmit'] as const) {
      const about = id === 'submit' ? fresh : context(orderFor.resubmit, { now: MORNING });
      expect(asked(id, values, about, items).join('\n'), id).toContain(sentence);
    }
  });

  test('a price with three decimals, which may be meant as thousands', () => {
    const priced = (unitPrice: string) => asked('submit', {}, fresh, [item('a', { unitPrice })]).join();
    expect(priced('1.234')).toBe(say.thousands({ item: 'Item a', line: '1 pcs × €1.234 = €1.23' }));
    for (const unitPrice of ['1234', '1.23', '0.125', '1.2345', '1234.567']) expect(priced(unitPrice)).toBe('');
  });

  test('a price of three decimals that the catalogue has so is asked about no more', () => {
    const taken = [item('a', { unitPrice: '1.234', onFile: 'r1' })];
    const asks = (price: string | null | undefined) =>
      asked(
        'submit',
        {},
        { ...fresh, ...(price === undefined ? {} : { listPrices: new Map([['r1', price]]) }) },
        taken,
      );
    expect(asks('1.234')).toEqual([]);
    for (const other of ['1.235', null, undefined]) expect(asks(other), String(other)).toHaveLength(1);
  });

  test('a quantity that is hardly ever meant', () => {
    const much = (quantity: number) => asked('submit', {}, fresh, [item('a', { quantity, unitPrice: null })]).join();
    expect(much(99_999_999_999_000)).toBe(say.muchOfIt({ item: 'Item a', line: '99,999,999,999 pcs' }));
    for (const quantity of [1000, 100_000_000, -100_000_000]) expect(much(quantity)).toBe('');
    for (const quantity of [100_000_001, -100_000_001]) expect(much(quantity)).not.toBe('');
  });

  test('the same order, by whomever, with its number only for who may see it', () => {
    const by = { id: 'UBEN', name: 'Ben <!here>' };
    const similar = [
      { id: 'o1', number: 12, by, at: MORNING - 3600 },
      { id: 'o2', by, at: MORNING - 60 },
    ];
    const [first, second] = asked('submit', {}, { ...fresh, similar });
    const name = 'Ben &lt;!here&gt;';
    expect(first).toBe(say.similar({ order: 'SO-000012', name, date: date(MORNING - 3600, words) }));
    expect(second).toBe(say.similarHidden({ name, date: date(MORNING - 60, words) }));
  });

  describe('a total that the supervisor may not approve, with who may', () => {
    const supervisors = [
      { id: sam.id, limit: '9.99' },
      { id: lena.id, limit: '10' },
      { id: ana.id, limit: null },
    ];
    const limited = { ...fresh, supervisors };
    const said = { net: '€10.00', name: sam.name };
    const may = (id: string) => say.theyCan({ names: `<@${id}>`, count: 1 });
    const lenaMay = `${say.overLimit(said)} ${may(lena.id)}`;

    test('in a new order, and in one that is edited or resubmitted', () => {
      expect(asked('submit', {}, limited)).toEqual([lenaMay]);
      for (const id of ['edit', 'resubmit'] as const)
        expect(asked(id, {}, context(orderFor[id], { now: MORNING, supervisors })), id).toEqual([lenaMay]);
    });

    test('who may and is away is not suggested, nor is whose it is where it is handed over', () => {
      expect(asked('submit', {}, { ...limited, absent: [lena.id] })).toEqual([
        `${say.overLimit(said)} ${say.adminCan}`,
      ]);
      const all = [
        { id: sam.id, limit: null },
        { id: lena.id, limit: '10' },
      ];
      const handed = asked(
        'hand_over',
        { to: lena.id },
        context(inState.submitted, { now: MORNING, supervisors: all }),
      );
      expect(handed).toEqual([`${say.overLimit({ net: '€20.00', name: lena.name })} ${say.adminCan}`]);
    });

    test('also where nobody on the list may', () => {
      const nobody = { ...limited, supervisors: supervisors.filter(({ id }) => id === sam.id) };
      expect(asked('submit', {}, nobody)).toEqual([`${say.overLimit(said)} ${say.adminCan}`]);
    });

    test('not within the limit, without limits, or where an admin is asked', () => {
      expect(asked('submit', { supervisor: lena.id }, limited)).toEqual([]);
      expect(asked('submit', {}, { ...fresh, supervisors: [{ id: sam.id, limit: null }] })).toEqual([]);
      expect(asked('submit', {}, { ...limited, admins: [sam.id] })).toEqual([]);
      const people = new Map([...fresh.people, [sam.id, { ...sam, kind: 'member' as const, admin: true }]]);
      expect(asked('submit', {}, { ...limited, people })).toEqual([]);
    });

    test('an admin of the app who is on the list may, whatever their limit', () => {
      const all = supervisors.map(({ id }) => ({ id, limit: '1' }));
      expect(asked('submit', {}, { ...limited, supervisors: all, admins: [lena.id] })).toEqual([lenaMay]);
    });

    test('also where the limits count in another currency: whoever has one may not, however little it is', () => {
      const all = supervisors.map(({ id, limit }) => ({ id, limit: limit && '1000000' }));
      const submitted = inState.submitted;
      const inDollars = { ...submitted, content: { ...submitted.content, currency: 'USD' } };
      const other = { currency: 'USD', limitCurrency: 'EUR', supervisors: all, now: MORNING };
      const usd = { net: 'US$10.00', name: sam.name, limits: 'EUR' };
      expect(asked('submit', {}, { ...fresh, ...other })).toEqual([`${say.otherCurrency(usd)} ${say.adminCan}`]);
      const handedOver = asked('hand_over', { to: lena.id }, context(inDollars, other));
      const handed = { net: 'US$20.00', name: lena.name, limits: 'EUR' };
      expect(handedOver).toEqual([`${say.otherCurrency(handed)} ${say.adminCan}`]);
    });

    test('and where an order that waits is handed over, also for its extra cost; not once it is approved', () => {
      const about = (order = inState.submitted) => context(order, { now: MORNING, supervisors });
      const handed = (to: string, order?: WholeOrder) => asked('hand_over', { to }, about(order));
      const twenty = { net: '€20.00', name: lena.name };
      expect(handed(lena.id)).toEqual([`${say.overLimit(twenty)} ${say.adminCan}`]);
      expect(handed(lena.id, inState.approved)).toEqual([]);
      const question = { entry: 3, since: MORNING, disputed: null, closing: null };
      const asking = { ...inState.approved, progress: { ...inState.approved.progress, question } };
      expect(handed(lena.id, asking)).toEqual([`${say.overLimit(twenty)} ${say.adminCan}`]);
      // Somebody whom the list does not name is an admin, who has no limit.
      expect(asked('hand_over', { to: lena.id }, { ...about(), admins: [lena.id] })).toEqual([]);
    });

    test('to nobody who does not see prices', () =>
      expect(asked('edit', {}, context(orderFor.edit, { now: MORNING, supervisors, seesPrices: false }))).toEqual([]));
  });

  describe('that the one who is to decide is away', () => {
    const until = MORNING + DAY;
    const away = (substitute: string | undefined, alsoAway = false, tooLow = false) => ({
      supervisorAway: { id: lena.id, until, substitute, alsoAway, tooLow },
    });
    const when = { name: lena.name, date: lastDay(until, words) };
    // biome-ignore format: a table reads best as a table
    test.each([
      ['with who decides meanwhile',     away('Olga'),       say.supervisorAway({ ...when, substitute: 'Olga' })],
      ['and that nobody else is asked',  away(undefined),    say.supervisorAwayAlone(when)],
      ['and so is who would decide',     away('Olga', true), say.supervisorsAway({ ...when, substitute: 'Olga' })],
      ['and who would decide may not',   away('Olga', false, true), say.substituteTooLow({ ...when, substitute: 'Olga' })],
    ])('%s: to who submits an order, and to who hands one over', (_, told, text) => {
      const items = [item('a')];
      expect(asked('submit', { supervisor: lena.id }, { ...fresh, ...told }, items)).toEqual([text]);
      for (const order of [inState.submitted, inState.approved])
        expect(asked('hand_over', { to: lena.id }, context(order, { now: MORNING, ...told }))).toEqual([text]);
      expect(asked('hand_over', { to: ana.id }, context(inState.submitted, { now: MORNING, ...told }))).toEqual([]);
    });
  });

  test('the review shows the order as it will be read', () => {
    const { form } = orderForms.submit;
    const items = Array.from({ length: 12 }, (_, n) => item(`i${n}`));
    const draft = walkedThrough(form, fresh, wellFilled.submit, items);
    const shown = seen(drawn(form, draft, fresh, 'review')).join('\n');
    for (const part of [
      ...[
        'Replace circulation pump',
        'Acme',
        'Hall 3, upper floor',
        'It leaks.\n&gt; Since Monday.',
        words.order.priority.urgent,
        sam.name,
        'Mr. Jensen',
      ],
      ...[
        'PO-17',
        'boiler room.jpg',
        words.items.heading.counted({ count: 12 }),
        'Item i9',
        words.forms.moreLines({ count: 2 }),
        words.review.totalWithTax({ net: '€120.00', gross: '€145.20' }),
        date(MORNING + DAY, words),
      ],
    ])
      expect(shown.replaceAll('\n> ', '\n&gt; '), part).toContain(part);
    expect(seen(drawn(form, { ...draft, items: [] }, fresh, 'review')).join()).toContain(words.review.noItems);
  });
});

describe('D16 odd times of work are asked about', () => {
  const start = MORNING + 90_000;
  const end = NOW - 300;
  const times = (from: number) => ({ start: date(from, words), end: date(end, words) });
  const approved = date(inState.approved.approval?.at ?? 0, words);
  test.each([
    ['700 days', { startedAt: end - 700 * DAY }, say.workDays({ days: 700, ...times(end - 700 * DAY) })],
    ['25 hours', { startedAt: end - 25 * 3600 }, say.workHours({ hours: 25, ...times(end - 25 * 3600) })],
    [
      'begun days before the approval',
      { startedAt: MORNING - 3 * DAY, endedAt: MORNING - 3 * DAY + 60 },
      say.startedEarly({ date: date(MORNING - 3 * DAY, words), approved }),
    ],
  ])('%s', (_, values, sentence) => expect(asked('confirm', values).join('\n')).toContain(sentence));

  test('24 hours are not', () => {
    expect(asked('confirm', { startedAt: NOW - 300 - DAY })).toEqual([]);
    expect(asked('confirm', { startedAt: start })).toEqual([]);
  });

  test('nor is a closing asked about at its usual time; one before the work that was reported is', () => {
    const usual = { reasonCode: null, explanation: null };
    expect(asked('close', usual)).toEqual([]);
    const early = say.endedEarly({ date: date(MORNING - 5 * DAY, words), approved });
    expect(asked('close', { endedAt: MORNING - 5 * DAY })).toContain(early);
    const reported = taken(inState.approved, actions().confirm_partial).order;
    const until = reported.versions.at(-1)?.report?.endedAt ?? 0;
    expect(asked('close', { endedAt: until - 60 }, context(reported))).toContain(
      say.endedBeforeReport({ version: 2, date: date(until - 60, words), reported: date(until, words) }),
    );
    expect(asked('close', { ...usual, endedAt: until }, context(reported))).toEqual([]);
  });

  test('a planned start in the past or far away, where it was chosen just now', () => {
    for (const id of ['approve', 'assign'] as const) {
      const past = 1_577_880_000;
      expect(asked(id, { plannedStart: past }), id).toEqual([say.plannedPast({ date: date(past, words) })]);
      const far = NOW + 700 * DAY;
      expect(asked(id, { plannedStart: far }), id).toEqual([say.plannedFar({ date: date(far, words) })]);
      const opened = orderForms[id].form.start(context(orderFor[id])).values.plannedStart ?? null;
      // What the form opened with was asked about before.
      expect(asked(id, { plannedStart: opened }), id).toEqual([]);
      expect(asked(id, { plannedStart: null }), id).toEqual([]);
    }
  });
});

/** Nothing of what a client may say. */
const unsaid = { acceptedBy: null, acceptedAs: null, reservations: null };

describe('D2 what does not fit together is refused under its field, and nothing is dropped in silence', () => {
  const { acceptance, error } = words.fields;
  const nobody = error.notAccepted(acceptance.option);
  test.each([
    ['what somebody says who was not there', 'unavailable', { acceptedBy: 'M. Jensen' }, { acceptedBy: nobody }],
    ['what they are who was not there', 'unavailable', { acceptedAs: 'Janitor' }, { acceptedAs: nobody }],
    ['reservations of nobody', 'unavailable', { reservations: 'It squeaks' }, { reservations: nobody }],
    ['nothing that can be seen', 'unavailable', { acceptedBy: '  ', reservations: '\u200b' }, {}],
    ['an acceptance by nobody', 'accepted', { acceptedBy: '\u200b' }, { acceptedBy: error.acceptedBy }],
    ['an acceptance with no more than a name', 'accepted', { acceptedBy: 'M. Jensen' }, {}],
    ['a refusal by nobody', 'refused', { reservations: 'It leaks' }, { acceptedBy: error.refusedBy }],
    ['a refusal for no reason', 'refused', { acceptedBy: 'M. Jensen' }, { reservations: error.refusedBecause }],
    ['a refusal with its reason', 'refused', { acceptedBy: 'M. Jensen', reservations: 'It leaks' }, {}],
  ] as const)('%s', (_, word, said, errors) => {
    const answers = { ...unsaid, acceptance: word, ...said };
    expect(errorsOf('confirm', answers)).toEqual(errors);
    // Where "Close order" does not ask any further, it says that it leaves out what was typed there.
    const isAsked = word !== 'unavailable' || 'acceptedBy' in said;
    expect(errorsOf('close', answers)).toEqual(isAsked ? errors : {});
  });

  const unused = (
    field: 'explanation' | 'reasonCode' | 'acceptance' | 'acceptedBy' | 'acceptedAs' | 'reservations' | 'changeReason',
  ) => say.unused({ label: words.fields[field].label });
  test('words typed into a field that another answer has hidden since', () => {
    const done = { outcome: 'as_ordered', reasonCode: null, explanation: 'Flood' };
    expect(asked('close', done)).toEqual([unused('explanation')]);
    expect(asked('close', { ...done, explanation: ' ' })).toEqual([]);
    expect(asked('close', { outcome: 'as_ordered', reasonCode: 'weather', explanation: null })).toEqual([
      unused('reasonCode'),
    ]);
    expect(asked('close', { outcome: 'not_performed' })).toEqual(
      (['acceptance', 'acceptedBy', 'acceptedAs', 'reservations'] as const).map(unused),
    );
    const open = { final: [], note: '', ...unsaid, acceptance: null, acceptedBy: 'Mr. Jensen' };
    expect(asked('confirm', open)).toEqual([unused('acceptedBy')]);
    const unchanged = [...(inState.approved.versions[0]?.content.items ?? [])];
    expect(asked('confirm', {}, context(inState.approved), unchanged)).toEqual([unused('changeReason')]);
  });

  test('times that the form filled in by itself are nobody’s words', () => {
    const opened = orderForms.close.form.start(context(inState.approved)).values;
    const none = { reasonCode: 'weather', explanation: null, acceptance: null, ...unsaid, photos: [photo] };
    const later = context(inState.approved, { now: NOW + 3600 });
    expect(asked('close', { ...opened, ...none, outcome: 'not_performed' }, later)).toEqual([]);
  });
});

describe('D1 the closing page of a confirmation that closes the order', () => {
  const { form, read } = orderForms.confirm;
  const about = context(inState.approved);
  const pages = (final: boolean) => {
    const draft = { ...form.start(about), values: { final: final ? ['yes'] : [] } };
    return pagesOf(form, draft, about).map(({ id }) => id);
  };

  test('is there only then, and is asked as in "Close order"', () => {
    expect(pages(false)).toEqual(['items', 'report', 'review']);
    expect(pages(true)).toEqual(['items', 'report', 'closing', 'review']);
    for (const field of ['note', 'acceptance', 'acceptedBy', 'acceptedAs', 'reservations'])
      expect(form.fields[field]?.render(null, about)).toEqual(orderForms.close.form.fields[field]?.render(null, about));
    expect(errorsOf('confirm', { acceptance: null })).toEqual({
      acceptance: words.fields.error.required,
    });
    expect(errorsOf('confirm', { final: [], acceptance: null, ...unsaid, note: '' })).toEqual({});
  });

  test('goes into the version, with the outcome that follows from the items', () => {
    const closure = (items: readonly Item[], order: WholeOrder = inState.approved) => {
      const draft = { ...form.start(context(order)), items, values: wellFilled.confirm };
      const done = read(accept(form, draft, context(order)), draft, context(order), null);
      if (!('action' in done)) throw new Error(JSON.stringify(done));
      const { order: after, version } = taken(order, done.action);
      expect(after.outcome).toBe(version?.closure?.outcome);
      return version?.closure;
    };
    const accepted = {
      note: 'All tidy',
      acceptance: { kind: 'accepted', name: 'Mr. Jensen' },
      endedAt: NOW - 300,
      photos: [],
    };
    expect(closure([item('new')])).toMatchObject({ outcome: 'with_changes', ...accepted });
    expect(closure(inState.approved.content.items)).toMatchObject({ outcome: 'as_ordered', ...accepted });
  });

  test('one from before there was such a page still closes the order', () => {
    const { order, version } = taken(inState.approved, actions().confirm_final);
    expect([order.state, version?.closure]).toEqual(['completed', null]);
  });
});

describe('D9 the unit of an item follows its kind, unless somebody typed one', () => {
  const about = context(undefined);
  const saved = (values: Values, before?: Item) => {
    const draft = {
      ...itemForm.start(about),
      values: { ...itemForm.start(about).values, description: 'x', quantity: '1', ...values },
    };
    const { answers } = accept(itemForm, draft, about);
    const { kind = 'material', description = '', quantity = 0, unit = '', unitPrice = null } = answers;
    return itemFrom({ onFile: null, kind, description, quantity, unit, unitPrice }, 'i1', about, before).unit;
  };
  test.each([
    ['material', null, 'pcs'],
    ['labour', null, 'h'],
    ['labour', ' ', 'h'],
    ['labour', 'day', 'day'],
    ['expense', null, 'pcs'],
    ['service', 'h', 'h'],
  ])('%s, %s: %s', (kind, unit, wanted) => expect(saved({ kind, unit })).toBe(wanted));

  test('also where the kind of an item is changed', () => {
    const pump = item('i1', { kind: 'material', unit: 'pcs' });
    const edited = (changes: Values, before: Item) =>
      saved({ ...itemDraft(before, context(undefined)).values, ...changes }, before);
    expect(edited({ kind: 'labour' }, pump)).toBe('h');
    expect(edited({ kind: 'labour', unit: 'day' }, pump)).toBe('day');
    expect(edited({ kind: 'labour' }, { ...pump, unit: 'm' })).toBe('m');
    expect(edited({ quantity: '2' }, { ...pump, kind: 'labour' })).toBe('pcs');
  });
});

describe('times that are hardly ever meant are asked about once', () => {
  const start = orderFor.reschedule?.plannedStart ?? 0;
  const at = (id: OrderFormId, now: number) => context(orderFor[id], { now });
  const requested = orderFor.approve?.content.requestedStart ?? 0;

  test.each([
    ['a hold of more than a year', 'hold', { until: NOW + 367 * DAY }, NOW, say.holdFar, NOW + 367 * DAY],
    [
      'done as planned long before the start',
      'as_planned',
      { endedAt: start - 8 * DAY },
      start - 8 * DAY,
      say.beforeStart,
      start,
    ],
  ] as const)('%s', (_, id, values, now, sentence, about) => {
    expect(asked(id, values, at(id, now)).join()).toContain(sentence({ date: date(about, words) }));
  });

  test('that the start has passed is said where an order is approved, and costs no tap', () => {
    const intro = approvalForm.pages[0]?.intro;
    const said = (now: number) => JSON.stringify(intro?.(approvalForm.start(at('approve', now)), at('approve', now)));
    expect(said(requested + DAY)).toContain(say.plannedPast({ date: date(requested, words) }));
    expect(said(requested)).toBe('[]');
  });

  test.each([
    ['a hold of less', 'hold', { until: NOW + 360 * DAY }, NOW],
    ['an approval before the start', 'approve', { plannedStart: requested }, requested - DAY],
    ['done as planned after the start', 'as_planned', { endedAt: start + 600 }, start + 900],
    ['done as planned a day before', 'as_planned', { endedAt: start - DAY }, start - DAY],
    ['an approval after the start', 'approve', { plannedStart: requested }, requested + 2 * DAY],
  ] as const)('not about %s', (_, id, values, now) => {
    expect(asked(id, values, at(id, now))).toEqual([]);
  });

  describe('a start and a hold that do not go together', () => {
    const [early, late] = [NOW + 2 * DAY, NOW + 3 * DAY];
    const holding = (until: number | null) => ({ ...actions().hold, until }) as ReturnType<typeof actions>['hold'];
    const held = (until: number | null) => taken(inState.approved, holding(until)).order;
    const startsAt = (plannedStart: number, order: WholeOrder = inState.approved) => ({ ...order, plannedStart });
    const onHold = say.plannedOnHold({ date: date(early, words), until: date(late, words) });
    const pastStart = say.holdPastStart({ date: date(late, words), start: date(early, words) });

    // biome-ignore format: a table reads best as a table
    test.each<[string, OrderFormId, Values, WholeOrder, string[]]>([
      ['a start before the end of a hold', 'reschedule', { plannedStart: early }, held(late), [onHold]],
      ['the same in a plan', 'assign', { plannedStart: early }, held(late), [onHold]],
      ['a plan that leaves the start', 'assign', { plannedStart: early }, startsAt(early, held(late)), []],
      ['a start at the end of a hold', 'reschedule', { plannedStart: late }, held(late), []],
      ['a start in a hold without an end', 'reschedule', { plannedStart: early }, held(null), []],
      ['a hold until after the start', 'hold', { until: late }, startsAt(early), [pastStart]],
      ['a hold that is made longer', 'hold', { until: late }, startsAt(early, held(NOW + DAY)), [pastStart]],
      ['a hold that stays as it is', 'hold', { until: late }, startsAt(early, held(late)), []],
      ['a hold until the start', 'hold', { until: early }, startsAt(early), []],
      ['a hold without an end', 'hold', { until: null }, startsAt(early), []],
      ['a hold after the start has passed', 'hold', { until: late }, startsAt(NOW - 60), []],
      ['a hold of work in progress', 'hold', { until: late }, startsAt(early, taken(inState.approved, actions().start_work).order), []],
    ])('%s', (_, id, values, order, sentences) => {
      expect(asked(id, values, context(order))).toEqual(sentences);
    });
  });

  test('not about work before its start that somebody has started', () => {
    const { order } = taken(inState.approved, actions().start_work);
    const about = context(order, { now: start - 8 * DAY });
    expect(asked('as_planned', { endedAt: start - 8 * DAY }, about).join()).not.toContain(
      say.beforeStart({ date: date(start, words) }),
    );
  });

  test('the time at which work is planned already is none to reschedule it to', () => {
    expect(errorsOf('reschedule', { plannedStart: start })).toEqual({ plannedStart: words.fields.error.sameStart });
    expect(errorsOf('reschedule', { plannedStart: start + 60 })).toEqual({});
  });
});
