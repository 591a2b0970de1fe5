/** What several stored values consist of. A part that changes gets another name for its next shape; this one stays. */
import { z } from 'zod';
import { decimalText } from '../../src/order/amounts/decimal.ts';
import { ACTIVITIES, ITEM_KINDS, PHOTO_KINDS, PRICE_AUDIENCES, PRIORITIES } from '../../src/order/content.ts';
import { NOT_PERFORMED_REASONS } from '../../src/order/version.ts';
import { ClientOnFile, OrderType, OwnAnswer, SiteOnFile } from './on-file.ts';

const text = z.string();
const instant = z.int();
const whole = z.int();

export const Party = z.object({ id: text, name: text });

/** Who was asked besides the supervisor. */
export const Asked = Party.extend({ standIn: z.literal(true).exactOptional() });

/** A party with what kind of author it is; not known to the first shape. */
export const Author = Party.extend({ kind: z.enum(['person', 'system', 'client']).exactOptional() });

/** With whom they decided for. */
export const Author2 = Author.extend({ for: Party.exactOptional() });

export const Attachment = z.object({
  fileId: text,
  name: text,
  mimetype: text,
  size: z.number(),
  from: text.optional(),
});

/** With what is written under a photo, what it shows, and that people posted it themselves. */
export const Attachment2 = Attachment.extend({
  caption: text.optional(),
  shows: z.enum(PHOTO_KINDS).optional(),
  posted: z.literal(true).optional(),
});

/** With who posted a photo, and when. */
export const Attachment3 = Attachment2.extend({ credit: z.object({ by: Party, at: instant }).optional() });

export const Approval = z.object({ by: Party, at: instant, signature: text, comment: text });

/** With the amount that was approved. */
export const Approval2 = Approval.extend({ amount: whole.exactOptional(), covers: whole.exactOptional() });

/** With whom it was given for. */
export const Approval3 = Approval2.extend({ for: Party.exactOptional() });

export const Source = z.object({ channel: text, ts: text });

export const WorkReport = z.object({
  workDone: text,
  startedAt: instant,
  endedAt: instant,
  reason: text,
  photos: z.array(Attachment),
});

export const WorkReport2 = WorkReport.extend({ photos: z.array(Attachment2) });

export const WorkReport3 = WorkReport.extend({ photos: z.array(Attachment3) });

export const Closure = z.object({
  outcome: z.enum(['as_ordered', 'with_changes', 'not_performed']),
  reasonCode: z.enum(NOT_PERFORMED_REASONS).nullable(),
  explanation: text,
  endedAt: instant.nullable(),
  note: text,
  acceptance: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('accepted'), name: text }),
      z.object({ kind: z.literal('unavailable') }),
    ])
    .nullable(),
  photos: z.array(Attachment),
});

/** What a client signs with. */
export const signedTexts = { name: text, position: text.exactOptional(), reservations: text.exactOptional() };

/** What a client signed: of which version, when, and the hand itself in the version of the signature. */
export const Signature = z.object({
  ...{ version: whole, at: instant, ...signedTexts },
  ...{ drawing: text.exactOptional(), drawn: z.literal(true).exactOptional() },
});

/** The client's word may be more than a name, and a refusal. */
export const Closure2 = Closure.extend({
  photos: z.array(Attachment2),
  acceptance: z
    .discriminatedUnion('kind', [
      z.object({
        ...{ kind: z.literal('accepted'), name: text },
        ...{ position: text.exactOptional(), reservations: text.exactOptional() },
      }),
      z.object({ kind: z.literal('refused'), name: text, position: text.exactOptional(), reason: text }),
      z.object({ kind: z.literal('unavailable') }),
    ])
    .nullable(),
});

/** With who posted its photos. */
export const Closure3 = Closure2.extend({ photos: z.array(Attachment3) });

export const Issuer = z.object({
  name: text,
  taxId: text,
  address: text,
  phone: text,
  email: text,
  pageSize: z.enum(['A4', 'LETTER']),
  locale: text,
  logo: text.exactOptional(),
  accentColor: text.exactOptional(),
});

/** `language`: of the document's own words. */
export const Issuer2 = Issuer.extend({ language: text });

/** With the provider's terms and conditions. `verifyAt`: where anybody can look the document's code up. */
export const Issuer3 = Issuer2.extend({ terms: text.exactOptional(), verifyAt: text.exactOptional() });

/** Before it was stored, documents were issued in English, whatever the locale of their numbers. */
export const issuer2 = (issuer: z.infer<typeof Issuer>): z.infer<typeof Issuer2> => ({ ...issuer, language: 'en' });

const itemFacts = { id: text, kind: z.enum(ITEM_KINDS), description: text, quantity: whole, unit: text };

/** `unitPrice`: minor units at a scale that the row does not know. */
export const Item1 = z.object({ ...itemFacts, unitPrice: whole.nullable() });
/** `unitPrice`: a canonical decimal in the currency's major unit. */
export const Item2 = z.object({
  ...itemFacts,
  unitPrice: text.regex(/^-?\d+(\.\d+)?$/, 'not a plain decimal').nullable(),
});
/** `onFile`: which line of the catalogue it was taken from. `code`: what that was known by. */
export const Item3 = Item2.extend({ onFile: text.exactOptional(), code: text.exactOptional() });

const labourTime = {
  ...{ worker: Party, day: text.regex(/^\d{4}-\d\d-\d\d$/), activity: z.enum(ACTIVITIES) },
  ...{ from: instant.exactOptional(), to: instant.exactOptional(), of: text.exactOptional() },
};

/** `time`: whose hours it counts. */
export const Item4 = Item3.extend({ time: z.object(labourTime).exactOptional() });

/** `zone`: on whose clocks its times were said. */
export const Item5 = Item3.extend({
  time: z.object({ ...labourTime, zone: text.exactOptional() }).exactOptional(),
});

const contentFacts = {
  title: text,
  client: text,
  location: text,
  description: text,
  priority: z.enum(PRIORITIES),
  requestedStart: instant,
  requestedEnd: instant,
  contact: text,
  clientReference: text,
  attachments: z.array(Attachment),
  currency: text,
};

/** `taxRate`: hundredths of a percent. */
export const Content1 = z.object({ ...contentFacts, items: z.array(Item1), taxRate: whole });
/** `taxRate`: thousandths of a percent. */
export const Content2 = z.object({
  ...contentFacts,
  items: z.array(Item2),
  taxRate: whole,
  decimals: whole.min(0).max(4),
});

/** `pricesFor`: who sees the prices. `proposedCrew`: whom the requester proposes as field workers. */
export const Content3 = Content2.extend({
  pricesFor: z.enum(PRICE_AUDIENCES),
  proposedCrew: z.array(Party).exactOptional(),
});

/** What it took of the office's records and of its type, as they were then, and what was answered to the type's own fields. */
export const Content4 = Content3.extend({
  items: z.array(Item3),
  clientOnFile: ClientOnFile.exactOptional(),
  siteOnFile: SiteOnFile.exactOptional(),
  type: OrderType.exactOptional(),
  own: z.array(OwnAnswer).exactOptional(),
});

/** Its items may know whose hours they count, its files what they show. */
export const Content5 = Content4.extend({ items: z.array(Item4), attachments: z.array(Attachment2) });

/** With who posted its files. */
export const Content6 = Content5.extend({ attachments: z.array(Attachment3) });

/** With the clocks on which hours were said. */
export const Content7 = Content6.extend({ items: z.array(Item5) });

/** Before it was stored, everybody on an order saw its prices. */
export const content3 = (content: z.infer<typeof Content2>): z.infer<typeof Content3> => ({
  ...content,
  pricesFor: 'everybody',
});

const changesOf = <I extends typeof Item1 | typeof Item2 | typeof Item3 | typeof Item4 | typeof Item5>(item: I) =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('added'), after: item, difference: whole }),
    z.object({ type: z.literal('removed'), before: item, difference: whole }),
    z.object({ type: z.literal('changed'), before: item, after: item, difference: whole }),
  ]);
export const Change1 = changesOf(Item1);
export const Change2 = changesOf(Item2);
export const Change3 = changesOf(Item3);
export const Change4 = changesOf(Item4);
export const Change5 = changesOf(Item5);

/** What a row of an order's says only together with the order's: how many decimals its currency had when it was written. */
export interface OfOrder {
  readonly decimals: number;
}

/** Minor units as a canonical decimal in major ones: 150050 at two decimals is `1500.5`. */
export const majorUnits = (minor: number, decimals: number): string => decimalText(BigInt(minor), decimals);

/** The item with its price as text. */
export const item2 = (item: z.infer<typeof Item1>, decimals: number): z.infer<typeof Item2> => ({
  ...item,
  unitPrice: item.unitPrice === null ? null : majorUnits(item.unitPrice, decimals),
});

/** The content with prices as text, its currency's decimals, and the tax rate ten times as fine. */
export const content2 = (content: z.infer<typeof Content1>, { decimals }: OfOrder): z.infer<typeof Content2> => ({
  ...content,
  items: content.items.map((item) => item2(item, decimals)),
  taxRate: content.taxRate * 10,
  decimals,
});

/** The change with its items' prices as text; its difference stays, in minor units at the order's scale. */
export function change2(change: z.infer<typeof Change1>, { decimals }: OfOrder): z.infer<typeof Change2> {
  switch (change.type) {
    case 'added':
      return { ...change, after: item2(change.after, decimals) };
    case 'removed':
      return { ...change, before: item2(change.before, decimals) };
    case 'changed':
      return { ...change, before: item2(change.before, decimals), after: item2(change.after, decimals) };
  }
}
