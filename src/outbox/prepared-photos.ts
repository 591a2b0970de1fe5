import type { Photo } from '../pdf/photo.ts';

/** What is kept of all documents together, bytes: some ten documents full of photos. */
const MOST = 64_000_000;

/** Photos that were fetched for a document which is not issued yet, so that a further attempt need not fetch them again. */
export interface PreparedPhotos {
  /** Of one effect, by the id of their file; null for what cannot be printed. */
  of(effect: string): ReadonlyMap<string, Photo | null>;
  /** Beyond what there is room for, the oldest effect's are forgotten: they are fetched again. */
  keep(effect: string, file: string, photo: Photo | null): void;
  forget(effect: string): void;
}

export function createPreparedPhotos(most = MOST): PreparedPhotos {
  const effects = new Map<string, Map<string, Photo | null>>();
  let size = 0;
  const forget = (effect: string) => {
    for (const photo of effects.get(effect)?.values() ?? []) size -= photo?.jpeg.byteLength ?? 0;
    effects.delete(effect);
  };
  return {
    of: (effect) => effects.get(effect) ?? new Map(),
    keep(effect, file, photo) {
      effects.set(effect, (effects.get(effect) ?? new Map()).set(file, photo));
      size += photo?.jpeg.byteLength ?? 0;
      for (const other of effects.keys()) if (size > most && other !== effect) forget(other);
    },
    forget,
  };
}
