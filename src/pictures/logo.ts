/** The least width or height (the longer one) of a logo that is a picture: a smaller one would be blurred in print. */
export const MIN_LOGO_PIXELS = 100;

/** A logo as it is printed: what may stand behind an image tag of a PDF, in sRGB, without metadata. Sizes in pixels. */
export interface Logo {
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}
