import type { KnownBlock } from '@slack/types';
import type { Action } from '../../order/action.ts';
import { type Attachment, filesBesides, PHOTO_KINDS, type PhotoKind } from '../../order/content.ts';
import { photosInOrder, postedAt } from '../../order/evidence/photo-order.ts';
import { section } from '../blocks.ts';
import type { FormContext } from '../context.ts';
import { type Draft, filesIn, listIn } from '../draft.ts';
import { optional, select, text } from '../fields/fields.ts';
import { defineForm, type Field, type Fields, type Page } from '../form.ts';
import { clip, escaped } from '../mrkdwn.ts';
import { bytesOf, joined, lineSections } from '../sizes.ts';

/** Photos that are offered at once, and those that are asked about on one page: more nobody fills in on a phone. */
export const MAX_OFFERED = 8;
const MAX_ASKED = 12;

/** The values of a draft that hold what was posted in the order's channel, and how each of it is shown (mrkdwn). */
export const OFFERED = { files: 'offered', lines: 'offeredLines' } as const;

export const CAPTION = 300;
const LEAVE = 'leave';
const PLAIN = 'photo';

const showsName = (fileId: string): string => `shows-${fileId}`;
const captionName = (fileId: string): string => `caption-${fileId}`;

/** How many of their author's own are asked about beside what is offered. */
export const ownAsked = (offered: number): number => MAX_ASKED - offered;

/** A photo that a page asks about; `offered`: it is only taken when somebody says so. */
interface Asked {
  readonly file: Attachment;
  readonly offered: boolean;
  readonly place: number;
}

function askedAbout({ values }: Draft): Asked[] {
  const offered = filesIn(values[OFFERED.files]);
  const files = new Map(filesBesides(offered, filesIn(values.photos)).map((file) => [file.fileId, file]));
  const own = [...files.values()].slice(0, ownAsked(offered.length));
  return [...offered, ...own].map((file, index) => ({ file, offered: index < offered.length, place: index + 1 }));
}

/** The inputs that ask what each photo shows. */
export const photoFields = (draft: Draft): Fields =>
  Object.fromEntries(
    askedAbout(draft).flatMap((asked): [string, Field<unknown>][] => [
      [showsName(asked.file.fileId), showsField(asked)],
      [captionName(asked.file.fileId), captionField(asked)],
    ]),
  );

/** Their names. */
const photoNames = (draft: Draft): string[] =>
  askedAbout(draft).flatMap(({ file }) => [showsName(file.fileId), captionName(file.fileId)]);

const showsField = ({ file, offered, place }: Asked): Field<string | null> =>
  optional(
    select({
      texts: ({ words }) => ({ label: words.photos.shows({ place, file: clip(file.name, 100) }) }),
      as: 'menu',
      options: ({ words: { photos } }) => [
        ...(offered ? [{ value: LEAVE, text: photos.leave }] : []),
        { value: PLAIN, text: photos.plain },
        ...PHOTO_KINDS.map((value) => ({ value, text: photos.kind[value] })),
      ],
    }),
  );

/** It begins with what was written beside the photo, if anything. */
const captionField = ({ file, place }: Asked): Field<string> => ({
  ...text({ texts: ({ words }) => ({ label: words.photos.caption({ place }) }), max: CAPTION, optional: true }),
  initially: () => file.caption ?? null,
});

/** The page that asks about photos, where there are any. */
export const photosPage: Page = {
  id: 'photos',
  fields: [],
  more: photoNames,
  intro: photosIntro,
  when: (draft) => askedAbout(draft).length > 0,
};

/** The same where only what was posted in the channel is asked about. */
export const offeredPage: Page = { ...photosPage, when: ({ values }) => filesIn(values[OFFERED.files]).length > 0 };

function photosIntro({ values }: Draft, { words: { photos } }: FormContext): KnownBlock[] {
  const offered = filesIn(values[OFFERED.files]);
  const own = filesIn(values.photos);
  const lines = listIn(values[OFFERED.lines]);
  const { length: count } = offered;
  return [
    ...(count > 0 ? [section(photos.offered({ count })), ...joined(lines).map((text) => section(text))] : []),
    ...(own.length > 0 ? [section(photos.own)] : []),
  ];
}

/** The photos of a filled-in form, those that were posted and its author takes, and their own, in order; each with what it shows. */
export function photosIn(
  photos: readonly Attachment[],
  { values }: Draft,
  answers: Readonly<Record<string, unknown>>,
): Attachment[] {
  const shown = ({ caption: written, ...file }: Attachment): Attachment => {
    const shows = PHOTO_KINDS.find((kind): kind is PhotoKind => kind === answers[showsName(file.fileId)]);
    const caption = answers[captionName(file.fileId)];
    return {
      ...file,
      ...(typeof caption === 'string' && caption !== '' ? { caption } : {}),
      ...(shows ? { shows } : {}),
    };
  };
  const taken = filesIn(values[OFFERED.files]).filter((file) => isTaken(file, answers));
  return photosInOrder([...taken, ...photos].map(shown), postedAt).flat();
}

/**
 * The photos that are about to be sent, those of these fields and those that were posted, each with what is said of it; `bytes` of them at
 * most, the others are counted.
 */
export function photoSummary(
  draft: Draft,
  fields: readonly string[],
  { words }: FormContext,
  bytes: number = PHOTO_LIST.review,
): KnownBlock[] {
  const own = fields.flatMap((field) => filesIn(draft.values[field]));
  const say = words.photos;
  const photos = photosIn(own, draft, draft.values);
  if (photos.length === 0) return [];
  const lines = photos.map(({ name, caption = '', shows }, index) => {
    const line = { place: index + 1, file: escaped(clip(name, SHOWN.name)) };
    const text = clip(caption, SHOWN.caption);
    const said = shows && text ? say.captioned({ shows: say.kind[shows], caption: text }) : text;
    const shown = said || (shows ? say.kind[shows] : '');
    return shown ? say.shownLine({ ...line, shown: escaped(shown) }) : say.ownLine(line);
  });
  const more = (count: number) => words.forms.moreLines({ count });
  return lineSections({ lines: [say.included({ count: photos.length }), ...lines], more }, bytes, bytesOf);
}

/** Bytes of such a list on a review, and above a page that asks for much else. */
export const PHOTO_LIST = { review: 2500, above: 1000 } as const;
/** Characters of a photo's name and of its caption where it is one of many. */
const SHOWN = { name: 60, caption: 100 };

/** How many of the photos that were posted are taken; as long as nobody was asked, all of them may be. */
export function offeredCount({ values }: Draft, answers: Readonly<Record<string, unknown>>): number {
  const offered = filesIn(values[OFFERED.files]);
  const asked = offered.filter(({ fileId }) => showsName(fileId) in answers);
  return asked.length === 0 ? offered.length : asked.filter((file) => isTaken(file, answers)).length;
}

/** Whether any of what was posted is taken. */
export const takesOffered = ({ values }: Draft): boolean =>
  filesIn(values[OFFERED.files]).some((file) => isTaken(file, values));

/** Who writes a caption takes the photo, unless they leave it out. */
function isTaken({ fileId }: Attachment, said: Readonly<Record<string, unknown>>): boolean {
  const [shows, caption] = [said[showsName(fileId)], said[captionName(fileId)]];
  return typeof shows === 'string' ? shows !== LEAVE : typeof caption === 'string' && caption !== '';
}

/** Add to service order: the photos of a message become part of the order at once. */
export const addPhotosForm = defineForm({
  id: 'add_photos',
  title: ({ forms }) => forms.title.add_photos,
  submit: ({ forms }) => forms.send.add_photos,
  drafted: true,
  brings: 'photos',
  fields: {},
  pages: [
    {
      id: 'photos',
      fields: [],
      more: photoNames,
      intro: ({ values }, { words }) => [
        ...joined([words.photos.adding({ count: filesIn(values.photos).length }), ...fileLines(values)]).map((text) =>
          section(text),
        ),
      ],
    },
  ],
  listed: photoFields,
  start: ({ order }): Draft => ({ values: {}, items: [], base: 0, submission: order?.submission ?? 0 }),
});

const fileLines = (values: Draft['values']): string[] =>
  filesIn(values.photos).map(({ name }, index) => `${index + 1}. ${escaped(clip(name, 100))}`);

/** The same as an action. */
export const addPhotosAction = (answers: Readonly<Record<string, unknown>>, draft: Draft): Action => ({
  type: 'add_photos',
  photos: photosIn(filesIn(draft.values.photos), draft, answers),
});
