import { z } from 'zod';
import { currencyDecimals } from './order/amounts/currencies.ts';
import { readWeek, weekText } from './order/clocks/week-text.ts';
import { PRICE_AUDIENCES } from './order/content.ts';

import { LANGUAGES, languageOf } from './words/languages.ts';

/** The id of a person or of a user group. */
const Slackers = z.string().regex(/^[UWS][A-Z0-9]{1,40}$/, 'not the id of a person or a user group');

const SPOKEN = `use a language tag that begins with ${LANGUAGES.join(', ')}, such as en-GB or es-419`;

/** The business's settings of one workspace. Every field has a default, so that an empty row is a whole one. */
export const Settings = z.object({
  workspace: z
    .object({
      /** The language of everything that a whole channel reads, and of people whose own is not known. */
      locale: z.string().max(35).refine(isSpoken, `not a language of the app: ${SPOKEN}`).default('en-GB'),
    })
    .prefault({}),
  company: z
    .object({
      name: z.string().max(120).default(''),
      taxId: z.string().max(60).default(''),
      address: z.string().max(400).default(''),
      phone: z.string().max(60).default(''),
      email: z.string().max(120).default(''),
      /** SHA-256 of the asset that is printed on the letterhead; '' for none. */
      logo: z
        .string()
        .regex(/^([0-9a-f]{64})?$/, 'not the path of a picture')
        .default(''),
    })
    .prefault({}),
  document: z
    .object({
      pageSize: z.enum(['A4', 'LETTER']).default('A4'),
      locale: z.string().max(35).refine(isLocale, 'not a language tag such as en-GB or es-ES').default('en-GB'),
      /** IANA; '' prints in the time zone of the person who approved the order. */
      timeZone: z
        .string()
        .max(60)
        .refine((zone) => zone === '' || isTimeZone(zone), 'not a time zone such as Europe/Madrid')
        .transform(spelledZone)
        .default(''),
      /** `#rrggbb` of headings and rules in PDFs; '' is the document's own blue. */
      accentColor: z
        .string()
        .superRefine((color, check) => {
          const problem = color === '' ? undefined : inkProblem(color);
          if (problem) check.addIssue(problem);
        })
        .default(''),
      /** Printed at the end of every document; '' for none. */
      terms: z.string().max(3000).default(''),
    })
    .prefault({}),
  money: z
    .object({
      currency: z
        .string()
        .refine((code) => currencyDecimals(code) !== undefined, 'not a currency code of ISO 4217 such as EUR')
        .default('EUR'),
      /** Thousandths of a percent (21000 is 21 %). */
      taxRate: z.number().int().min(0).max(100_000).default(0),
    })
    .prefault({}),
  channel: z
    .object({
      private: z.boolean().default(true),
      /** Days a completed or not performed order's channel stays open; rejected and withdrawn ones close at once. */
      archiveAfterDays: z.number().min(0).max(365).default(7),
      /** People who have no part in an order any more stay in its private channel, and read on. */
      keepMembers: z.boolean().default(false),
    })
    .prefault({}),
  approval: z
    .object({
      allowOwn: z.boolean().default(false),
      /** Orders of one requester that wait for a decision, at most: nobody fills everybody's queue. */
      undecidedPerPerson: z.number().int().min(1).max(100_000).default(200),
    })
    .prefault({}),
  changes: z
    .object({
      /** Thousandths of a percent (20000 is 20 %) by which a total may pass what was approved; null: no such share. */
      tolerance: z.number().int().min(0).max(1_000_000).nullable().default(20_000),
      /** The same as an amount, a decimal in the workspace's currency; null: none. Of two the smaller counts. */
      toleranceAmount: z
        .string()
        .regex(/^\d{1,15}(\.\d{1,6})?$/, 'not an amount')
        .nullable()
        .default(null),
    })
    .prefault({}),
  reminders: z
    .object({
      /** Office hours after which what waits is told of; 0: never. */
      decision: z.number().int().min(0).max(1000).default(4),
      changes: z.number().int().min(0).max(1000).default(8),
      extraCost: z.number().int().min(0).max(1000).default(4),
      start: z.number().int().min(0).max(1000).default(1),
      end: z.number().int().min(0).max(1000).default(4),
      /** Working days after which a decision that still waits is told of again, and somebody else is asked; 0: never. */
      again: z.number().int().min(0).max(100).default(1),
      /** Who is asked then, where nobody stands in for the supervisor: people and user groups. */
      escalation: z.array(Slackers).max(90).default([]),
      /** Whether people get a message in the morning with what waits for them. */
      digest: z.boolean().default(true),
    })
    .prefault({}),
  roles: z
    .object({
      /** People and user groups (ids) who are admins of the app besides the workspace's own. */
      admins: z.array(Slackers).max(90).default([]),
      /** Who sees every order and every price. */
      office: z.array(Slackers).max(90).default([]),
      /** Who may be asked to approve, and up to which net amount (a decimal, null: any); nobody: every full member, up to any. */
      supervisors: z
        .array(
          z.object({
            id: Slackers,
            limit: z
              .string()
              .regex(/^\d{1,15}(\.\d{1,6})?$/, 'not an amount')
              .nullable(),
          }),
        )
        .max(90)
        .default([]),
    })
    .prefault({}),
  hours: z
    .object({
      /** IANA; '' is the documents' zone, or UTC where they have none. */
      zone: z
        .string()
        .max(60)
        .refine((zone) => zone === '' || isTimeZone(zone), 'not a time zone such as Europe/Madrid')
        .transform(spelledZone)
        .default(''),
      /** `Mon-Fri 08:00-17:00`: weekdays in English, local time; '' is day and night. */
      week: z
        .string()
        .max(2000)
        .refine(
          (text) => 'ok' in readWeek(text),
          'not office hours such as Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-13:00',
        )
        .transform(spelledWeek)
        .default('Mon-Fri 08:00-17:00'),
      /** Local days on which nobody works; `name`: '' for none. */
      holidays: z
        .array(z.object({ date: z.iso.date(), name: z.string().max(80).default('') }))
        .max(200)
        .refine((days) => days.reduce((sum, { name }) => sum + 12 + name.length, 0) <= 3001, 'too long')
        .default([]),
    })
    .prefault({}),
  prices: z
    .object({
      /** Who sees the prices of new orders; those that exist keep theirs. */
      visibleTo: z.enum(PRICE_AUDIENCES).default('everybody'),
      /** The channel that gets documents with prices; '' sends them to requester and supervisor. */
      channel: z
        .string()
        .regex(/^([CG][A-Z0-9]{1,40})?$/, 'not the id of a channel such as C0123456789')
        .default(''),
    })
    .prefault({}),
  records: z
    .object({
      /** Whether orders may name clients and sites that are not on file, and have items that are not in the catalogue. */
      freeClients: z.boolean().default(true),
      freeItems: z.boolean().default(true),
    })
    .prefault({}),
  /** What was set and this program cannot use, by path: kept, so that one that can finds it again. */
  unreadable: z.record(z.string(), z.unknown()).optional(),
});

export type Settings = z.infer<typeof Settings>;

/** The settings of a workspace where nobody has set any. */
export const defaultSettings: Omit<Settings, 'unreadable'> = Settings.parse({});

/**
 * Settings as they were kept, perhaps by another version of this program or of Node, which knew other time zones,
 * languages and currencies. What cannot be used is left at its default and listed under `unreadable`; never throws.
 */
export function readSettings(kept: unknown): Settings {
  const { unreadable: before, ...settings } = isGroup(kept) ? structuredClone(kept) : {};
  for (const [path, value] of Object.entries(isGroup(before) ? before : {})) put(settings, path, value);
  const unreadable: Record<string, unknown> = {};
  let parsed = Settings.safeParse(settings);
  while (!parsed.success) {
    const [group = '', name] = (parsed.error.issues[0]?.path ?? []).map(String);
    const values = settings[group];
    if (name !== undefined && isGroup(values) && name in values) {
      unreadable[`${group}.${name}`] = values[name];
      delete values[name];
    } else if (group in settings) {
      unreadable[group] = values;
      delete settings[group];
    } else return { ...defaultSettings, unreadable };
    parsed = Settings.safeParse(settings);
  }
  return Object.keys(unreadable).length > 0 ? { ...parsed.data, unreadable } : parsed.data;
}

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function put(settings: Record<string, unknown>, path: string, value: unknown): void {
  const [group = '', name] = path.split('.');
  const values = settings[group];
  settings[group] = name === undefined ? value : { ...(isGroup(values) ? values : {}), [name]: value };
}

/** Contrast with white that small text needs (WCAG 2, level AA). */
export const MIN_CONTRAST = 4.5;

/** A colour's contrast with white paper, and whether it is enough for small text; undefined for what is no colour (`#1f4e79`). */
export function contrastWithWhite(color: string): { readonly ratio: number; readonly enough: boolean } | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return undefined;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const contrast = 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  return { ratio: Math.floor(contrast * 10) / 10, enough: contrast >= MIN_CONTRAST };
}

/** Why a colour cannot be printed on white paper; undefined when it can. */
function inkProblem(color: string): string | undefined {
  const contrast = contrastWithWhite(color);
  if (!contrast) return 'not a colour such as #1f4e79';
  if (contrast.enough) return undefined;
  return `its contrast with white paper is ${contrast.ratio.toFixed(1)}:1 and must be ${MIN_CONTRAST}:1; take a darker colour`;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

function isSpoken(tag: string): boolean {
  return languageOf(tag) !== undefined;
}

/** A time zone in the spelling of the IANA database: they are taken in any (`europe/madrid`), and printed. */
function spelledZone(zone: string): string {
  const wanted = zone.toLowerCase();
  if (zone === '' || !isTimeZone(zone)) return zone;
  const names = [
    ...Intl.supportedValuesOf('timeZone'),
    new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone,
  ];
  const known = names.find((name) => name.toLowerCase() === wanted);
  // Older names of a zone (`Asia/Kolkata`) are not all listed; what was typed with care is kept.
  const careless = zone === wanted || zone === zone.toUpperCase();
  if (known !== undefined || !careless) return known ?? zone;
  return wanted.includes('/')
    ? wanted.replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase())
    : wanted.toUpperCase();
}

/** Office hours as they are kept, whatever way they were typed. */
function spelledWeek(text: string): string {
  const read = readWeek(text);
  return 'ok' in read ? weekText(read.ok) : text;
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
