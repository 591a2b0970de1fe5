/** What a file is, told by its first bytes, whatever its name and declared type say. */
export type Kind = (typeof STARTS)[number][1] | 'webp' | 'heic' | 'avif' | 'bmp' | 'svg';

/** Brands of still pictures in ISO containers (ISO 23008-12, AV1 Image File Format, camera raw). */
const BRANDS: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'mif2', 'msf1', 'miaf'].map(
    (brand) => [brand, 'heic'] as const,
  ),
  ['avif', 'avif'],
  ['avis', 'avif'],
  ['crx ', 'tiff'],
]);

/** First bytes as text of one character a byte. */
const STARTS = [
  ['\xff\xd8\xff', 'jpeg'],
  ['\x89PNG\r\n\x1a\n', 'png'],
  ['GIF87a', 'gif'],
  ['GIF89a', 'gif'],
  ['II*\0', 'tiff'],
  ['MM\0*', 'tiff'],
  ['II+\0', 'tiff'],
  ['MM\0+', 'tiff'],
  ['\xff\x0a', 'jxl'],
  ['\0\0\0\x0cJXL ', 'jxl'],
  ['\0\0\0\x0cjP  ', 'jp2'],
  ['\xff\x4f\xff\x51', 'jp2'],
  ['8BPS', 'psd'],
  ['\0\0\x01\0', 'ico'],
] as const;

/** What these bytes are; undefined for anything that is not a picture. */
export function kindOf(bytes: Uint8Array): Kind | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).toString('latin1');
  const known = STARTS.find(([start]) => head.startsWith(start))?.[1];
  if (known) return known;
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'webp';
  if (head.slice(4, 8) === 'ftyp') return brandOf(head);
  // Two letters are not enough: the four reserved bytes of a bitmap are zero.
  if (head.startsWith('BM') && head.slice(6, 10) === '\0\0\0\0') return 'bmp';
  return /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|!--|!DOCTYPE svg|svg[\s>])/i.test(head) &&
    /<(?:\w+:)?svg[\s>]|<!DOCTYPE svg/i.test(head)
    ? 'svg'
    : undefined;
}

/** The major brand decides; a general one (`mif1`) is made precise by the compatible ones that follow it. */
function brandOf(head: string): Kind | undefined {
  const end = Math.min(head.length, Math.max(16, head.charCodeAt(2) * 256 + head.charCodeAt(3)));
  const compatible = Array.from({ length: Math.max(0, Math.floor((end - 16) / 4)) }, (_, n) =>
    head.slice(16 + 4 * n, 20 + 4 * n),
  );
  const brands = [head.slice(8, 12), ...compatible].flatMap((brand) => BRANDS.get(brand) ?? []);
  return brands.includes('avif') ? 'avif' : brands[0];
}
