import qrcode from 'qrcode-generator';
import type { Filled } from './drawn.tsx';
import { COLORS } from './styles.ts';

/** A text as a QR code, `size` points wide; the caller leaves the quiet margin around it. */
export function qrCode(text: string, size: number, y = 0): Filled {
  if (drawn?.text !== text || drawn.size !== size) drawn = { text, size, boxes: boxesOf(text, size) };
  return { x: 0, y, boxes: drawn.boxes, color: COLORS.ink };
}

/** The last one: it stands on every page of a document. */
let drawn: { readonly text: string; readonly size: number; readonly boxes: Filled['boxes'] } | undefined;

/** Dark modules beside one another are one box. */
function boxesOf(text: string, size: number): Filled['boxes'] {
  const code = qrcode(0, 'M');
  code.addData(text, /^[\dA-Z $%*+./:-]*$/.test(text) ? 'Alphanumeric' : 'Byte');
  code.make();
  const count = code.getModuleCount();
  const module = size / count;
  const boxes: Filled['boxes'][number][] = [];
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++) {
      let length = 0;
      while (column + length < count && code.isDark(row, column + length)) length++;
      if (length === 0) continue;
      boxes.push({ x: column * module, y: row * module, width: length * module, height: module });
      column += length;
    }
  return boxes;
}
