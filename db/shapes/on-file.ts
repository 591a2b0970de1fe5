/** What an order took of the office's records and of its type, with the answers to the type's own fields. */
import { z } from 'zod';
import { OWN_FORMS, OWN_KINDS } from '../../src/order/own-fields.ts';

const text = z.string();
const flag = z.boolean();

export const ClientOnFile = z.object({
  id: text,
  externalId: text,
  taxId: text,
  address: text,
  language: text,
  paymentNotes: text,
});

export const SiteOnFile = z.object({ id: text, externalId: text, name: text, accessNotes: text });

export const OwnField = z.object({
  id: text,
  kind: z.enum(OWN_KINDS),
  label: text,
  asked: z.enum(OWN_FORMS),
  required: flag,
  unit: text,
  choices: z.array(text),
});

export const Closing = z.object({ photos: flag, checklist: flag, acceptance: flag });

export const OrderType = z.object({
  id: text,
  name: text,
  fields: z.array(OwnField),
  closing: Closing,
});

export const OwnAnswer = z.object({ field: text, kind: z.enum(OWN_KINDS), label: text, unit: text, value: text });
