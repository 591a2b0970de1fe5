import { describe, expect, test } from 'vitest';
import { type ActionType, type Entry, isNote } from '../../src/order/action.ts';
import type { Refusal } from '../../src/order/refusal.ts';
import { refusalText } from '../../src/slack/views/refusal.ts';
import { wordsFor } from '../../src/words/words.ts';
import { actions, asking, inState, lena, orderAfter, sam, taken } from '../support/workflow.ts';

const { submitted, approved } = inState;
const rejected = { ...inState.rejected, number: 12 };
const [, rejection] = rejected.entries;
const [version] = approved.versions;
if (!rejection || !version) throw new Error('a rejected order has two entries, an approved one a version');
const english = wordsFor('en-GB');

describe('a refusal says how things stand, or who could do it', () => {
  const cases: readonly [Refusal, string][] = [
    [
      { reason: 'not_allowed', action: 'approve', allowed: ['supervisor'] },
      'Only Sam Okafor or an admin can approve this order.',
    ],
    [
      { reason: 'not_allowed', action: 'resubmit', allowed: ['requester'] },
      'Only Ana Morales can edit and resubmit this order.',
    ],
    [
      { reason: 'not_allowed', action: 'withdraw', allowed: ['requester', 'supervisor'] },
      'Only Ana Morales, Sam Okafor or an admin can withdraw this order.',
    ],
    [
      { reason: 'wrong_state', action: 'approve', state: 'rejected', last: rejection },
      'Sam Okafor has already rejected SO-000012. Nothing was changed.',
    ],
    [{ reason: 'own_order' }, 'You can’t approve your own order. Another supervisor or an admin can approve it.'],
    [
      { reason: 'too_many_undecided', limit: 1 },
      'You already have an order awaiting a decision. That’s the limit per person. Ask the supervisors to decide, or withdraw orders you no longer need. Then send this one. Your draft is saved.',
    ],
    [
      { reason: 'stale_submission', last: rejection },
      'Ana Morales edited this order while this form was open. Check the order as it is now, then try again.',
    ],
    [
      { reason: 'stale_version', base: 1, latest: { ...version, n: 2 } },
      'Sam Okafor issued version 2 while this form was open.',
    ],
    [
      { reason: 'too_many_versions', most: 90 },
      'This order has 90 versions and can’t take any more partial confirmations. Select “Close the order with this confirmation”, or close the order.',
    ],
    [{ reason: 'no_crew' }, 'Choose at least one field worker.'],
    [
      { reason: 'not_as_ordered', latest: { ...version, n: 3 } },
      'Version 3 differs from the approved order, so it can’t be closed as ordered. Choose “Completed with changes”.',
    ],
  ];
  test.each(cases)('%o', (refusal, text) => {
    expect(refusalText(english, refusal, rejected)).toBe(text);
  });

  test('where there is nobody yet who could', () => {
    const alone = { ...submitted, coordinator: null };
    const close: Refusal = { reason: 'not_allowed', action: 'close', allowed: ['crew', 'coordinator'] };
    expect(refusalText(english, close, alone)).toBe('You can’t do that with this order.');
    const submit: Refusal = { reason: 'not_allowed', action: 'submit', allowed: ['requester'] };
    expect(refusalText(english, submit, undefined)).toBe(english.refusal.members);
  });

  test.each([
    ['es-LA', 'Esta orden solo la puede aprobar Sam Okafor o un administrador.'],
    ['pt-BR', 'Somente Sam Okafor ou um administrador pode aprovar esta ordem.'],
    ['de-DE', 'Nur Sam Okafor oder ein Administrator kann diesen Auftrag genehmigen.'],
    ['fr-FR', 'Ce bon ne peut être approuvé que par Sam Okafor ou un administrateur.'],
  ])('%s: who could, in a sentence of that language', (locale, text) => {
    const refusal: Refusal = { reason: 'not_allowed', action: 'approve', allowed: ['supervisor'] };
    expect(refusalText(wordsFor(locale), refusal, rejected)).toBe(text);
  });

  test('who took them off the order, unless they handed it over themselves', () => {
    const passed = orderAfter('submit', 'hand_over');
    const refusal: Refusal = { reason: 'not_allowed', action: 'approve', allowed: ['supervisor'] };
    const only = 'Only Olga Stranger or an admin can approve this order.';
    const told = (entries: readonly Entry[]) => refusalText(english, refusal, passed, sam, entries);
    expect(told(passed.entries)).toBe(only);
    const byAdmin = passed.entries.map((entry) => (entry.seq === 2 ? { ...entry, by: lena } : entry));
    expect(told(byAdmin)).toBe(`Lena Fischer removed you from this order. ${only}`);
  });

  test('whatever was done last, there is a sentence for it', () => {
    const types = Object.keys(actions()) as ActionType[];
    for (const type of types) {
      const last = { ...rejection, action: actions()[type] };
      const text = refusalText(
        english,
        { reason: 'wrong_state', action: 'approve', state: 'rejected', last },
        rejected,
      );
      expect(text).toContain('SO-000012');
      // Nobody did it.
      if (!isNote(type)) expect(text).toContain('Sam Okafor');
    }
  });
});

test('who answers extra cost that is not what they were asked about any more is told what became of it', () => {
  const { questionNewer, questionSettled, noQuestion } = english.refusal;
  const told = (order: typeof asking) =>
    refusalText(english, { reason: 'stale_question', last: order.lastEntry }, { ...order, number: 12 });
  const name = asking.latest?.by.name ?? '';
  expect(told(asking)).toBe(questionNewer({ name }));
  const { question: _, ...progress } = asking.progress;
  expect(told({ ...asking, progress: { ...progress, question: null } })).toBe(
    questionSettled({ name, order: 'SO-000012' }),
  );
  const accepted = taken(asking, actions().accept_extra).order;
  expect(told(accepted)).toContain(noQuestion);
});
