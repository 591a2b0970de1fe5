import { describe, expect, test } from 'vitest';
import type { WholeOrder } from '../../src/order/order.ts';
import type { Acceptance } from '../../src/order/version.ts';
import { documentModel } from '../../src/pdf/document.ts';
import { wordsFor } from '../../src/words/words.ts';
import { approvedOrder, closed, confirmed, item, signedBy } from './orders.ts';

const { signature: words } = wordsFor('en-GB').document;
const worked = (order: WholeOrder): WholeOrder => confirmed(order, [item('a')], {}, { final: false, closure: null });
const word = (order: WholeOrder, acceptance: Acceptance): WholeOrder =>
  closed(order, { outcome: 'as_ordered', acceptance }, {});
const reported = worked(approvedOrder());
/** Version 3: Peter Jensen signed version 2. */
const signed = signedBy(reported, { reservations: 'The door squeaks' });

/** What the newest document says of the client's words in versions before. */
const earlier = (order: WholeOrder): string | undefined =>
  documentModel(order, order.versions.length).remarks.find(({ title }) => title === words.earlier.title)?.text;
const SIGNED = '23 Nov 2026, 03:13 (UTC+01:00)';

describe('a document keeps what the client said in versions before', () => {
  test('who signed before somebody else did, with their reservations and the version that has it', () => {
    const again = signedBy(worked(signed), { name: 'Marta Gil', reservations: 'The pump hums' });
    const { remarks, signatures } = documentModel(again, 5);
    expect(earlier(again)).toBe(
      `${words.earlier.signedWithReservations({ version: '3', name: 'Peter Jensen', signed: '2', when: SIGNED })}\nThe door squeaks`,
    );
    expect(remarks).toContainEqual({ title: words.reservations, text: 'The pump hums' });
    expect(signatures.map(({ name }) => name)).toContain('Marta Gil');
  });

  test('who signed before work went on, where nobody has said anything since', () => {
    const statement = words.earlier.signedWithReservations({
      ...{ version: '3', name: 'Peter Jensen', signed: '2', when: SIGNED },
    });
    expect(documentModel(worked(signed), 4).remarks).toEqual([
      { title: words.earlier.title, text: `${statement}\nThe door squeaks` },
    ]);
  });

  test('both of two, the oldest first, also without reservations', () => {
    const third = signedBy(worked(signedBy(worked(signed), { name: 'Marta Gil' })), { name: 'Ida Lund' });
    expect(earlier(third)?.split('\n\n')).toEqual([
      expect.stringContaining('The door squeaks'),
      words.earlier.signed({ version: '5', name: 'Marta Gil', signed: '4', when: SIGNED }),
    ]);
  });

  test.each<[string, Acceptance, string]>([
    ['refused', { kind: 'refused', name: 'Peter Jensen', reason: 'It leaks' }, 'refused'],
    ['accepted', { kind: 'accepted', name: 'Peter Jensen' }, 'accepted'],
    [
      'accepted with reservations',
      { kind: 'accepted', name: 'Peter Jensen', reservations: 'It leaks' },
      'acceptedWithReservations',
    ],
  ])('that they %s work that was reopened', (_, acceptance, key) => {
    const before = word(reported, acceptance);
    const when = documentModel(before, 3).signatures.at(-1)?.facts.at(-1) ?? '';
    const say = words.earlier[key as 'refused'];
    expect(earlier(worked(before))?.split('\n')[0]).toBe(say({ version: '3', name: 'Peter Jensen', when }));
  });

  test('and nothing twice: what it shows itself, and who was not there', () => {
    const unavailable: Acceptance = { kind: 'unavailable' };
    const accepted: Acceptance = { kind: 'accepted', name: 'Marta Gil', reservations: 'It hums' };
    for (const order of [
      reported,
      signed,
      worked(signedBy(reported, {})),
      word(signed, accepted),
      signedBy(word(reported, accepted), {}),
      worked(word(reported, unavailable)),
    ])
      expect(earlier(order)).toBeUndefined();
  });
});
