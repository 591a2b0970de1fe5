import { z } from 'zod';
import { currencyDecimals } from './order/currencies.ts';

/** The business's settings of one workspace. Every field has a default, so that an empty row is a whole one. */
export const Settings = z.object({
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
      /** IANA; '' prints in the time zone of whoever approved the order. */
      timeZone: z
        .string()
        .max(60)
        .refine((zone) => zone === '' || isTimeZone(zone), 'not a time zone such as Europe/Madrid')
        .default(''),
      /** `#rrggbb` of headings and rules in PDFs; '' is the document's own blue. */
      accentColor: z
        .string()
        .superRefine((color, check) => {
          const problem = color === '' ? undefined : inkProblem(color);
          if (problem) check.addIssue(problem);
        })
        .default(''),
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
    })
    .prefault({}),
  approval: z.object({ allowOwn: z.boolean().default(false) }).prefault({}),
});

export type Settings = z.infer<typeof Settings>;

/** The settings of a workspace where nobody has set any. */
export const defaultSettings: Settings = Settings.parse({});

/** Contrast with white that small text needs (WCAG 2, level AA). */
const LEAST_CONTRAST = 4.5;

/** Why a colour cannot be printed on white paper; undefined when it can. */
function inkProblem(color: string): string | undefined {
  if (!/^#[0-9a-f]{6}$/i.test(color)) return 'not a colour such as #1f4e79';
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const contrast = 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
  if (contrast >= LEAST_CONTRAST) return undefined;
  const ratio = (Math.floor(contrast * 10) / 10).toFixed(1);
  return `its contrast with white paper is ${ratio}:1 and must be ${LEAST_CONTRAST}:1; take a darker colour`;
}

function isLocale(tag: string): boolean {
  try {
    return Intl.NumberFormat.supportedLocalesOf(tag).length > 0;
  } catch {
    return false;
  }
}

function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
