import { describe, expect, test } from 'vitest';
import type { WholeOrder } from '../../src/order/order.ts';
import type { Version } from '../../src/order/version.ts';
import { documentModel } from '../../src/pdf/document.ts';
import type { PrintedEntry } from '../../src/pdf/model/reopenings.ts';
import { wordsFor } from '../../src/words/words.ts';
import { approvedOrder, closed, confirmed, issuer, item, sam } from './orders.ts';

const pump = item('a');
const pipe = item('b', { description: 'Copper pipe', quantity: 3000, unit: 'm', unitPrice: '12.9' });
const hours = item('c', { kind: 'labour', description: 'Fitter', quantity: 2000, unit: 'h', unitPrice: '60' });
const order = approvedOrder({ items: [pump, pipe, hours] });
const report = confirmed(
  order,
  [pump, { ...hours, quantity: 3500 }, item('d', { description: 'Valve', quantity: 2000, unitPrice: '24.8' })],
  { reason: 'Valve seized.' },
);

/** What these documents say: they are issued in British English. */
const { document: words, order: orderWords } = wordsFor('en-GB');

const labels = (fields: readonly { label: string }[]) => fields.map(({ label }) => label);

describe('what the document is called', () => {
  const done = { outcome: 'as_ordered' } as const;
  const { outcome } = orderWords;
  const all = order.content.items;
  test.each<[string, WholeOrder, number, 'order' | 'report', string]>([
    ['the original', order, 1, 'order', words.state.approved],
    ['a partial confirmation', report, 2, 'report', words.state.inProgress],
    ['a final one with changes', confirmed(order, [pump], {}, { final: true }), 2, 'report', outcome.with_changes],
    ['a final one as ordered', confirmed(order, all, {}, { final: true }), 2, 'report', outcome.as_ordered],
    ['closed as ordered', closed(order, done), 2, 'report', outcome.as_ordered],
    ['closed with changes', closed(report, { outcome: 'with_changes' }), 3, 'report', outcome.with_changes],
    ['not performed', closed(order, { outcome: 'not_performed' }), 2, 'report', outcome.not_performed],
  ])('%s', (_, printed, n, kind, state) => {
    const { heading, metadata } = documentModel(printed, n);
    const [title, number, version] = [words.title[kind], 'SO-000123', `${n}`];
    expect(heading).toMatchObject({ title, state, number, version: words.version({ version }) });
    expect(metadata.title).toBe(words.fileTitle({ title, number, version }));
    expect(metadata.keywords).toContain(state);
  });

  test('there is no document of a version that does not exist', () => {
    for (const n of [0, 2, 1.5]) expect(() => documentModel(order, n)).toThrow(RangeError);
    expect(() => documentModel({ team: 'T1', id: 'O1', number: 7, versions: [], entries: [] }, 1)).toThrow(
      'SO-000007 has no version 1.',
    );
  });
});

test('a version prints the same whatever happens later', () => {
  const later: WholeOrder = { ...closed(report), state: 'completed', crew: [], requester: sam, revision: 99 };
  expect(documentModel(later, 1)).toEqual(documentModel(order, 1));
  expect(documentModel(later, 2)).toEqual(documentModel(report, 2));
});

describe('changes and history', () => {
  test('old beside new, with the money', () => {
    const [changes] = documentModel(report, 2).changes;
    const { type } = words.changes;
    expect(changes?.title).toBe(words.changes.fromApproved);
    expect(changes?.rows).toEqual([
      {
        type: type.changed,
        description: 'Fitter',
        before: words.changes.priced({ quantity: '2\u00A0h', price: '60.00' }),
        after: words.changes.priced({ quantity: '3.5\u00A0h', price: '60.00' }),
        difference: '+90.00',
      },
      {
        type: type.added,
        description: 'Valve',
        before: '–',
        after: words.changes.priced({ quantity: '2\u00A0pcs', price: '24.80' }),
        difference: '+49.60',
      },
      {
        type: type.removed,
        description: 'Copper pipe',
        before: words.changes.priced({ quantity: '3\u00A0m', price: '12.90' }),
        after: '–',
        difference: '−38.70',
      },
    ]);
    expect(changes?.difference).toBe(words.changes.net({ currency: 'EUR', amount: '+100.90' }));
  });

  test('a new description or kind is shown on both sides', () => {
    const renamed = confirmed(approvedOrder({ items: [pipe] }), [
      { ...pipe, description: 'Steel pipe', kind: 'service' },
    ]);
    const [row] = documentModel(renamed, 2).changes[0]?.rows ?? [];
    const priced = words.changes.priced({ quantity: '3\u00A0m', price: '12.90' });
    expect(row?.before).toBe(`Copper pipe, ${words.kind.material}, ${priced}`);
    expect(row?.after).toBe(`Steel pipe, ${words.kind.service}, ${priced}`);
  });

  test('no changes are said to be none, and the first version has neither list nor history', () => {
    expect(documentModel(closed(order), 2).changes).toMatchObject([
      { rows: [], text: words.changes.none({ version: '1' }) },
    ]);
    expect(documentModel(order, 1)).toMatchObject({ changes: [], history: null });
  });

  test('the history has every version up to this one', () => {
    const { history } = documentModel(closed(report), 3);
    expect(history?.rows.map(({ version, event, by }) => [version, event, by])).toEqual([
      ['1', words.history.approval, 'Sam Okafor'],
      ['2', words.history.confirmation, 'Farid Haddad'],
      ['3', words.history.closure, 'Lena Fischer'],
    ]);
  });
});

describe('not performed', () => {
  const none = closed(order, {
    outcome: 'not_performed',
    reasonCode: 'access_refused',
    explanation: 'Nobody opened.',
    endedAt: order.stateSince,
    acceptance: { kind: 'unavailable' },
  });

  test('says why, and prints what was ordered as ordered only', () => {
    const model = documentModel(none, 2);
    expect(model.notice).toEqual({
      title: words.notPerformed.title,
      reason: words.notPerformed.reason({ reason: orderWords.reason.access_refused }),
      text: 'Nobody opened.',
    });
    expect(model.items).toMatchObject({ compared: false, title: words.items.notPerformed });
    expect(model.totals).toMatchObject({ total: { label: words.totals.ordered }, comparison: [] });
    expect(model.history?.rows.map(({ total }) => total)).toEqual(['599.40', '–']);
    expect(labels(model.job)).toContain(words.field.visitEnded);
    expect(model.signatures.at(-1)?.name).toBe(words.signature.clientNotAvailable);
  });

  test('after some work was reported, actual quantities stay', () => {
    const model = documentModel(closed(report, { outcome: 'not_performed', reasonCode: 'weather' }), 3);
    expect(model.items?.compared).toBe(true);
    expect(model.history?.rows.at(-1)?.total).not.toBe('–');
  });
});

describe('how its code is checked', () => {
  const code = 'SO-000123-2-7F3K-9QXM-2PDA';
  const headingAt = (verifyAt?: string) => {
    const [first, second] = report.versions;
    if (!first || !second) throw expect.unreachable();
    const issuer = { ...second.issuer, ...(verifyAt ? { verifyAt } : {}) };
    return documentModel({ ...report, versions: [first, { ...second, issuer }] }, 2, { code }).heading;
  };

  test('by anybody, where it was issued with an address for that', () => {
    expect(headingAt('https://orders.example.com')).toMatchObject({
      code,
      scanned: `HTTPS://ORDERS.EXAMPLE.COM/VERIFY/${code}`,
      howToCheck: words.checkAt({ place: 'orders.example.com/verify' }),
    });
  });

  test('else in Slack', () => {
    const howToCheck = words.checkInSlack({ command: '/service-order verify' });
    expect(headingAt()).toMatchObject({ code, scanned: code, howToCheck });
  });
});

describe('people and optional parts', () => {
  test('who stands for what', () => {
    const model = documentModel(closed(report, { acceptance: { kind: 'accepted', name: 'P. Jensen' } }), 3);
    expect(model.signatures.map(({ role, name }) => `${role}: ${name}`)).toEqual([
      `${words.signature.approvedBy}: Samuel Okafor`,
      `${words.signature.closedBy}: Lena Fischer`,
      `${words.signature.acceptedBy}: P. Jensen`,
    ]);
    expect(model.people.map(({ value }) => value)).toEqual(['Ana Morales', 'Lena Fischer', 'Farid Haddad']);
    expect(documentModel(report, 2).work).toHaveLength(1);
    expect(documentModel(report, 2).work[0]).toMatchObject({ reason: 'Valve seized.' });
  });

  test('who approved for a supervisor who was away stands as their substitute, under their own name', () => {
    const olga = { id: 'UOLGA', name: 'Olga Stranger' };
    const factsWith = (signature: string) => {
      const versions = report.versions.map((one) => ({
        ...one,
        approval: { ...one.approval, signature, by: olga, for: one.supervisor },
      }));
      return documentModel({ ...report, versions }, 2).signatures[0]?.facts ?? [];
    };
    const substitute = words.signature.substituteFor({ name: report.supervisor.name });
    expect(factsWith('Olga Stranger')[0]).toBe(substitute);
    expect(factsWith('O. S.').slice(0, 2)).toEqual(['Olga Stranger', substitute]);
    expect(factsWith('O. S.')).not.toContain(words.signature.supervisor);
  });

  test('who decided as an admin stands under their name alone; an approval up to an amount says so', () => {
    const factsWith = (approval: Partial<Version['approval']>) => {
      const versions = report.versions.map((one) => ({ ...one, approval: { ...one.approval, ...approval } }));
      return documentModel({ ...report, versions }, 2).signatures[0]?.facts ?? [];
    };
    const adam = { id: 'UADAM', name: 'Adam Novotny' };
    const asAdmin = factsWith({ by: adam, signature: adam.name });
    expect(asAdmin.join()).not.toContain(words.signature.supervisor);
    expect(factsWith({ by: report.supervisor }).join()).toContain(words.signature.supervisor.toLowerCase());
    const upTo = factsWith({ amount: 80_000_000, covers: 80_000_000 });
    expect(upTo.at(-1)).toBe(words.signature.upTo({ covers: 'EUR 800,000.00' }));
  });

  test('what a client signed under is printed with it, whatever is said of it later', () => {
    const signed = { version: 2, at: 1_764_000_000, name: 'P. Jensen', reservations: 'The door squeaks.' };
    const later = (reservations?: string) => {
      const acceptance = { kind: 'accepted', name: 'Doorman', ...(reservations ? { reservations } : {}) } as const;
      const order = closed(report, { acceptance, note: '' });
      const versions = order.versions.map((version) => (version.n === 3 ? { ...version, signed } : version));
      return documentModel({ ...order, versions }, 3).remarks;
    };
    const said = { title: words.signature.reservations, text: 'The door squeaks.' };
    expect(later()).toEqual([said]);
    expect(later('The door squeaks.')).toEqual([said]);
    expect(later('Paint is missing.')).toEqual([
      { ...said, text: 'Paint is missing.' },
      { ...said, title: words.signature.reservationsEarlier },
    ]);
  });

  test('of a refusal and a signature the later comes first, and the older is said to be older', () => {
    const refused = { kind: 'refused', name: 'P. Jensen', reason: 'It still leaks.' } as const;
    const signed = { version: 3, at: 1_764_000_000, name: 'M. Gil', reservations: 'The door squeaks.' };
    const rolesOf = (order: WholeOrder, n: number) => {
      const { signatures, remarks } = documentModel(order, n);
      return [signatures.slice(-2).map(({ role, name }) => `${role}: ${name}`), remarks];
    };
    const say = words.signature;
    const closing = closed(report, { acceptance: refused, note: '' });
    const last = closing.versions.at(-1) ?? expect.unreachable();
    const signature = { ...last, n: 4, kind: 'signature', signed } as const;
    expect(rolesOf({ ...closing, versions: [...closing.versions, signature] }, 4)).toEqual([
      [`${say.signedWithReservations}: M. Gil`, `${say.refusedEarlier}: P. Jensen`],
      [
        { title: say.reservations, text: 'The door squeaks.' },
        { title: say.refusedEarlierBecause, text: 'It still leaks.' },
      ],
    ]);
    const older = { ...last, signed: { ...signed, version: 2 } };
    expect(rolesOf({ ...closing, versions: [...closing.versions.slice(0, -1), older] }, 3)).toEqual([
      [`${say.refusedBy}: P. Jensen`, `${say.signedWithReservations}: M. Gil`],
      [
        { title: say.refusedBecause, text: 'It still leaks.' },
        { title: say.reservationsEarlier, text: 'The door squeaks.' },
      ],
    ]);
  });

  test.each([
    [
      'with reservations, by somebody with a function',
      { kind: 'accepted', name: 'P. Jensen', position: 'Facility manager', reservations: 'The door squeaks.' },
      [words.signature.acceptedWithReservations, 'P. Jensen', 'Facility manager'],
      [{ title: words.signature.reservations, text: 'The door squeaks.' }],
    ],
    [
      'a refusal, with its reason',
      { kind: 'refused', name: 'P. Jensen', reason: 'It still leaks.\nNo water upstairs.' },
      [words.signature.refusedBy, 'P. Jensen', words.signature.forClient({ client: 'Acme Property Management Ltd' })],
      [{ title: words.signature.refusedBecause, text: 'It still leaks.\nNo water upstairs.' }],
    ],
  ] as const)('what the client says is printed as they said it: %s', (_, acceptance, [role, name, fact], remarks) => {
    const model = documentModel(closed(report, { acceptance, note: '' }), 3);
    expect(model.signatures.at(-1)).toMatchObject({ role, name });
    expect(model.signatures.at(-1)?.facts[0]).toBe(fact);
    expect(model.remarks).toEqual(remarks);
  });

  test('D1 a confirmation that closed the order has the client’s word and the closing note', () => {
    const closure = {
      ...{
        outcome: 'with_changes' as const,
        reasonCode: null,
        explanation: '',
        endedAt: null,
        note: 'Keys at the gate',
      },
      ...{ acceptance: { kind: 'accepted' as const, name: 'P. Jensen' }, photos: [] },
    };
    const final = (changes: Partial<Version>) =>
      documentModel(
        {
          ...report,
          versions: report.versions.map((one) => (one.n === 2 ? { ...one, final: true, ...changes } : one)),
        },
        2,
      );
    const model = final({ closure });
    expect(model.signatures.map(({ role, name }) => `${role}: ${name}`).slice(1)).toEqual([
      `${words.signature.reportedAndClosedBy}: Farid Haddad`,
      `${words.signature.acceptedBy}: P. Jensen`,
    ]);
    expect(model.remarks).toEqual([{ title: words.work.closingNote, text: 'Keys at the gate' }]);
    expect(model.heading.state).toBe(orderWords.outcome.with_changes);
    expect(final({ closure: { ...closure, acceptance: { kind: 'unavailable' } } }).signatures.at(-1)?.name).toBe(
      words.signature.clientNotAvailable,
    );
    // From before there was a closing page.
    expect(final({}).signatures).toHaveLength(2);
  });

  test('what is empty is left out', () => {
    const bare = approvedOrder(
      { contact: ' ', clientReference: '', description: '\n' },
      {
        coordinator: null,
        plannedStart: null,
        issuer: { ...issuer, name: '', taxId: '', address: '\n', phone: '', email: '' },
      },
    );
    const model = documentModel(bare, 1);
    expect(labels(model.client)).toEqual([words.field.client, words.field.location]);
    expect(labels(model.job)).toEqual([words.field.priority, words.field.requested]);
    expect(labels(model.people)).toEqual([words.field.requestedBy, words.field.fieldWorkers({ count: 1 })]);
    expect(model).toMatchObject({
      provider: { logo: null, name: '', lines: [] },
      files: [],
      remarks: [],
      work: [],
      description: '',
    });
  });

  test('a client on file has tax ID and billing address, and payment notes on no work copy', () => {
    const clientOnFile = {
      ...{ id: 'c1', externalId: 'C-1', taxId: 'DE 123', address: '1 Way\nBerlin', language: '' },
      paymentNotes: 'Within 30 days',
    };
    const order = approvedOrder({ clientOnFile });
    const { field } = words;
    const priced = documentModel(order, 1).client;
    expect(labels(priced).slice(0, 3)).toEqual([field.client, field.clientTaxId, field.billingAddress]);
    expect(priced).toContainEqual({ label: field.paymentNotes, value: 'Within 30 days' });
    const work = documentModel(order, 1, { copy: 'work' }).client;
    expect(labels(work)).not.toContain(field.paymentNotes);
    expect(labels(work)).toContain(field.billingAddress);
  });

  test('a comment on the approval is for the crew and is not printed', () => {
    const comment = 'The client pays late.';
    const model = documentModel(
      approvedOrder({}, { approval: { by: sam, at: 0, signature: 'Samuel Okafor', comment } }),
      1,
    );
    expect(JSON.stringify(model)).not.toContain(comment);
  });

  test('C10 from version 3 on the changes stand against the version before and against the approved order', () => {
    const [before, approved, ...more] = documentModel(closed(report), 3).changes;
    expect(before).toMatchObject({
      ...{ title: words.changes.since({ version: '2' }), text: words.changes.none({ version: '2' }), rows: [] },
    });
    expect(approved?.title).toBe(words.changes.fromApproved);
    expect(approved?.rows).toEqual(documentModel(report, 2).changes[0]?.rows);
    expect(more).toEqual([]);

    const again = confirmed(report, [pump, { ...hours, quantity: 4000 }]);
    const { type, net } = words.changes;
    const lists = documentModel(again, 3).changes;
    expect(lists.map(({ rows }) => rows.map(({ type, description }) => `${type} ${description}`))).toEqual([
      [`${type.changed} Fitter`, `${type.removed} Valve`],
      [`${type.changed} Fitter`, `${type.removed} Copper pipe`],
    ]);
    expect(lists.map(({ difference }) => difference)).toEqual(
      ['−19.60', '+81.30'].map((amount) => net({ currency: 'EUR', amount })),
    );
  });

  test('C8 a report of all the work, without a closure, is in progress', () => {
    const all = confirmed(order, order.content.items, { workDone: 'Everything.' });
    expect(documentModel(all, 2).heading).toMatchObject({ state: words.state.inProgress, tone: 'open' });
    const reopened = confirmed(closed(report), order.content.items, {}, { final: false, closure: null });
    expect(documentModel(reopened, 4).heading).toMatchObject({ state: words.state.inProgress, tone: 'open' });
  });

  test('C9 a reopening stands in the history with its reason, in documents of later versions only', () => {
    const ended = closed(report);
    const again = confirmed(ended, [pump], {}, { final: false, closure: null });
    const entry = (seq: number, version: number | null, action: PrintedEntry['action']) => ({
      at: (ended.versions.at(-1)?.at ?? 0) + seq,
      by: sam,
      version,
      action,
    });
    const entries = [
      entry(1, 1, { type: 'approve' }),
      entry(2, 2, { type: 'confirm_partial' }),
      entry(3, 3, { type: 'close' }),
      entry(4, null, { type: 'reopen', reason: 'The valve\nleaks again.' }),
    ];
    const rows = (n: number, all: readonly PrintedEntry[]) =>
      documentModel({ ...again, entries: all }, n).history?.rows.map(({ version, event }) => [version, event]);
    const before = [
      ['1', words.history.approval],
      ['2', words.history.confirmation],
      ['3', words.history.closure],
    ];
    expect(rows(3, entries)).toEqual(before);
    const later = [...entries, entry(5, 4, { type: 'confirm_partial' })];
    expect(rows(3, later)).toEqual(before);
    expect(rows(4, later)).toEqual([
      ...before,
      ['–', words.history.reopenedBecause({ reason: 'The valve leaks again.' })],
      ['4', words.history.confirmation],
    ]);
    expect(documentModel({ ...again, entries: later }, 4).history?.rows[3]?.by).toBe('Sam Okafor');
  });

  test('C11 the name of the client is said to be typed, and by whom', () => {
    const ended = closed(report, { acceptance: { kind: 'accepted', name: 'Peter Jensen' } });
    expect(documentModel(ended, 3).signatures.at(-1)).toMatchObject({
      role: words.signature.acceptedBy,
      name: 'Peter Jensen',
      facts: [
        words.signature.forClient({ client: 'Acme Property Management Ltd' }),
        words.signature.enteredBy({ name: 'Lena Fischer' }),
        expect.stringContaining('2026'),
      ],
    });
    const closure = ended.versions.at(-1)?.closure ?? null;
    const atOnce = {
      ...report,
      versions: report.versions.map((one) => (one.n === 2 ? { ...one, final: true, closure } : one)),
    };
    expect(documentModel(atOnce, 2).signatures.at(-1)?.facts).toContain(
      words.signature.enteredBy({ name: 'Farid Haddad' }),
    );
  });

  test('C1 what no font has is named once, with its places', () => {
    const odd = approvedOrder({ title: 'ᚠ pump', description: 'ᚠᚡ 泵 ★ ⌀', items: [item('a', { unit: 'ᚡ' })] });
    expect(documentModel(odd, 1).unprinted).toBe(
      words.unprinted.note({
        characters: `U+16A0 (${words.unprinted.title}, ${words.work.description}) · U+16A1 (${words.work.description}, ${words.items.title})`,
      }),
    );
    expect(documentModel(order, 1).unprinted).toBe('');
    const whole = approvedOrder({
      description: Array.from({ length: 80 }, (_, n) => String.fromCodePoint(0x16a0 + n)).join(''),
    });
    const characters = Array.from({ length: 40 }, (_, n) => `U+${(0x16a0 + n).toString(16).toUpperCase()}`).join(', ');
    expect(documentModel(whole, 1).unprinted).toBe(
      words.unprinted.noteMore({ characters: `${characters} (${words.work.description})`, count: 40 }),
    );
  });

  test('attachments once, photos with their version', () => {
    const file = { fileId: 'F', name: 'plan.pdf', mimetype: 'application/pdf', size: 2000 };
    const photo = { ...file, name: 'a.jpg', mimetype: 'image/jpeg' };
    const ordered = approvedOrder({ attachments: [file] });
    const model = documentModel(
      closed(confirmed(ordered, ordered.content.items, { photos: [photo] }), { photos: [photo] }),
      3,
    );
    expect(model.files.map(({ name, origin }) => `${name}: ${origin}`)).toEqual([
      `plan.pdf: ${words.files.attached}`,
      `a.jpg: ${words.files.notPrinted({ origin: words.files.photo({ version: '2' }) })}`,
      `a.jpg: ${words.files.notPrinted({ origin: words.files.closingPhoto({ version: '3' }) })}`,
    ]);
    const jpeg = { jpeg: new Uint8Array([1]), width: 4, height: 3 };
    const printed = documentModel(confirmed(ordered, ordered.content.items, { photos: [photo] }), 2, {
      photos: new Map([['F', jpeg]]),
      logo: null,
    });
    expect(printed.photos.map(({ name, origin }) => `${name}: ${origin}`)).toContain(
      `a.jpg: ${words.photos.withVersion({ name: 'Farid Haddad', when: '24 Nov 2026, 14:30 (UTC+01:00)', version: '2' })}`,
    );
  });
});

test('nothing ever prints a missing value', () => {
  const printed = JSON.stringify([1, 2, 3].map((n) => documentModel(closed(report), n)));
  expect(printed.replaceAll(':null', '')).not.toMatch(/null|undefined|NaN|Invalid Date|\[object/);
});
