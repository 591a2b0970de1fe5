import { z } from 'zod';

/** Why a photo is not printed. Kept in the checkpoint of a document that is not issued yet. */
export const Unprinted = z.discriminatedUnion('code', [
  z.object({ code: z.literal('gone') }),
  z.object({ code: z.literal('unavailable') }),
  z.object({ code: z.literal('not_a_picture') }),
  z.object({ code: z.literal('unsupported'), kind: z.string() }),
  z.object({ code: z.literal('damaged') }),
  /** In millions of pixels. */
  z.object({ code: z.literal('too_large'), megapixels: z.number(), limit: z.number() }),
  /** Decoding it took too much memory or time, or ended the process. */
  z.object({ code: z.literal('undecodable') }),
  /** Others of the same document have ended the decoder. */
  z.object({ code: z.literal('skipped') }),
  /** The same picture is printed already, as another file. */
  z.object({ code: z.literal('repeated') }),
  z.object({ code: z.literal('too_many') }),
  z.object({ code: z.literal('without_photos') }),
]);
export type Unprinted = z.infer<typeof Unprinted>;
