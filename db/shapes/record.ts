import { z } from 'zod';
import type { RecordKind, RecordOf } from '../../src/office/master-data.ts';
import { ITEM_KINDS } from '../../src/order/order.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { type Stored, stored } from './stored.ts';

const text = z.string();

/** What the office says of a client, */
export const storedClient = stored(
  z.object({
    ...{ name: text, taxId: text, address: text, contact: text },
    language: z.enum(['', ...LANGUAGES]),
    paymentNotes: text,
  }),
);

/** of a client's site, */
export const storedSite = stored(z.object({ name: text, address: text, accessNotes: text, contact: text }));

/** and of a line of the catalogue. `unitPrice`: a canonical decimal in the major unit of `currency`. */
export const storedItem = stored(
  z.object({
    ...{ kind: z.enum(ITEM_KINDS), description: text, unit: text },
    unitPrice: text.regex(/^-?\d+(\.\d+)?$/, 'not a plain decimal').nullable(),
    currency: text,
  }),
);

/** Each kind of record's. */
export const storedRecord: { readonly [K in RecordKind]: Stored<RecordOf<K>['data'], unknown> } = {
  client: storedClient,
  site: storedSite,
  item: storedItem,
};
