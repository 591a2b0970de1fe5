/** How a photo is put in order: what it shows, where somebody said so. */
interface Ordered {
  readonly shows?: string | undefined;
}

/**
 * Photos in the order in which everybody is shown them, in rows: as they were posted, as far as `at` knows, each in a row of its own; but
 * what was before shares a row with what was after, in the order in which they came, where the first of both has its place. What is not told
 * apart by time, as the photos of one message, stays as it came.
 */
export function photosInOrder<P extends Ordered>(photos: readonly P[], at: (photo: P) => number = () => 0): P[][] {
  const posted = photos.toSorted((one, other) => at(one) - at(other));
  const [befores, afters] = ['before', 'after'].map((kind) => posted.filter(({ shows }) => shows === kind));
  const pairs = (befores ?? []).flatMap((before, index) => {
    const after = afters?.[index];
    return after ? [[before, after]] : [];
  });
  const pairOf = new Map(pairs.flatMap((pair) => pair.map((photo) => [photo, pair] as const)));
  return [...new Set(posted.map((photo) => pairOf.get(photo) ?? photo))].map((one) =>
    Array.isArray(one) ? one : [one],
  );
}

/** When a photo that somebody posted was posted; what is brought with a form comes after it. */
export const postedAt = ({ credit }: { readonly credit?: { readonly at: number } | undefined }): number =>
  credit?.at ?? Number.MAX_SAFE_INTEGER;
