import type { Attachment, Version } from '../order/order.ts';
import { fileSize } from '../order/words.ts';
import type { DocumentModel } from './model.ts';
import type { Photos } from './photo.ts';
import { plainLine } from './plain-text.ts';
import type { Printer } from './print.ts';

/** A file that came with a version. */
interface Brought {
  readonly file: Attachment;
  readonly version: Version;
  /** What it is: `Photo, version 2`. */
  readonly origin: string;
}

/** Everything people brought, up to the last version: the photos that can be printed, and the rest by name. */
export function filesAndPhotos(
  versions: readonly Version[],
  photos: Photos,
  print: Printer,
): Pick<DocumentModel, 'files' | 'photos'> {
  const brought = versions.flatMap(broughtWith);
  return {
    photos: brought.flatMap(({ file, version }) => {
      const photo = photos.get(file.fileId);
      if (!photo) return [];
      const by = version.n === 1 ? version.requester : version.by;
      const when = version.n === 1 ? 'with the order' : print.dateTime(version.at);
      return [{ photo, name: nameOf(file), origin: [plainLine(by.name), when, `version ${version.n}`].join(' · ') }];
    }),
    files: brought
      .filter(({ file }) => !photos.has(file.fileId))
      .map(({ file, origin }) => ({
        name: nameOf(file),
        origin: isPicture(file) ? `${origin} (not printed)` : origin,
        size: fileSize(file.size),
      })),
  };
}

/** The pictures among what a document's versions brought: those whose bytes it wants. */
export const picturesOf = (versions: readonly Version[]): Attachment[] =>
  versions.flatMap(broughtWith).flatMap(({ file }) => (isPicture(file) ? [file] : []));

const isPicture = ({ mimetype }: Attachment): boolean => mimetype.startsWith('image/');

const nameOf = (file: Attachment): string => plainLine(file.name) || 'Unnamed file';

function broughtWith(version: Version): Brought[] {
  const { n, content, report, closure } = version;
  const all = (files: readonly Attachment[], origin: string) => files.map((file) => ({ file, version, origin }));
  return [
    ...(n === 1 ? all(content.attachments, 'Attached to the order') : []),
    ...all(report?.photos ?? [], `Photo, version ${n}`),
    ...all(closure?.photos ?? [], `Photo at closing, version ${n}`),
  ];
}
