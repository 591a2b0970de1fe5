/** A logo as it is printed: what may stand behind an image tag of a PDF, in sRGB, without metadata. Sizes in pixels. */
export interface Logo {
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}
