import type { KeptFile } from '../../../../db/ports.ts';
import { picturesOf } from '../../../pdf/model/attachments.ts';
import type { Photo } from '../../../pictures/photo.ts';
import type { Attempt } from '../../executor.ts';
import type { DocumentAttempt } from './photos-for.ts';

/** What a file is to its order: a document has a version, any other file the id that it has in Slack. */
type Meant = Pick<KeptFile, 'kind' | 'name'> & Partial<Pick<KeptFile, 'fileId' | 'version'>>;

/** What keeping takes of an attempt. */
type Keeping = Pick<Attempt, 'files' | 'now' | 'order' | 'store'>;

/**
 * Keeps a file of the order outside Slack and records it, where FILES_URL says where; safe to repeat. Nothing of it may be sent
 * to Slack before this has resolved. Throws a `FilesProblem` when it cannot be kept.
 */
export async function keepFile(
  { files, now, order, store }: Keeping,
  { fileId = '', version = 0, ...meant }: Meant,
  bytes: Uint8Array,
): Promise<void> {
  if (!files) return;
  const sha256 = await files.keep(bytes);
  const of = { team: order.team, order: order.id, sha256, size: bytes.byteLength };
  await store.saveKeptFile({ ...of, ...meant, fileId, version, at: Math.floor(now() / 1000) });
}

/** Keeps the photos that a document prints, as it prints them: small enough for the client's page. */
export async function keepPhotos(attempt: DocumentAttempt, photos: ReadonlyMap<string, Photo>): Promise<void> {
  const { files, order, store } = attempt;
  if (!files || photos.size === 0) return;
  const kept = await store.keptFiles(order.team, order.id);
  const known = new Set(kept.flatMap(({ kind, fileId }) => (kind === 'photo' ? [fileId] : [])));
  for (const [fileId, { jpeg }] of photos)
    if (!known.has(fileId)) await keepFile(attempt, { kind: 'photo', name: nameOf(attempt, fileId), fileId }, jpeg);
}

/** As the person who brought it named it. */
const nameOf = ({ order }: DocumentAttempt, fileId: string): string =>
  picturesOf(order.versions).find((picture) => picture.fileId === fileId)?.name ?? '';
