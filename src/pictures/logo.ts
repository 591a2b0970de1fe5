import { z } from 'zod';

/** A logo as it is printed: what may stand behind an image tag of a PDF, in sRGB, without metadata. Sizes in pixels. */
export interface Logo {
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** What is taken, in bytes. */
export const LARGEST_LOGO = 1_000_000;

/** Why a file cannot be the logo. */
export const LogoProblem = z.discriminatedUnion('code', [
  z.object({ code: z.literal('empty') }),
  z.object({ code: z.literal('too_large'), bytes: z.number() }),
  z.object({ code: z.literal('not_a_picture') }),
  /** A picture that is not printed: `gif`. */
  z.object({ code: z.literal('format'), kind: z.string() }),
  /** In millions of pixels. */
  z.object({ code: z.literal('too_many_pixels'), megapixels: z.number(), limit: z.number() }),
  /** In pixels. */
  z.object({ code: z.literal('too_small'), width: z.number(), height: z.number(), least: z.number() }),
  /** So much longer one way than the other that nothing would be seen of it. In pixels. */
  z.object({ code: z.literal('strip'), width: z.number(), height: z.number(), most: z.number() }),
  z.object({ code: z.literal('damaged') }),
  /** It would not be seen on white paper. */
  z.object({ code: z.literal('too_light') }),
  /** A drawing with what looks different elsewhere, acts, is in another file, or has no size. */
  z.object({ code: z.enum(['text', 'active', 'linked', 'no_size']) }),
  /** Drawing it took too much memory or time, or ended the process. */
  z.object({ code: z.literal('too_heavy') }),
]);
export type LogoProblem = z.infer<typeof LogoProblem>;
