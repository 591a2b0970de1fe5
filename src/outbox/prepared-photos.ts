import type { Photo } from '../pictures/photo.ts';
import type { Unprinted } from '../pictures/unprinted.ts';

export type PreparedPhotos = ReturnType<typeof createPreparedPhotos>;

/** A photo that can be printed, or why it cannot. */
type PreparedPhoto = Photo | Unprinted;

/** What is kept of all documents together, bytes: two documents full of photos. */
const MAX = 24_000_000;

const bytesOf = (photo: PreparedPhoto): number => ('jpeg' in photo ? photo.jpeg.byteLength : 0);

/** Photos that were fetched for a document which is not issued yet, so that a further attempt need not fetch them again. */
export function createPreparedPhotos(most = MAX) {
  const effects = new Map<string, Map<string, PreparedPhoto>>();
  let size = 0;
  const forget = (effect: string) => {
    for (const photo of effects.get(effect)?.values() ?? []) size -= bytesOf(photo);
    effects.delete(effect);
  };
  return {
    /** Of one effect, by the id of their file. */
    of: (effect: string): ReadonlyMap<string, PreparedPhoto> => effects.get(effect) ?? new Map(),
    /** Beyond what there is room for, the oldest effect's are forgotten: they are fetched again. */
    keep(effect: string, file: string, photo: PreparedPhoto): void {
      effects.set(effect, (effects.get(effect) ?? new Map()).set(file, photo));
      size += bytesOf(photo);
      for (const other of effects.keys()) if (size > most && other !== effect) forget(other);
    },
    forget,
  };
}
