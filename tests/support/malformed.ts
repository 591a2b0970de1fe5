import fc from 'fast-check';

/** Texts that somebody, or a broken client, may send where text is expected. */
export const malformedTexts: readonly string[] = [
  ...[
    '',
    ' ',
    '\n',
    '\u0000',
    '\u200b',
    '\u202e',
    '\ufeff',
    '\ud83d',
    '\udc00x',
    'a\u0000b\u001b[31m',
    '\u3164',
    '\u{e0041}',
  ],
  ...[
    '<!channel>',
    '<!here|now> <!everyone>',
    '<@UEVIL>',
    '<#CEVIL|general>',
    '<!subteam^SEVIL>',
    '&lt;!channel&gt; &amp;',
  ],
  ...[
    '<https://evil.example|PDF v2>',
    'https://evil.example',
    '<mailto:a@b.example|Sam Lee>',
    '*b* _i_ ~s~ `c` ```d```',
    '> q',
  ],
  ...['@channel @here #general :smile:', "'; drop table orders; --", '" or 1=1', '%s %n %x', '{{7*7}}'],
  ...['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', ']]>', '=1+1', '+cmd|x', '@SUM(A1)', '-2+3', '\t=1'],
  ...[
    '1e9',
    '-1',
    '1,5',
    '1.500,25',
    '1,500',
    'NaN',
    'Infinity',
    '0x10',
    '0.123456789012',
    '1.000000000000',
    '٣',
    '１２',
    '1_000',
  ],
  ...[
    '9'.repeat(400),
    `0.${'0'.repeat(3000)}1`,
    'x'.repeat(3000),
    '&'.repeat(3000),
    '😀'.repeat(1500),
    '<'.repeat(3000),
  ],
  ...[
    'مرحبا بالعالم',
    'שלום עולם',
    '维修循环泵',
    'ポンプ交換',
    '펌프 교체',
    '👩‍🔧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'Cafe\u0301',
    'ﷺ'.repeat(200),
    'Z̸̡̢̛'.repeat(50),
  ],
  ...[
    '../../etc/passwd',
    'C:\\x.pdf',
    'a/b\\c',
    'x.pdf\r\nContent-Type: text/html',
    `${'n'.repeat(300)}.pdf`,
    'CON',
    '.',
    '..',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'null', 'undefined', 'true', '[object Object]', '{}', '[]'],
];

/** Any text: the ones above, parts of them put together, and whatever fast-check thinks of. */
export const malformedText: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...malformedTexts) },
  {
    weight: 2,
    arbitrary: fc
      .array(fc.oneof(fc.constantFrom(...malformedTexts), fc.string({ unit: 'binary', maxLength: 40 })), {
        maxLength: 6,
      })
      .map((parts) => parts.join('').slice(0, 3000)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
      .map((units) => String.fromCharCode(...units)),
  },
);

/** Anything JSON can carry, small. */
const malformedJson: fc.Arbitrary<unknown> = fc.oneof(
  malformedText,
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    9_007_199_254_740_992,
    -2_208_988_800,
    253_402_300_799,
  ),
  fc.constantFrom<unknown>([], {}, [null], [[]], { id: null }, { id: {} }, { type: 'block_actions' }, { values: null }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** One change to a payload; `where` and `which` are taken modulo what there is. */
export type Mutation =
  | { readonly how: 'set'; readonly where: number; readonly value: unknown }
  | { readonly how: 'drop' | 'rename' | 'graft' | 'repeat'; readonly where: number; readonly which: number };

/** One to four changes. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.oneof(
    fc.record({ how: fc.constant('set' as const), where: fc.nat(), value: malformedJson }),
    fc.record({
      how: fc.constantFrom('drop' as const, 'rename' as const, 'graft' as const, 'graft' as const, 'repeat' as const),
      where: fc.nat(),
      which: fc.nat(),
    }),
  ),
  { minLength: 1, maxLength: 4 },
);

interface Place {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
}

/** A changed copy of a payload. `grafts`: what may be put in instead, such as ids of other people and orders. */
export function mutated(payload: unknown, changes: readonly Mutation[], grafts: readonly unknown[]): unknown {
  const copy = structuredClone({ payload });
  for (const change of changes) {
    const places = [...placesIn(copy.payload)];
    const place = places[change.where % places.length];
    if (!place) continue;
    const { holder, key } = place;
    if (change.how === 'set') put(holder, key, structuredClone(change.value));
    else if (change.how === 'graft') put(holder, key, structuredClone(grafts[change.which % grafts.length]));
    else if (change.how === 'repeat') put(holder, key, Array(1 + (change.which % 150)).fill(valueAt(holder, key)));
    else if (Array.isArray(holder)) holder.splice(Number(key), 1);
    else {
      const value = holder[key];
      delete holder[key];
      if (change.how === 'rename') put(holder, KEYS[change.which % KEYS.length] ?? '', value);
    }
  }
  return copy.payload;
}

const KEYS = ['__proto__', 'constructor', 'event', 'command', 'actions', 'name', 'view', 'team', 'user', 'type', 'id'];

const valueAt = (holder: Place['holder'], key: Place['key']): unknown =>
  Array.isArray(holder) ? holder[Number(key)] : holder[key];

/** As JSON would set it: `__proto__` is a key like any other. */
function put(holder: Place['holder'], key: Place['key'], value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Every place in a JSON value, outer ones first. */
function* placesIn(value: unknown): Generator<Place> {
  if (typeof value !== 'object' || value === null) return;
  const holder: Place['holder'] = Array.isArray(value) ? value : (value as Record<string, unknown>);
  for (const key of Object.keys(value)) yield { holder, key: Array.isArray(value) ? Number(key) : key };
  for (const member of Object.values(value)) yield* placesIn(member);
}
