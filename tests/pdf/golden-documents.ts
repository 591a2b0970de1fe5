import { readFileSync } from 'node:fs';
import { withoutPrices } from '../../src/order/amounts/prices.ts';
import type { Item } from '../../src/order/content.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import type { RenderOptions } from '../../src/pdf/renderer.ts';
import type { Logo } from '../../src/pictures/logo.ts';
import type { Photo } from '../../src/pictures/photo.ts';
import { approvedOrder, at, closed, confirmed, farid, issuer, item, lena, manyItems, sam, signedBy } from './orders.ts';

/** A document that must not change by accident. `pages`: those whose looks are kept (all when left out). */
export interface Golden {
  readonly name: string;
  readonly order: WholeOrder;
  readonly version: number;
  readonly options?: RenderOptions;
  readonly pages?: readonly number[];
}

export const GOLDEN_FOLDER = new URL('./golden/', import.meta.url);

const bytesOf = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(name, GOLDEN_FOLDER)));

/** Made once and kept: kinds of processors do not agree on every byte of a JPEG. */
const photo = (name: string, width: number, height: number): Photo => ({ jpeg: bytesOf(name), width, height });
export const LANDSCAPE = photo('landscape.jpg', 480, 320);
export const PORTRAIT = photo('portrait.jpg', 240, 400);
export const WIDE_LOGO: Logo = { type: 'image/png', width: 900, height: 200, bytes: bytesOf('wide-logo.png') };
export const TALL_LOGO: Logo = { type: 'image/png', width: 160, height: 300, bytes: bytesOf('tall-logo.png') };

/** The job as ordered, and as it turned out: one item more, one fewer, one of another quantity. */
const ordered: Item[] = [
  item('pump'),
  item('seal', { description: 'Flat gasket 1 1/2″', quantity: 2000, unitPrice: '2.4' }),
  item('valve', { description: 'Ball valve DN 32', quantity: 2000, unitPrice: '18.9' }),
  item('fitter', { kind: 'labour', description: 'Fitter', quantity: 3000, unit: 'h', unitPrice: '64' }),
  item('drive', { kind: 'expense', description: 'Travel, flat rate', unit: 'flat', unitPrice: '45' }),
];
const worked: Item[] = [
  ...ordered.filter(({ id }) => id !== 'valve').map((one) => (one.id === 'fitter' ? { ...one, quantity: 4500 } : one)),
  item('vessel', { description: 'Expansion vessel 25 l', unitPrice: '89.5' }),
];
export const repaired = confirmed(
  approvedOrder({ items: ordered }),
  worked,
  {
    workDone:
      'Pump of heating circuit 2 replaced, circuit vented, pressure set to 1.6 bar.\nExpansion vessel had lost its charge and was replaced as well.\n\nThe ball valves are sound and stay.',
    reason: 'The expansion vessel was defective; agreed on the phone with Mr. Jensen.',
  },
  { n: 2 },
);
export const accepted = closed(
  repaired,
  {
    outcome: 'with_changes',
    note: 'Boiler room handed over clean. Next inspection is due in 12 months.',
    acceptance: { kind: 'accepted', name: 'Peter Jensen' },
  },
  {},
);

const PROSE =
  'The circulation pump of heating circuit 2 was taken out, the flanges cleaned, the seat checked and the new pump put in with new gaskets. ';
const many = manyItems(200);
const long = approvedOrder({
  title: 'Overhaul of the whole heating plant including all pumps, valves and vessels of both buildings',
  description: PROSE.repeat(22),
  items: many.map((one, index) =>
    index === 3 ? { ...one, description: `${PROSE.repeat(2)}${'Donaudampfschifffahrt'.repeat(12)}` } : one,
  ),
});

const scripts = (title: string, texts: readonly string[]): WholeOrder =>
  approvedOrder({
    title,
    client: texts[0] ?? title,
    description: texts.join('\n\n'),
    items: texts.map((text, index) =>
      item(`s${index}`, { description: text, unitPrice: String((1000 + index) / 100) }),
    ),
  });

/** A closed order that was reopened and confirmed again. */
const leaksAgain = confirmed(
  accepted,
  [...worked, item('seal2', { description: 'Shaft seal', unitPrice: '41' })],
  {
    workDone: 'Shaft seal of the new pump replaced.',
  },
  { final: false, closure: null },
);
const last = leaksAgain.versions.at(-1);
const reopened: WholeOrder = {
  ...leaksAgain,
  entries: [
    {
      seq: 1,
      at: (accepted.versions.at(-1)?.at ?? 0) + 86_400,
      by: sam,
      version: null,
      key: 'K1',
      action: { type: 'reopen', reason: 'The new pump leaks at its shaft; Mr. Jensen called this morning.' },
    },
    ...(last?.report
      ? [
          {
            seq: 2,
            at: last.at,
            by: last.by,
            version: last.n,
            key: 'K2',
            action: { type: 'confirm_partial' as const, base: 3, items: last.content.items, report: last.report },
          },
        ]
      : []),
  ],
};

/** An order of 360.00 that came to 2,700.00: asked about, accepted with the closing of its final confirmation, and ended without. */
const motor = [item('pump', { unitPrice: '360' }), item('motor', { description: 'Motor, 4 kW', unitPrice: '2340' })];
const covered = { amount: 36_000, covers: 43_200 };
const cheap = approvedOrder(
  { items: [item('pump', { unitPrice: '360' })] },
  { approval: { by: sam, at: at('2026-11-22T09:30:00Z'), signature: 'Samuel Okafor', comment: '', ...covered } },
);
const extraAsked = confirmed(cheap, motor, { reason: 'The motor was burnt as well.' });
const extraAccepted = closed(
  extraAsked,
  { outcome: 'with_changes', note: 'All tidy.', acceptance: { kind: 'accepted', name: 'Peter Jensen' } },
  {
    ...{ kind: 'extra_cost', by: sam },
    accepted: [
      {
        ...{ by: sam, at: at('2026-11-25T14:00:00Z'), signature: 'Sam Okafor', comment: '' },
        ...{ amount: 270_000, covers: 324_000 },
      },
    ],
  },
);
const extraEnded = closed(extraAsked, {
  ...{ outcome: 'not_performed', reasonCode: 'client_cancelled', explanation: 'The motor is too dear for them.' },
});

/** A part taken back and a discount. */
const credited = confirmed(
  approvedOrder({ items: ordered }),
  [
    ...ordered,
    item('back', { description: 'Ball valve DN 32, returned', quantity: -1000, unitPrice: '18.9' }),
    item('discount', { kind: 'service', description: 'Discount as agreed', unit: 'flat', unitPrice: '-50' }),
  ],
  { reason: 'One valve was not needed.' },
);

/** What no font has, in a text of other scripts. */
const signs = approvedOrder({
  title: '㈱宮﨑設備 ＰＯ－２０２６ ﾎﾟﾝﾌﾟ',
  client: 'გამარჯობა შპს',
  contact: 'أحمد، +49 30 5550 142',
  description:
    'Steps:\n  - drain ↓ and vent ↑\n    - valve ① ② open □, closed ■\n  - √2 ≤ 1.5, ∞ ★ ▲ ○ △ ◎\n\nپمپ می\u200Cچرخد، تلفن 0912 345 6789\n1\u20E3 2\u20E3 👩\u200D🔧 ⚠ ☎',
  items: [item('a', { description: '㎡ ᚠ 神\uFA19 𠮷', unit: '㎡' })],
});

const photoFile = (fileId: string, name: string) => ({ fileId, name, mimetype: 'image/jpeg', size: 120_000 });
const withPhotos = confirmed(
  approvedOrder({
    attachments: [
      photoFile('F1', 'nameplate.jpg'),
      { fileId: 'F9', name: 'plan of the boiler room.pdf', mimetype: 'application/pdf', size: 1_240_000 },
    ],
  }),
  [item('a')],
  {
    photos: [
      photoFile('F2', 'before.jpg'),
      photoFile('F3', 'after.jpg'),
      photoFile('F4', 'the new pump with its wiring, seen from the door.jpg'),
    ],
  },
);

const day = '2026-11-24';
const timed = (from: string, to: string) => ({ from: at(`${day}T${from}:00Z`), to: at(`${day}T${to}:00Z`) });
const hours = (id: string, quantity: number, time: Partial<NonNullable<Item['time']>>): Item => ({
  ...{ id, kind: 'labour', description: 'Fitter', quantity, unit: 'h', unitPrice: '64' },
  time: { worker: farid, day, activity: 'work', of: 'fitter', ...time },
});
/** Two people on two days, work and travel apart; photos before and after; terms. */
const proved = confirmed(
  approvedOrder(
    { items: ordered },
    { issuer: { ...issuer, terms: 'Payable within 14 days.\n\nParts remain ours until they are paid for.' } },
  ),
  [
    ...ordered.filter(({ id }) => id !== 'fitter'),
    hours('h1', 2500, timed('08:00', '10:45')),
    hours('h2', 2500, { ...timed('08:00', '10:45'), worker: lena }),
    hours('h3', 750, { activity: 'travel', ...timed('07:15', '08:00') }),
    hours('h4', 1000, { day: '2026-11-25' }),
  ],
  {
    photos: [
      { ...photoFile('F1', 'IMG_0001.jpg'), shows: 'before', caption: 'Leak at the flange' },
      { ...photoFile('F2', 'IMG_0002.jpg'), shows: 'part' },
      { ...photoFile('F3', 'IMG_0003.jpg'), shows: 'after', caption: 'New gasket, tight at 6 bar' },
      photoFile('F4', 'nameplate.jpg'),
    ],
  },
  { n: 2 },
);

/** A hand as somebody draws it: a line of loops that runs out, and a stroke under it. */
const loops = Array.from({ length: 90 }, (_, n) => {
  const [x, y] = [40 + n * 5 + 26 * Math.sin(n / 2.3), 95 + (62 - n / 2) * Math.cos(n / 2.3) * Math.cos(n / 17)];
  return `${Math.round(x)} ${Math.round(y)}`;
});
const drawing = `M${loops.join('L')}M60 168L230 172L410 160L560 163`;
const signed = signedBy(repaired, {
  ...{ at: at('2026-11-25T09:12:00Z'), position: 'Facility manager', drawn: true, drawing },
  reservations: 'The lagging of the flange is still to be done.',
});

const bare = { name: '', taxId: '', address: '', phone: '', email: '' };

/** Every kind of document there is. */
export const GOLDENS: readonly Golden[] = [
  { name: 'short', order: approvedOrder(), version: 1 },
  { name: 'two-pages', order: approvedOrder({ items: manyItems(25) }), version: 1 },
  { name: 'confirmation', order: repaired, version: 2 },
  { name: 'closing', order: accepted, version: 3 },
  {
    name: 'not-performed',
    order: closed(approvedOrder({ items: ordered }), {
      outcome: 'not_performed',
      reasonCode: 'client_absent',
      explanation: 'Nobody was at the gate at the agreed time. Waited for 40 minutes and rang twice.',
      endedAt: approvedOrder().stateSince + 2 * 86_400,
      acceptance: { kind: 'unavailable' },
    }),
    version: 2,
  },
  {
    name: 'long',
    order: confirmed(
      long,
      many.map((one, index) => (index % 3 ? one : { ...one, quantity: one.quantity + 500 })),
      {
        workDone: PROSE.repeat(22),
        reason: PROSE.repeat(6),
      },
    ),
    version: 2,
    pages: [1, 2, 8, 10],
  },
  {
    name: 'right-to-left',
    order: scripts('استبدال مضخة التدوير DN 40', [
      'استبدال مضخة التدوير Pump DN 40 في القبو، وفحص وعاء التمدد، وتهوية الدائرة.',
      'החלפת משאבת סחרור Pump DN 40 בחדר הדוודים, בדיקת מיכל ההתפשטות.',
    ]),
    version: 1,
  },
  {
    name: 'scripts',
    order: scripts('更换循环泵 DN 40', [
      '更换循环泵，检查膨胀罐，并排空锅炉房的加热回路。',
      '循環ポンプを交換し、膨張タンクを点検して、エア抜きをする。',
      '순환 펌프를 교체하고 팽창 탱크를 점검하고 공기를 빼십시오.',
      'เปลี่ยนปั๊มหมุนเวียนในห้องหม้อไอน้ำแล้วระบายวงจรทำความร้อน',
      'परिसंचरण पंप बदलें, विस्तार टैंक की जाँच करें।',
      'Αντικατάσταση αντλίας – Замена насоса – Příliš žluťoučký 👍 🔧 ✅',
    ]),
    version: 1,
  },
  {
    name: 'photos',
    order: withPhotos,
    version: 2,
    options: {
      photos: new Map([
        ['F1', LANDSCAPE],
        ['F2', PORTRAIT],
        ['F3', LANDSCAPE],
      ]),
    },
  },
  {
    name: 'proved',
    order: proved,
    version: 2,
    options: {
      photos: new Map([
        ['F1', LANDSCAPE],
        ['F2', PORTRAIT],
        ['F3', PORTRAIT],
        ['F4', LANDSCAPE],
      ]),
    },
  },
  { name: 'signed', order: signed, version: 3 },
  {
    name: 'without-prices',
    order: confirmed(
      approvedOrder({ items: ordered.map((one) => ({ ...one, unitPrice: null })) }, { issuer: { ...issuer, ...bare } }),
      worked.map((one) => ({ ...one, unitPrice: null })),
    ),
    version: 2,
  },
  { name: 'extra-cost', order: extraAsked, version: 2, pages: [1, 2] },
  { name: 'extra-cost-accepted', order: extraAccepted, version: 3, pages: [1, 2] },
  { name: 'extra-cost-not-approved', order: extraEnded, version: 3, pages: [1] },
  { name: 'extra-cost-work-copy', order: withoutPrices(extraAsked), version: 2, options: { copy: 'work' }, pages: [1] },
  { name: 'reopened', order: reopened, version: 4 },
  { name: 'credit', order: credited, version: 2 },
  { name: 'signs', order: signs, version: 1 },
  {
    name: 'hebrew-dates',
    order: approvedOrder({ currency: 'ILS', taxRate: 1800 }, { issuer: { ...issuer, locale: 'he-IL' } }),
    version: 1,
  },
  {
    name: 'letter',
    order: approvedOrder(
      { items: ordered, currency: 'USD', decimals: 2, taxRate: 8250 },
      {
        issuer: { ...issuer, pageSize: 'LETTER', locale: 'en-US', accentColor: '#7a1f3d' },
        timeZone: 'America/New_York',
      },
    ),
    version: 1,
  },
  {
    name: 'logo',
    order: approvedOrder({}, { issuer: { ...issuer, logo: 'a'.repeat(64), accentColor: '#0a5c36' } }),
    version: 1,
    options: { logo: WIDE_LOGO },
  },
  {
    name: 'tall-logo',
    order: approvedOrder({}, { issuer: { ...issuer, ...bare, name: issuer.name, logo: 'b'.repeat(64) } }),
    version: 1,
    options: { logo: TALL_LOGO },
  },
];

/** The code on each of them: any would do, as long as it stays. */
export const GOLDEN_CODES: Readonly<Record<string, string>> = {
  short: 'SO-000123-1-BNHG-DYXF-ZX9F',
  'two-pages': 'SO-000123-1-6P68-PCBS-CV3Z',
  confirmation: 'SO-000123-2-299D-4WA3-KXFY',
  closing: 'SO-000123-3-ER9W-1VEP-GBJP',
  'not-performed': 'SO-000123-2-TPK3-8YRZ-1ZM5',
  long: 'SO-000123-2-ZJPB-QG1G-Q254',
  'right-to-left': 'SO-000123-1-FZ2R-BJJW-SNQ0',
  scripts: 'SO-000123-1-R3N8-5508-8V41',
  photos: 'SO-000123-2-4T36-HHGB-KT1K',
  proved: 'SO-000123-2-5R7T-KQ2M-9XWD',
  signed: 'SO-000123-3-9D2K-XW4T-70QM',
  'without-prices': 'SO-000123-2-6KK0-RTP0-FRAV',
  letter: 'SO-000123-1-CRFR-BD7Z-8VR2',
  logo: 'SO-000123-1-W4JM-V0JE-2SJ4',
  'tall-logo': 'SO-000123-1-Q044-5BTX-8HBN',
};
