import { z } from 'zod';
import type { RecordOf, StoredKind } from '../../src/office/master-data.ts';
import { ITEM_KINDS, PRIORITIES } from '../../src/order/content.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { Closing, OwnField } from './on-file.ts';
import { type Stored, stored } from './stored.ts';

const text = z.string();
const price = text.regex(/^-?\d+(\.\d+)?$/, 'not a plain decimal').nullable();

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
    unitPrice: price,
    currency: text,
  }),
);

/** What the office says of an order type. */
export const storedType = stored(
  z.object({
    ...{ name: text, title: text, description: text, priority: z.enum(['', ...PRIORITIES]) },
    items: z.array(
      z.object({
        ...{ id: text, kind: z.enum(ITEM_KINDS), description: text, quantity: z.int(), unit: text },
        unitPrice: price,
        ...{ onFile: text.exactOptional(), code: text.exactOptional() },
      }),
    ),
    ...{ currency: text, fields: z.array(OwnField), closing: Closing },
  }),
);

/** Each kind of record's. */
export const storedRecord: { readonly [K in StoredKind]: Stored<RecordOf<K>['data'], unknown> } = {
  client: storedClient,
  site: storedSite,
  item: storedItem,
  type: storedType,
};
