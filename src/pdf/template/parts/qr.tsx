import { Path, Svg } from '@react-pdf/renderer';
import qrcode from 'qrcode-generator';
import { COLORS } from './styles.ts';

/** A text as a QR code, `size` points wide; the caller leaves the quiet margin around it. */
export function QrCode({ text, size }: { readonly text: string; readonly size: number }) {
  const { path, count } = drawn?.text === text ? drawn : draw(text);
  return (
    <Svg viewBox={`0 0 ${count} ${count}`} style={{ width: size, height: size }}>
      <Path d={path} fill={COLORS.ink} />
    </Svg>
  );
}

/** The last one: it stands on every page of a document, and each page is laid out several times. */
let drawn: { readonly text: string; readonly path: string; readonly count: number } | undefined;

function draw(text: string) {
  const code = qrcode(0, 'M');
  code.addData(text, /^[\dA-Z $%*+./:-]*$/.test(text) ? 'Alphanumeric' : 'Byte');
  code.make();
  const count = code.getModuleCount();
  const across = Array.from({ length: count }, (_, index) => index);
  const path = across
    .flatMap((row) => across.filter((column) => code.isDark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`))
    .join('');
  drawn = { text, path, count };
  return drawn;
}
