import { describe, expect, test } from 'vitest';
import type { FormContext } from '../../src/forms/context.ts';
import { orderForms } from '../../src/forms/forms.ts';
import { lastDay } from '../../src/forms/mrkdwn.ts';
import { changeLines, moreInPdf, reviewBlocks } from '../../src/forms/pages/review.ts';
import { lineSections } from '../../src/forms/sizes.ts';
import { changesBetween } from '../../src/order/amounts/items.ts';
import type { Item } from '../../src/order/content.ts';
import { context, drawn } from '../support/forms.ts';
import { seen } from '../support/markup.ts';
import { words } from '../support/words.ts';
import { actions, inState, item, lena, MORNING, olga, sam, taken } from '../support/workflow.ts';

const about = context(inState.approved);
const review = (items: readonly Item[], final = false) =>
  seen(reviewBlocks({ values: { final: final ? ['yes'] : [] }, items, base: 1, submission: 1 }, about));
const planned = inState.approved.content.items;
const { order, review: say, items: list } = words;
const open = say.staysOpen;
const same = list.change.none;
const difference = (amount: string) => say.difference({ amount });
const removed = (name: string) =>
  `• ${list.change.removed({ item: `*${name}*`, line: '1 pcs × €10.00 = €10.00' })} (-\u2060€10.00)`;

describe('before a confirmation is sent, its author sees', () => {
  test.each([
    ['that nothing changed', planned, false, [same, difference('€0.00'), open]],
    [
      'what was added, changed and removed, and the money',
      [item('a', { quantity: 3000, description: 'Seal' }), item('new', { unitPrice: '2.5' })],
      false,
      [
        [
          `• ${list.change.changed({ item: '*Seal*', changes: `${list.change.name({ before: 'Item a' })}, 1 pcs → 3 pcs` })} (+\u2060€20.00)`,
          `• ${list.change.added({ item: '*Item new*', line: '1 pcs × €2.50 = €2.50' })} (+\u2060€2.50)`,
          removed('Item b'),
        ].join('\n'),
        difference('+\u2060€12.50'),
        open,
      ],
    ],
    [
      'that the order ends as it was ordered',
      planned,
      true,
      [same, difference('€0.00'), say.closes({ outcome: order.outcome.as_ordered })],
    ],
    [
      'that the order ends with changes',
      [],
      true,
      [
        `${removed('Item a')}\n${removed('Item b')}`,
        difference('-\u2060€20.00'),
        say.closes({ outcome: order.outcome.with_changes }),
      ],
    ],
  ] as const)('%s', (_, items, final, wanted) => {
    expect(review(items, final)).toEqual([say.version({ next: 2, base: 1 }), ...wanted]);
  });

  test('that taking earlier changes back ends the order as it was ordered', () => {
    const confirmed = taken(inState.approved, actions().confirm_partial).order;
    const { form } = orderForms.confirm;
    const now = context(confirmed);
    const draft = { ...form.start(now), items: planned, values: { final: ['yes'] } };
    const texts = seen(drawn(form, draft, now, 'review'));
    expect(texts).toContain(say.version({ next: 3, base: 2 }));
    expect(texts).toContain(say.closes({ outcome: order.outcome.as_ordered }));
  });

  test.each([
    [
      'accepted with reservations',
      { acceptance: 'accepted', acceptedBy: 'P. Jensen', acceptedAs: 'Janitor', reservations: 'It squeaks' },
      [words.entry.reserved({ name: 'P. Jensen, Janitor' }), 'It squeaks'],
    ],
    ['accepted', { acceptance: 'accepted', acceptedBy: 'P. Jensen' }, [words.entry.accepted({ name: 'P. Jensen' })]],
    [
      'refused',
      { acceptance: 'refused', acceptedBy: 'P. Jensen', reservations: 'It leaks' },
      [words.entry.refused({ name: 'P. Jensen' }), 'It leaks'],
    ],
    ['not asked', { acceptance: 'unavailable' }, [words.entry.unavailable]],
  ] as const)('what the client says, where the order ends: %s', (_, values, said) => {
    const shown = (final: string[]) =>
      seen(reviewBlocks({ values: { ...values, final }, items: planned, base: 1, submission: 1 }, about)).join('\n');
    for (const text of said) {
      expect(shown(['yes'])).toContain(text);
      expect(shown([])).not.toContain(text);
    }
  });

  test.each([
    ['', say.extraHidden],
    ['yes', say.extraFinalHidden],
  ])('who sees no prices, that somebody will be asked about what it comes to (final: “%s”)', (final, said) => {
    const blind = context(inState.approved, { seesPrices: false, unseenExtra: true });
    const draft = { values: { final: [final] }, items: planned, base: 1, submission: 1 };
    const texts = seen(reviewBlocks(draft, blind));
    expect(texts).toContain(said({ name: inState.approved.supervisor.name }));
    expect(texts).not.toContain(say.staysOpen);
  });

  const until = MORNING + 86_400;
  const away = { name: sam.name, date: lastDay(until, words) };
  const olgas = { ...away, substitute: olga.name };
  test.each([
    ['a substitute', { substitute: olga.name }, say.question.supervisorAway(olgas)],
    ['a substitute who is away too', { substitute: olga.name, alsoAway: true }, say.extraBothAway(olgas)],
    ['nobody', { substitute: undefined }, say.extraAway(away)],
  ])('that the supervisor who will be asked is away, and that %s will be asked as well', (_, who, sentence) => {
    const draft = { values: {}, base: 1, submission: 1 };
    const supervisorAway = { id: sam.id, until, ...who };
    const shown = (unitPrice: string) =>
      seen(
        reviewBlocks({ ...draft, items: [item('a', { unitPrice })] }, context(inState.approved, { supervisorAway })),
      );
    expect(shown('1000').at(-1)).toBe(sentence);
    expect(shown('10')).not.toContain(sentence);
  });

  test('who else decides on the order, and is asked as well', () => {
    const remind = { type: 'remind', about: 'decision', step: 2, people: [sam], asked: [olga, lena] } as const;
    const approved = taken(taken(inState.submitted, remind).order, actions().approve).order;
    const shown = (unitPrice: string, author = sam) =>
      seen(
        reviewBlocks(
          { values: {}, base: 1, submission: 1, items: [item('a', { unitPrice })] },
          context(approved, { person: author }),
        ),
      );
    const both = say.extraAlso({ names: `${olga.name} and ${lena.name}` });
    expect(shown('1000').at(-1)).toBe(both);
    expect(shown('1000', olga).at(-1)).toBe(say.extraAlso({ names: lena.name }));
    expect(shown('10')).not.toContain(both);
  });

  describe('whose limit is too low to accept it, and who may', () => {
    const away = (tooLow: boolean) => ({ id: sam.id, until: MORNING, substitute: 'Olga', tooLow });
    const takers = (...ids: string[]) =>
      say.extraTakers({ names: ids.map((id) => `<@${id}>`).join(' or '), count: ids.length });
    const cannot = (names: string, count = 1) => say.extraTooLow({ names, count });
    test.each<[string, Partial<FormContext>, string | undefined]>([
      ['the supervisor', { accepting: { tooLow: true, enough: [lena.id] } }, `${cannot(sam.name)} ${takers(lena.id)}`],
      ['nobody who is there can', { accepting: { tooLow: true, enough: [] } }, `${cannot(sam.name)} ${takers()}`],
      [
        'the substitute of one who is away',
        { supervisorAway: away(true), accepting: { tooLow: false, enough: [lena.id, olga.id] } },
        `${cannot('Olga')} ${takers(lena.id, olga.id)}`,
      ],
      [
        'both',
        { supervisorAway: away(true), accepting: { tooLow: true, enough: [lena.id] } },
        `${cannot(`${sam.name} and Olga`, 2)} ${takers(lena.id)}`,
      ],
      ['the substitute may', { supervisorAway: away(false), accepting: { tooLow: true, enough: [] } }, undefined],
      ['none', { accepting: { tooLow: false, enough: [lena.id] } }, undefined],
    ])('%s', (_, told, sentence) => {
      const draft = { values: {}, base: 1, submission: 1, items: [item('a', { unitPrice: '1000' })] };
      const shown = seen(reviewBlocks(draft, context(inState.approved, told)));
      if (sentence) expect(shown.at(-1)).toBe(sentence);
      else expect(shown.join()).not.toContain('can’t');
      if (told.supervisorAway?.tooLow) expect(shown.at(-2)).not.toContain(' instead');
    });
  });

  test('no amounts where nothing has a price', () => {
    const free = item('a', { unitPrice: null });
    const { latest } = inState.approved;
    const order = {
      ...inState.approved,
      latest: latest && { ...latest, content: { ...latest.content, items: [free] } },
    };
    const texts = seen(
      reviewBlocks({ values: {}, items: [{ ...free, quantity: 2000 }], base: 1, submission: 1 }, context(order)),
    );
    expect(texts.join('\n')).toContain(`• ${list.change.changed({ item: '*Item a*', changes: '1 pcs → 2 pcs' })}`);
    expect(texts.join('\n')).not.toContain('€');
  });
});

describe('a line of the change list', () => {
  const line = (before: Partial<Item>, after: Partial<Item>) =>
    changeLines(changesBetween([item('a', before)], [item('a', after)], 2), {
      currency: 'EUR',
      decimals: 2,
      locale: 'en-GB',
      words,
    })[0];
  const each = (before: string, after: string) => list.change.price({ before, after });
  test.each([
    ['the price', {}, { unitPrice: '12.5' }, `${each('€10.00', '€12.50')} (+\u2060€2.50)`],
    ['a price where there was none', { unitPrice: null }, {}, `${each(list.change.noPrice, '€10.00')} (+\u2060€10.00)`],
    ['the unit', {}, { unit: 'h' }, '1 pcs → 1 h'],
    ['the kind, in its words', {}, { kind: 'labour' }, `${order.kind.material} → ${order.kind.labour}`],
    [
      'quantity and price',
      {},
      { quantity: 500, unitPrice: '30' },
      `1 pcs → 0.5 pcs, ${each('€10.00', '€30.00')} (+\u2060€5.00)`,
    ],
  ] as const)('%s', (_, before, after, wanted) => {
    const [, changes = '', money = ''] = /^(.*?)( \(.*\))?$/.exec(wanted) ?? [];
    expect(line(before, after)).toBe(`• ${list.change.changed({ item: '*Item a*', changes })}${money}`);
  });
});

describe('a long list', () => {
  test('is cut into sections that Slack takes, and what does not fit is counted', () => {
    const lines = Array.from({ length: 200 }, (_, n) => `• ${n} ${'x'.repeat(300)}`);
    const texts = seen(lineSections({ lines, more: moreInPdf(words) }, 11_000));
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThanOrEqual(3000);
    const shown = texts.join('\n').split('\n');
    expect(shown.slice(0, -1)).toEqual(lines.slice(0, shown.length - 1));
    expect(shown.at(-1)).toBe(list.moreInPdf({ count: 200 - (shown.length - 1) }));
    expect(texts.join('\n').length).toBeLessThanOrEqual(11_000);
    expect(texts.join('\n').length).toBeGreaterThan(10_500);
  });

  test('keeps its order: nothing that comes later stands before what was left out', () => {
    const lines = [...Array.from({ length: 15 }, () => 'x'.repeat(990)), 'short'];
    const texts = seen(lineSections({ lines, more: moreInPdf(words) }, 10_500));
    expect(texts.some((text) => text.includes('short'))).toBe(false);
    expect(texts.at(-1)?.split('\n').at(-1)).toBe(list.moreInPdf({ count: 6 }));
  });
});
