import type { Attachment, Version } from '../../order/order.ts';
import { fileSize } from '../../order/words.ts';
import type { NotPrinted, Photos } from '../../pictures/photo.ts';
import { whyNotPrinted } from '../../pictures/unprinted.ts';
import { plainLine } from '../fonts/plain-text.ts';
import type { Printer } from '../print.ts';

/** A file that came with a version. */
interface Brought {
  readonly file: Attachment;
  readonly version: Version;
  /** What it is: `Photo, version 2`. */
  readonly origin: string;
}

/** Everything people brought, up to the last version: the photos that can be printed, why others cannot, and the rest by name. */
export function filesAndPhotos(
  versions: readonly Version[],
  { photos, notPrinted = new Map() }: { readonly photos: Photos; readonly notPrinted?: NotPrinted },
  print: Printer,
) {
  const brought = versions.flatMap(broughtWith);
  const captionOf = ({ version }: Brought): string => {
    const by = version.n === 1 ? version.requester : version.by;
    const when = version.n === 1 ? 'with the order' : print.dateTime(version.at);
    return [plainLine(by.name), when, `version ${version.n}`].join(' · ');
  };
  return {
    photos: brought.flatMap((one) => {
      const photo = photos.get(one.file.fileId);
      if (!photo) return [];
      const origin = photo.incomplete ? `${captionOf(one)} · the file is incomplete` : captionOf(one);
      return [{ photo, name: nameOf(one.file), origin }];
    }),
    photosNotPrinted: brought.flatMap((one) => {
      const why = notPrinted.get(one.file.fileId);
      return why ? [{ name: nameOf(one.file), origin: captionOf(one), why: whyNotPrinted(why) }] : [];
    }),
    files: brought
      .filter(({ file }) => !photos.has(file.fileId))
      .map(({ file, origin }) => ({
        name: nameOf(file),
        origin: isMeantAsPicture(file) || notPrinted.has(file.fileId) ? `${origin} (not printed)` : origin,
        size: fileSize(file.size),
      })),
  };
}

/** The files among what a document's versions brought that may be pictures: those whose bytes it wants. */
export const picturesOf = (versions: readonly Version[]): Attachment[] =>
  versions.flatMap(broughtWith).flatMap(({ file }) => (mayBePicture(file) ? [file] : []));

/** Endings of pictures' names. */
const PICTURE_NAME = /\.(?:jpe?g|jpe|jfif|png|webp|gif|hei[cf]s?|avif|tiff?|bmp|dng|jxl)$/i;

/** Whether somebody says that a file is a picture, by its type or by its name. */
export const isMeantAsPicture = ({ mimetype, name }: Attachment): boolean =>
  mimetype.startsWith('image/') || PICTURE_NAME.test(name);

/** What says nothing of itself is looked at. */
const mayBePicture = (file: Attachment): boolean =>
  isMeantAsPicture(file) || /^(?:application|binary)\/octet-stream$/.test(file.mimetype);

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
