import type { documentModel } from '../document.ts';

/** Everything one document prints, already in words: what the template lays out without knowing an order. */
export type DocumentModel = ReturnType<typeof documentModel>;

/** A label and what stands under it; never empty. */
export interface Field {
  readonly label: string;
  readonly value: string;
}

/** One report of work: who, when, from–to, what, and why it differs. */
export type WorkEntry = DocumentModel['work'][number];

/** The item tables, one per kind, on the same columns. */
export type ItemTables = NonNullable<DocumentModel['items']>;

/** One printed item. */
export type ItemRow = ItemTables['groups'][number]['rows'][number];

/** What this version changed against an earlier one. */
export type ChangeList = DocumentModel['changes'][number];

/** One change. */
export type ChangeRow = ChangeList['rows'][number];

/** Every version up to this one, with reopenings between them. */
export type History = NonNullable<DocumentModel['history']>;

/** A printed photo with its caption. */
export type PhotoFigure = DocumentModel['photos'][number];

/** A photo that could not be printed, and why. */
export type UnprintedPhoto = DocumentModel['photosNotPrinted'][number];

/** An attachment or a photo, by name. */
export type FileLine = DocumentModel['files'][number];

/** Who stands for what: a name as it was typed, its facts line by line. */
export type Signature = DocumentModel['signatures'][number];
