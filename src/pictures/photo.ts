import type { Unprinted } from './unprinted.ts';

/** A photo made ready for print: a JPEG without metadata, upright, in pixels. */
export interface Photo {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The file is cut off or damaged at its end; it is printed as far as it goes. */
  readonly incomplete?: boolean;
}

/** Why photos are not printed, by the id of their file. */
export type NotPrinted = ReadonlyMap<string, Unprinted>;

/** Photos that are to be printed, by the id of their file. */
export type Photos = ReadonlyMap<string, Photo>;
