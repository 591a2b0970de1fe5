/** The size of a file in bytes so that people can picture it: `640 kB`, `1.2 MB`. Its spaces do not break. */
export function fileSize(bytes: number, locale: string): string {
  // Versions of Intl's data differ in the kind of space they put.
  const sized = (value: number, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, { style: 'unit', ...options }).format(value).replace(/[ \u202f\u2009]/g, '\u00a0');
  if (bytes < 1000) return sized(bytes, { unit: 'byte', unitDisplay: 'long' });
  if (bytes < 999_500) return sized(bytes / 1000, { unit: 'kilobyte', maximumFractionDigits: 0 });
  return sized(bytes / 1_000_000, { unit: 'megabyte', minimumFractionDigits: 1, maximumFractionDigits: 1 });
}
