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
  z.object({ code: z.literal('too_many') }),
  z.object({ code: z.literal('without_photos') }),
]);
export type Unprinted = z.infer<typeof Unprinted>;

/** The reason in words, and what helps: a sentence. */
export function whyNotPrinted(why: Unprinted): string {
  switch (why.code) {
    case 'gone':
      return 'The file was deleted, or the app can\u2019t access it.';
    case 'unavailable':
      return 'The file couldn\u2019t be read in time.';
    case 'not_a_picture':
      return 'The file can\u2019t be read as a picture.';
    case 'unsupported':
      return `${why.kind.toUpperCase()} pictures can\u2019t be printed. Post it again as JPEG or PNG.`;
    case 'damaged':
      return 'The file is damaged. Post it again.';
    case 'too_large':
      return `It has ${why.megapixels} megapixels; the limit is ${why.limit}. Post a smaller copy.`;
    case 'undecodable':
      return 'It takes too much memory or time to read. Post it again as a plain JPEG.';
    case 'skipped':
      return 'Other photos of the document took too long to read.';
    case 'too_many':
      return 'The document has more photos than it can print.';
    case 'without_photos':
      return 'The document could only be made without its photos.';
  }
}
