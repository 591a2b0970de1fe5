import type { KeptFile, Store } from '../../../db/ports.ts';
import type { Files } from '../../files/files.ts';
import { FilesProblem } from '../../files/storage.ts';
import type { Log } from '../../log.ts';
import type { Order } from '../../order/order.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import { picturesOf } from '../../pdf/model/attachments.ts';
import type { Standing } from './standing.ts';

/** What kept files are read with. `files`: undefined where none are kept. */
export interface KeptDeps {
  readonly store: Pick<Store, 'documents' | 'keptFiles' | 'history'>;
  readonly files: Pick<Files, 'read'> | undefined;
  readonly log: Log;
}

type Accepted = Extract<Standing, { kind: 'accepted' }>;

/**
 * Where who signed gets the document of it: here; here in a moment; from the company, since no files are kept here; or from the company
 * as well, since they cannot get it here any more.
 */
export type Copy =
  | { readonly kind: 'ready'; readonly file: KeptFile; readonly until: number }
  | { readonly kind: 'making' | 'sent' | 'gone' };

/** The document that a channel has, and so without prices where only the office sees them. */
export async function copyOf({ store, files }: KeptDeps, { order, version, until }: Accepted): Promise<Copy> {
  if (!files) return { kind: 'sent' };
  if (until === 0) return { kind: 'gone' };
  const { team, id } = order;
  const issued = (await store.documents(team, id)).find((one) => one.version === version);
  if (!issued) return { kind: 'making' };
  const file = (await store.keptFiles(team, id)).find(({ sha256 }) => sha256 === issued.sha256);
  // That it is a work copy means nothing to a client.
  const name = `${orderNumber(order.number)} v${version}.pdf`;
  return file ? { kind: 'ready', file: { ...file, name }, until } : { kind: 'gone' };
}

/** By the id of the file that each of an order's photos came as, the SHA-256 of the small picture that its documents print. */
export async function printedPhotos({ store, files }: KeptDeps, { team, id }: Order): Promise<Map<string, string>> {
  const kept = files ? await store.keptFiles(team, id) : [];
  return new Map(kept.flatMap(({ kind, fileId, sha256 }) => (kind === 'photo' ? [[fileId, sha256]] : [])));
}

/** Whether a picture is one of the photos that the order's versions show. */
export async function isShownPhoto(deps: KeptDeps, order: Order, sha256: string): Promise<boolean> {
  const photos = await printedPhotos(deps, order);
  if (![...photos.values()].includes(sha256)) return false;
  const { versions } = await deps.store.history(order.team, order.id);
  return picturesOf(versions).some(({ fileId }) => photos.get(fileId) === sha256);
}

/** The bytes of a kept file; undefined when they are gone or damaged, which is reported. Rejects while a fault may pass. */
export async function keptBytes({ files, log }: KeptDeps, order: Order, sha256: string): Promise<Buffer | undefined> {
  try {
    const bytes = await files?.read(sha256);
    return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  } catch (error) {
    if (!(error instanceof FilesProblem) || error.kind !== 'damaged') throw error;
    log.error(
      { event: 'files.damaged', order: orderNumber(order.number), error: error.message },
      'a kept file is damaged',
    );
    return undefined;
  }
}
