import { Path, Svg } from '@react-pdf/renderer';
import qrcode from 'qrcode-generator';
import { COLORS } from './styles.ts';

/** A text as a QR code, `size` points wide; the caller leaves the quiet margin around it. */
export function QrCode({ text, size }: { readonly text: string; readonly size: number }) {
  const code = qrcode(0, 'M');
  code.addData(text, 'Alphanumeric');
  code.make();
  const count = code.getModuleCount();
  const across = Array.from({ length: count }, (_, index) => index);
  const path = across
    .flatMap((row) => across.filter((column) => code.isDark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`))
    .join('');
  return (
    <Svg viewBox={`0 0 ${count} ${count}`} style={{ width: size, height: size }}>
      <Path d={path} fill={COLORS.ink} />
    </Svg>
  );
}
