import { describe, expect, test } from 'vitest';
import type { KeptFile } from '../../db/ports.ts';
import type { Order, WholeOrder } from '../../src/order/order.ts';
import { answerTo } from '../../src/order/own-fields.ts';
import type { Version } from '../../src/order/version.ts';
import { readAssets } from '../../src/web/assets.ts';
import { type Entered, isSigned, NOTHING_ENTERED, signing } from '../../src/web/signing/form.ts';
import { copyOf, type KeptDeps } from '../../src/web/signing/kept.ts';
import { acceptedPage, type Over, overPage } from '../../src/web/signing/outcome.ts';
import { toSign } from '../../src/web/signing/views.ts';
import { approvedOrder, closed, confirmed, item, signedBy } from '../pdf/orders.ts';
import { DRAWING, shownIn } from '../support/web.ts';
import { ANY, like, words } from '../support/words.ts';

const say = words.web.sign;
const assets = readAssets();
const textOf = ({ body }: { readonly body: string | Buffer }) => String(body);
const shown = (page: { readonly body: string | Buffer }) => shownIn({ text: textOf(page) });

const reported = confirmed(approvedOrder(), [item('a')]);
const latestOf = (order: WholeOrder): Version => order.versions.at(-1) ?? expect.unreachable();

/** The page at which an order can be signed. */
const page = (order: WholeOrder, entered: Partial<Entered> = {}, photos = new Map<string, string>()) =>
  toSign(
    { order, latest: latestOf(order), token: 'T', photos, entered: { ...NOTHING_ENTERED, ...entered } },
    words,
    assets,
  );

describe('what is sent again is told from what somebody else sends', () => {
  const entered: Entered = {
    ...{ name: 'Marta Gil', position: 'Owner', reservations: 'It hums', how: 'drawn', drawing: DRAWING },
    ...{ consent: true, version: 2 },
  };
  const { type, base, askedBy, ...said } = signing(entered, 'U1');
  const signed = { ...said, version: base, at: 1 };
  test.each<[string, Partial<Entered>, boolean]>([
    ['the same', {}, true],
    ['another name', { name: 'Peter Jensen' }, false],
    ['another function', { position: '' }, false],
    ['other reservations', { reservations: 'I do not agree at all' }, false],
    ['none', { reservations: '' }, false],
    ['another hand', { drawing: 'M0 0L100 100' }, false],
    ['a typed name', { how: 'typed' }, false],
    ['another version', { version: 3 }, false],
  ])('%s', (_, changes, is) => {
    expect(isSigned({ ...entered, ...changes }, signed)).toBe(is);
  });
});

describe('the page to sign at', () => {
  test.each(['drawn', 'typed'] as const)('keeps the choice: %s', (how) => {
    const checked = [...textOf(page(reported, { how })).matchAll(/name="how" value="(\w+)" checked/g)];
    expect(checked.map(([, value]) => value)).toEqual([how]);
  });

  test('offers the box for the hand first', () => {
    expect(textOf(page(reported))).toContain('value="drawn" checked');
  });

  test('says who refused, and when', () => {
    const refused = closed(reported, {
      acceptance: { kind: 'refused', name: 'Ida Lund', reason: 'Two detectors fail the test.' },
    });
    const { refusedBecause, refusedBy } = words.document.signature;
    expect(shown(page(refused))).toMatch(
      like(`${ANY}${refusedBecause} Two detectors fail the test.${ANY}${refusedBy} Ida Lund ${ANY}25 Nov 2026${ANY}`),
    );
  });

  test('says who signed an earlier version, without reservations as well', () => {
    const later = confirmed(signedBy(reported, { name: 'Ida Lund' }), [item('a')]);
    const { signedBy: role, signedOlder } = words.document.signature;
    const told = shown(page(later));
    expect(told).toContain(`${role} Ida Lund`);
    expect(told).toContain(signedOlder({ version: '2' }));
  });

  test('of extra cost it says that it is net, and who decides on it', () => {
    const approval = { ...latestOf(reported).approval, amount: 34_500, covers: 34_500 };
    const order = confirmed(approvedOrder({}, { approval }), [item('a', { quantity: 2000 })]);
    expect(shown(page(order))).toContain(
      'Extra cost awaiting approval by the supervisor +EUR 345.00 net (+100%) above the approved amount',
    );
  });

  test('a copy without prices is no other document to its client', () => {
    const order = confirmed(approvedOrder({ pricesFor: 'office' }), [item('a')]);
    expect(shown(page(order))).toContain('Service report SO-000123 ');
    expect(textOf(page(order))).not.toContain('work copy');
  });

  test('the checklist stands after the work, as in the document', () => {
    const seal = { ...({ id: 'f1', kind: 'check', label: 'Seal tight', asked: 'submit' } as const), required: false };
    const field = { ...seal, unit: '', choices: [] };
    const closing = { photos: false, checklist: false, acceptance: false };
    const type = { id: 't1', name: 'Pumps', fields: [field], closing };
    const told = shown(page(confirmed(approvedOrder({ type, own: [answerTo(field, 'pass')] }), [item('a')])));
    const { work, own } = words.document;
    expect(told).toMatch(like(`${ANY}${work.done}${ANY}${own.checklist}${ANY}Seal tight${ANY}`));
  });

  test('photos have the numbers that the document prints', () => {
    const photo = (fileId: string) => ({ fileId, name: `${fileId}.jpg`, mimetype: 'image/jpeg', size: 1 });
    const order = confirmed(approvedOrder(), [item('a')], { photos: ['F1', 'F2', 'F3'].map(photo) });
    const told = shown(
      page(
        order,
        {},
        new Map([
          ['F1', 'a'],
          ['F3', 'c'],
        ]),
      ),
    );
    const { caption } = words.document.photos;
    for (const [number, name] of [
      ['1', 'F1.jpg'],
      ['2', 'F3.jpg'],
    ] as const)
      expect(told).toContain(caption({ number, name }));
  });
});

test('a document without prices is given to its client under its own name', async () => {
  const file = { name: `${words.document.workCopy({ title: 'SO-000123 v2' })}.pdf`, sha256: 'ab', size: 1 } as KeptFile;
  const store = { documents: async () => [{ version: 2, sha256: 'ab' }], keptFiles: async () => [file] };
  const deps = { store, files: {}, log: {} } as unknown as KeptDeps;
  const copy = await copyOf(deps, { kind: 'accepted', order: reported, version: 2, until: 1 });
  expect(copy).toEqual({ kind: 'ready', file: { ...file, name: 'SO-000123 v2.pdf' }, until: 1 });
});

describe('what is said where nothing can be signed', () => {
  const order: Order = reported;
  const latest = latestOf(signedBy(reported, { name: 'Marta Gil' }));
  const over: readonly Over[] = [
    { kind: 'withdrawn', order },
    { kind: 'expired', order },
    { kind: 'reopened', order, latest },
    { kind: 'closed', order },
  ];
  test.each(over)('who sent something reads that nothing was signed: $kind', (standing) => {
    expect(shown(overPage(standing, { lost: true }, words, assets))).toContain(say.notSigned);
    expect(shown(overPage(standing, { lost: false }, words, assets))).not.toContain(say.notSigned);
  });

  test('who was not the first reads that what they entered was not recorded', () => {
    const signed: Over = { kind: 'signed', order, latest };
    expect(shown(overPage(signed, { lost: true }, words, assets))).toMatch(
      like(`${ANY}${say.already.notRecorded({ name: 'Marta Gil', when: ANY })}${ANY}`),
    );
    expect(shown(overPage(signed, { lost: false }, words, assets))).toMatch(
      like(`${ANY}${say.signedBy({ name: 'Marta Gil', when: ANY })}${ANY}`),
    );
  });
});

describe('the receipt', () => {
  const signed = signedBy(reported, { reservations: 'The door squeaks' });
  const receipt = (order: Order) =>
    shown(acceptedPage({ order, version: latestOf(signed), copy: { kind: 'sent' }, token: 'T' }, words, assets));

  test('repeats the reservations', () => {
    expect(receipt(signed)).toContain(`${words.document.signature.reservations} The door squeaks`);
  });

  test.each<[string, WholeOrder, boolean]>([
    ['more work', confirmed(signed, [item('a')]), true],
    ['another signature', signedBy(confirmed(signed, [item('a')]), {}), false],
    ['not performed', { ...confirmed(signed, [item('a')]), state: 'not_performed' }, false],
  ])('offers another link only where there is something to sign: %s', (_, order, is) => {
    expect(receipt(order)).toContain(say.accepted.newer({ version: latestOf(order).n }));
    expect(receipt(order).includes(say.accepted.askToSign)).toBe(is);
  });
});
