/** Why a photo is not printed: what is wrong, then what helps. */
export const photo = {
  gone: 'The file was deleted, or the app can’t access it.',
  unavailable: 'The file couldn’t be read in time.',
  not_a_picture: 'The file isn’t an image the app can read.',
  unsupported: '{kind} images can’t be printed. Post the photo again as JPEG or PNG.',
  damaged: 'The file is damaged. Post the photo again.',
  too_large: 'The photo has {megapixels, number} megapixels; the limit is {limit, number}. Post a smaller copy.',
  undecodable: 'The photo takes too much memory or time to read. Post it again as a plain JPEG.',
  skipped: 'Other photos in the document took too long to read.',
  too_many: 'The document has more photos than it can print.',
  without_photos: 'The document could only be created without its photos.',
  repeated: 'The same photo is printed already.',
} as const;
