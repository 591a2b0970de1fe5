import { versionWithoutPrices } from '../../src/order/amounts/prices.ts';
import type { Item } from '../../src/order/content.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { answerTo } from '../../src/order/own-fields.ts';
import type { Acceptance, Version } from '../../src/order/version.ts';
import type { Printed } from '../../src/pdf/document.ts';
import type { PrintedEntry } from '../../src/pdf/model/reopenings.ts';
import type { RenderOptions } from '../../src/pdf/renderer.ts';
import { LANDSCAPE } from './golden-documents.ts';
import { approvedOrder, closed, confirmed, issuer, item, signedBy } from './orders.ts';

/** A document of one kind, in which people have typed nothing that is a word of any language. */
export interface Kind {
  readonly name: string;
  readonly order: Printed;
  readonly version: number;
  readonly options?: RenderOptions;
}

const requester = { id: 'U1', name: 'Zyx Qwv' };
const supervisor = { id: 'U2', name: 'Kjh Gfd' };
const coordinator = { id: 'U3', name: 'Mnb Vcx' };
const worker = { id: 'U4', name: 'Plk Jhg' };

const ITEMS: readonly Item[] = [
  item('a', { description: 'XK-4711 DN 40 / 25-60 PN 10', quantity: 12_345_500, unit: 'm', unitPrice: '1234.5678' }),
  item('b', { description: 'XK-4712', unit: 'm²', unitPrice: null }),
  item('c', { kind: 'service', description: 'XK-4713', unit: 'XK', unitPrice: '-500' }),
  item('d', { kind: 'labour', description: 'XK-4714', quantity: 3500, unit: 'h', unitPrice: '64' }),
  item('e', { kind: 'expense', description: 'XK-4715', unit: 'km', unitPrice: '45' }),
];
const WORKED: readonly Item[] = [
  ...ITEMS.filter(({ id }) => id !== 'e').map((one) => (one.id === 'd' ? { ...one, quantity: 4500 } : one)),
  item('f', { description: 'XK-4716 R 1/2″ × 40', kind: 'expense', quantity: 2000, unitPrice: '99999.99' }),
];
const OWN = (['text', 'number', 'date', 'check', 'check'] as const).map((kind, n) => ({
  ...{ id: `f${n}`, kind, label: `XK-6${n}`, asked: 'submit' as const, required: false, unit: '', choices: [] },
}));
const TEXT = 'XK XK-1, XK-2 XK-3. '.repeat(12).trim();
/** More characters that no font has than a document names. */
const UNPRINTABLE = Array.from({ length: 80 }, (_, n) => String.fromCodePoint(0x16a0 + n)).join('');
const file = (fileId: string, name: string, mimetype = 'image/jpeg') => ({ fileId, name, mimetype, size: 1_240_000 });

/** A document of every kind, issued in this language, as full as it can be. */
export function everyKind(locale: string, language: string, changes: Partial<Version> = {}): Kind[] {
  const ordered = approvedOrder(
    {
      title: 'XK-40 ᚠ',
      client: 'Xkcd Zzyzx 42',
      location: 'Xk 4, 20457 Xk',
      description: TEXT,
      contact: 'Qwv Zyx, +49 40 5550 19',
      clientReference: 'XK-2026-4471',
      clientOnFile: {
        ...{ id: 'c1', externalId: 'XK-1', taxId: 'XK 123', address: 'Xk 9\n20457 Xk', language: '' },
        paymentNotes: 'XK-30',
      },
      type: { id: 't1', name: 'XK-50', fields: OWN, closing: { photos: false, checklist: false, acceptance: false } },
      own: OWN.map((field, n) => answerTo(field, ['XK-51', '1234.5', '2026-11-28', 'pass', 'fail'][n] ?? '')),
      items: ITEMS,
      attachments: [file('F1', 'xk1.jpg'), file('F2', 'xk2.pdf', 'application/pdf')],
    },
    {
      ...{ requester, supervisor, coordinator, by: supervisor, crew: [worker, { id: 'U9', name: 'Wsx Edc' }] },
      approval: { by: supervisor, at: 1_795_340_000, signature: 'K. Gfd', comment: '' },
      issuer: { ...issuer, name: 'Xkcd 4 GmbH', address: 'Xk 18\n10115 Xk', email: 'x@xk.example', locale, language },
      ...changes,
    },
  );
  const credit = { by: { id: 'U9', name: 'Wsx Edc' }, at: 1_795_390_000 };
  const photos = [{ ...file('F3', 'xk3.jpg'), credit }, file('F4', 'xk4.jpg'), file('F5', 'xk5.heic')];
  const report = { workDone: TEXT, reason: 'XK-7.', photos };
  const partial = confirmed(ordered, WORKED, report, { by: worker });
  const acceptance = { kind: 'accepted' as const, name: 'Rfv Tgb' };
  const ended = { outcome: 'with_changes' as const, note: 'XK-8.', acceptance, photos: [file('F6', 'xk6.jpg')] };
  const closing = closed(partial, ended, { by: coordinator });
  const last = closing.versions.at(-1)?.closure ?? null;
  const final = confirmed(
    partial,
    WORKED,
    { workDone: 'XK-6.', photos: [] },
    { by: worker, final: true, closure: last },
  );
  const none = closed(
    ordered,
    {
      ...{ outcome: 'not_performed', reasonCode: 'client_absent', explanation: 'XK-9.', endedAt: ordered.stateSince },
      acceptance: { kind: 'unavailable' },
    },
    { by: worker },
  );
  const again = confirmed(
    closing,
    WORKED.slice(0, 2),
    { workDone: 'XK-10.', photos: [] },
    { by: worker, closure: null, final: false },
  );
  const options: RenderOptions = {
    photos: new Map(['F1', 'F3', 'F6'].map((id) => [id, { ...LANDSCAPE, incomplete: id === 'F3' }])),
    notPrinted: new Map([
      ['F4', { code: 'too_large', megapixels: 1234, limit: 200 }],
      ['F5', { code: 'unsupported', kind: 'heic' }],
    ]),
    code: 'SO-000123-2-299D-4WA3-KXFY',
  };
  const rare = closed(
    approvedOrder(
      {
        ...{ title: 'XK-40', client: 'Xkcd', location: 'Xk 4', contact: '', clientReference: '' },
        description: UNPRINTABLE,
        items: [item('a', { description: 'XK-1' })],
        taxRate: 0,
        attachments: [file('F7', ' ', 'application/pdf')],
      },
      {
        ...{ requester, supervisor, coordinator: null, by: supervisor, crew: [worker] },
        approval: { by: supervisor, at: 1_795_340_000, signature: 'Kjh Gfd', comment: '' },
        issuer: { ...issuer, name: 'Xkcd ᛰ', address: 'Xk 18', taxId: '', locale, language },
      },
    ),
    {
      endedAt: 1_795_350_000,
      acceptance: { kind: 'accepted', name: 'ᛰ' },
      photos: ['F3', 'F4', 'F5', 'F6', 'F8', 'F9'].map((id) => file(id, `${id}.jpg`)),
    },
    { by: supervisor },
  );
  const asked = (amount: number, covers: number): Printed => {
    const { versions, ...rest } = partial;
    return { ...rest, versions: versions.map((one) => ({ ...one, approval: { ...one.approval, amount, covers } })) };
  };
  const by = {
    by: supervisor,
    for: { id: 'U9', name: 'Wsx Edc' },
    at: 1_795_500_000,
    signature: 'Kjh Gfd',
    comment: '',
    amount: 10 ** 11,
    covers: 10 ** 11,
  };
  const acceptedAs = (order: Printed, final: boolean): Printed => {
    const last = order.versions.at(-1);
    const closure = final ? (closing.versions.at(-1)?.closure ?? null) : null;
    const next = {
      kind: 'extra_cost' as const,
      final,
      closure,
      report: null,
      changes: [],
      accepted: [by],
      by: supervisor,
    };
    return { ...order, versions: last ? [...order.versions, { ...last, ...next, n: last.n + 1 }] : [] };
  };
  const waits = asked(36_000, 43_200);
  const unpaid = asked(0, 100);
  const lastUnpaid = unpaid.versions.at(-1);
  const refused: Printed = {
    ...unpaid,
    versions: lastUnpaid
      ? [
          ...unpaid.versions,
          { ...lastUnpaid, ...none.versions.at(-1), n: 3, content: lastUnpaid.content, approval: lastUnpaid.approval },
        ]
      : [],
  };
  const clientSays = (order: WholeOrder, acceptance: Acceptance): WholeOrder =>
    closed(order, { ...ended, acceptance, photos: [] }, { by: coordinator });
  const drawn = signedBy(partial, {
    name: 'Rfv Tgb',
    position: 'XK-12',
    reservations: 'XK-13.',
    drawn: true,
    drawing: 'M10 10L300 90L600 10',
  });
  const typed = signedBy(partial, { name: 'Rfv Tgb', position: 'XK-12' });
  const refusal = { kind: 'refused' as const, name: 'Rfv Tgb', reason: 'XK-15.' };
  const worked = (order: WholeOrder): WholeOrder =>
    confirmed(order, WORKED, { workDone: 'XK-16.', photos: [] }, { by: worker, closure: null, final: false });
  const reserved: Acceptance = { ...acceptance, reservations: 'XK-17.' };
  const disputed = worked(clientSays(worked(clientSays(drawn, refusal)), reserved));
  const oftenSaid = signedBy(worked(signedBy(clientSays(disputed, acceptance), { name: 'Rfv Tgb' })), {
    name: 'Edc Rfv',
  });
  const five = new Map(['F3', 'F4', 'F5', 'F6', 'F8'].map((id) => [id, LANDSCAPE]));
  return [
    { name: 'order', order: ordered, version: 1, options },
    { name: 'partial report', order: partial, version: 2, options },
    { name: 'work copy', order: withoutPrices(ordered), version: 1, options: { ...options, copy: 'work' } },
    { name: 'closing', order: closing, version: 3, options },
    { name: 'final report', order: final, version: 3, options },
    { name: 'not performed', order: none, version: 2, options },
    { name: 'extra cost', order: waits, version: 2, options },
    { name: 'extra cost, work copy', order: withoutPrices(waits), version: 2, options: { ...options, copy: 'work' } },
    { name: 'extra cost accepted', order: acceptedAs(waits, false), version: 3, options },
    { name: 'extra cost accepted, closed', order: acceptedAs(waits, true), version: 3, options },
    { name: 'extra cost not approved', order: refused, version: 3, options },
    { name: 'reopened', order: { ...again, entries: reopenedBefore(again) }, version: 4, options },
    { name: 'signed', order: drawn, version: 3, options },
    { name: 'signed by others before', order: oftenSaid, version: oftenSaid.versions.length, options },
    { name: 'signed with a typed name', order: typed, version: 3, options },
    { name: 'signed before', order: closed(drawn, { ...ended, photos: [] }, { by: coordinator }), version: 4, options },
    {
      name: 'signed before, typed',
      order: closed(typed, { ...ended, photos: [] }, { by: coordinator }),
      version: 4,
      options,
    },
    {
      name: 'accepted with reservations',
      order: clientSays(partial, { ...acceptance, position: 'XK-12', reservations: 'XK-14.' }),
      ...{ version: 3, options },
    },
    {
      name: 'refused by the client',
      order: clientSays(partial, refusal),
      ...{ version: 3, options },
    },
    {
      name: 'signed after it was refused',
      order: signedBy(clientSays(partial, refusal), { name: 'Rfv Tgb', reservations: 'XK-16.' }),
      version: 4,
      options,
    },
    { name: 'refused after it was signed', order: clientSays(drawn, refusal), version: 4, options },
    {
      name: 'signed after it was accepted',
      order: signedBy(clientSays(partial, acceptance), { name: 'Rfv Tgb' }),
      version: 4,
      options,
    },
    {
      name: 'signed after it was accepted with reservations',
      order: signedBy(clientSays(partial, { ...acceptance, reservations: 'XK-14.' }), { name: 'Rfv Tgb' }),
      ...{ version: 4, options },
    },
    { name: 'with terms, and an address for its code', order: withTerms(ordered), version: 1, options },
    { name: 'rare', order: rare, version: 2, options: { photos: five, code: options.code ?? '' } },
  ];
}

const withTerms = (order: Printed): Printed => ({
  ...order,
  versions: order.versions.map((version) => ({
    ...version,
    issuer: { ...version.issuer, terms: 'XK-16.', verifyAt: 'https://xk.example' },
  })),
});

/** The order as its work copies are made of it. */
const withoutPrices = (order: Printed): Printed => ({ ...order, versions: order.versions.map(versionWithoutPrices) });

/** The entries of an order that was reopened before its last version. */
function reopenedBefore({ versions }: Printed): PrintedEntry[] {
  const entries = versions.map(({ at, by, n }): PrintedEntry => ({ at, by, version: n, action: { type: 'approve' } }));
  const reopening = { at: versions.at(-1)?.at ?? 0, by: supervisor, version: null };
  return entries.toSpliced(-1, 0, { ...reopening, action: { type: 'reopen', reason: 'XK-11.' } });
}
