import type { Attachment } from '../../order/content.ts';
import { photosInOrder } from '../../order/evidence/photo-order.ts';
import type { Version } from '../../order/version.ts';
import type { NotPrinted, Photo } from '../../pictures/photo.ts';
import type { Words } from '../../words/words.ts';
import { plainLine } from '../fonts/plain-text.ts';
import type { Printer } from '../print.ts';
import { whyNotPrinted } from './not-printed.ts';

/** A file that came with a version. */
interface Brought {
  readonly file: Attachment;
  readonly version: Version;
  /** What it is: `Photo, version 2`. */
  readonly origin: string;
}

/** Everything people brought, up to the last version: the photos that can be shown, why others cannot be printed, and the rest by name. */
export function filesAndPhotos<P extends Pick<Photo, 'incomplete'>>(
  versions: readonly Version[],
  { photos, notPrinted = new Map() }: { readonly photos: ReadonlyMap<string, P>; readonly notPrinted?: NotPrinted },
  print: Printer,
) {
  const words = print.words.document;
  const brought = inOrder(versions.flatMap((version) => broughtWith(version, print.words)));
  const nameOf = (file: Attachment): string => plainLine(file.name) || words.files.unnamed;
  /** What its author says of it, else its file's name. */
  const titleOf = ({ caption = '', shows, ...file }: Attachment): string => {
    const said = plainLine(caption) || (shows ? '' : nameOf(file));
    if (!shows) return said;
    const kind = print.words.photos.kind[shows];
    return said === '' ? kind : print.words.photos.captioned({ shows: kind, caption: said });
  };
  const captionOf = ({ file: { credit }, version }: Brought): string => {
    const by = credit?.by ?? (version.n === 1 ? version.requester : version.by);
    const facts = { name: plainLine(by.name) || '–', version: String(version.n) };
    if (credit) return words.photos.posted({ ...facts, when: print.dateTime(credit.at) });
    if (version.n === 1) return words.photos.withOrder(facts);
    return words.photos.withVersion({ ...facts, when: print.dateTime(version.at) });
  };
  return {
    photos: brought.flatMap((one) => {
      const photo = photos.get(one.file.fileId);
      if (!photo) return [];
      const origin = photo.incomplete ? words.photos.incomplete({ origin: captionOf(one) }) : captionOf(one);
      return [{ photo, name: titleOf(one.file), shows: one.file.shows ?? '', origin }];
    }),
    photosNotPrinted: brought.flatMap((one) => {
      const why = notPrinted.get(one.file.fileId);
      return why ? [{ name: nameOf(one.file), origin: captionOf(one), why: whyNotPrinted(why, print.words) }] : [];
    }),
    files: brought
      .filter(({ file }) => !photos.has(file.fileId))
      .map(({ file, origin }) => ({
        name: nameOf(file),
        origin: isMeantAsPicture(file) || notPrinted.has(file.fileId) ? words.files.notPrinted({ origin }) : origin,
        size: print.fileSize(file.size),
      })),
  };
}

/** As everybody is shown them. */
const inOrder = (brought: readonly Brought[]): Brought[] =>
  photosInOrder(
    brought.map((one) => ({ one, shows: one.file.shows })),
    ({ one: { file, version } }) => file.credit?.at ?? version.at,
  )
    .flat()
    .map(({ one }) => one);

/** The files among what a document's versions brought that may be pictures: those whose bytes it wants. */
export const picturesOf = (versions: readonly Version[]): Attachment[] =>
  versions.flatMap(filesOf).filter(mayBePicture);

/** Endings of pictures' names. */
const PICTURE_NAME = /\.(?:jpe?g|jpe|jfif|png|webp|gif|hei[cf]s?|avif|tiff?|bmp|dng|jxl)$/i;

/** Whether somebody says that a file is a picture, by its type or by its name. */
export const isMeantAsPicture = ({ mimetype, name }: Attachment): boolean =>
  mimetype.startsWith('image/') || PICTURE_NAME.test(name);

/** What says nothing of itself is looked at. */
const mayBePicture = (file: Attachment): boolean =>
  isMeantAsPicture(file) || /^(?:application|binary)\/octet-stream$/.test(file.mimetype);

/** The files of a version with what each of them is. */
function broughtWith(version: Version, { document: { files } }: Words): Brought[] {
  const n = { version: String(version.n) };
  const { ordered, reported, closing } = broughtBy(version);
  const all = (brought: readonly Attachment[], origin: string) => brought.map((file) => ({ file, version, origin }));
  return [...all(ordered, files.attached), ...all(reported, files.photo(n)), ...all(closing, files.closingPhoto(n))];
}

const filesOf = (version: Version): Attachment[] => Object.values(broughtBy(version)).flat();

const broughtBy = ({ n, content, report, closure }: Version) => ({
  ordered: n === 1 ? content.attachments : [],
  reported: report?.photos ?? [],
  closing: closure?.photos ?? [],
});
