/**
 * The document of an order drawn with PDFKit by hand, as somebody would who wants nothing but speed: the same model, fonts,
 * sizes and colours as the template, each position worked out in place. Takes the place of the PDF thread's module.
 */
import { createHash } from 'node:crypto';
import { Font } from '@react-pdf/renderer';
import PDFDocument from 'pdfkit';
import qrcode from 'qrcode-generator';
import { type DocumentModel, documentModel, type Field } from '../src/pdf/document.ts';
import { BASE, fontFile, type Weight } from '../src/pdf/fonts/families.ts';
import { loadFonts, textWidth } from '../src/pdf/fonts/fonts.ts';
import { COLORS, columns, FACES, type Face, sheetOf } from '../src/pdf/template/parts/styles.ts';
import type { RenderedBytes, RenderTask } from '../src/pdf/worker.ts';
import { typicalOrder } from './typical-order.ts';

/** Draws one version. */
export async function render({ order, version }: RenderTask): Promise<RenderedBytes> {
  const model = documentModel(order, version);
  await openFonts();
  const bytes = await drawn(model);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Draws an order. */
export async function warm(): Promise<void> {
  await render({ order: typicalOrder(), version: 1, photos: new Map(), logo: null, code: '' });
}

/** The same files once more, as fontkit opens them: nothing that the product does to its own fonts helps or hinders here. */
const OWN = 'By hand';
const WEIGHTS = [400, 600] as const;
let opened: Promise<unknown> | undefined;

function openFonts(): Promise<unknown> {
  opened ??= (async () => {
    await loadFonts(['a']);
    Font.register({
      family: OWN,
      fonts: WEIGHTS.map((weight) => ({ src: fontFile(BASE, weight), fontWeight: weight })),
    });
    for (const weight of WEIGHTS) await Font.load({ fontFamily: OWN, fontWeight: weight });
  })();
  return opened;
}

const FOOT = 66;

function drawn(model: DocumentModel): Promise<Uint8Array> {
  const { metadata, heading, provider } = model;
  const sheet = sheetOf(model.pageSize, model.accent);
  const doc = new PDFDocument({
    size: sheet.size,
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    lang: metadata.language,
    info: { Title: metadata.title, Author: metadata.author, CreationDate: new Date(metadata.createdAt * 1000) },
  });
  const chunks: Uint8Array[] = [];
  const ended = new Promise<Uint8Array>((resolve) => {
    doc.on('data', (chunk) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
  });
  const fonts: Record<Weight, unknown> = {
    400: Font.getFont({ fontFamily: OWN, fontWeight: 400 }).data,
    600: Font.getFont({ fontFamily: OWN, fontWeight: 600 }).data,
  };
  const left = sheet.side;
  let y = sheet.top;

  const put = (text: string, face: Face, x: number, at: number, width: number, align = 'left'): number => {
    doc.font(fonts[face.weight], face.size).fillColor(face.color);
    const options = { width, align, lineGap: face.size * (face.lineHeight - 1.362) };
    doc.text(text, x, at, options);
    return doc.y - at;
  };
  const line = (at: number, color: string, width: number, from = left, to = left + sheet.width) =>
    doc.strokeColor(color).lineWidth(width).moveTo(from, at).lineTo(to, at).stroke();
  const room = (height: number, after?: () => void) => {
    if (y + height <= doc.page.height - sheet.bottom - FOOT) return;
    doc.addPage();
    y = sheet.top;
    put(`${heading.title} ${heading.number}`, FACES.label, left, y, sheet.width / 2);
    put(provider.name, FACES.label, left + sheet.width / 2, y, sheet.width / 2, 'right');
    y += 26;
    after?.();
  };
  const section = (title: string, ahead = 40) => {
    y += 14;
    room(20 + ahead);
    y += put(title, { ...FACES.section, color: sheet.accent }, left, y, sheet.width) + 5;
  };
  const fields = (all: readonly Field[], x: number, width: number): number => {
    let at = y;
    for (const { label, value } of all) {
      put(label, FACES.quiet, x, at + 0.8, 78);
      at += put(value, FACES.body, x + 78, at, width - 78) + 3;
    }
    return at;
  };

  const wide = columns(sheet, 12, 7);
  const right = columns(sheet, 12, 5);
  const rightAt = left + sheet.width - right;
  let at = y;
  at += put(heading.title, FACES.title, left, at, wide) + 2;
  at += put(`${heading.number} · ${heading.version}`, { ...FACES.number, color: sheet.accent }, left, at, wide) + 3;
  at += put(heading.issued, FACES.quiet, left, at, wide) + 7;
  const badge = textWidth(heading.state, 600, 8) + 14;
  doc.roundedRect(left, at, badge, 15, 2).fill(sheet.accent);
  put(heading.state, { ...FACES.head, color: '#ffffff' }, left + 7, at + 2, badge);
  let beside = y + 3;
  beside += put(provider.name, FACES.provider, rightAt, beside, right, 'right') + 2;
  for (const text of provider.lines) beside += put(text, FACES.quiet, rightAt, beside, right, 'right');
  y = Math.max(at + 15, beside) + 14;

  line(y, sheet.accent, 1);
  y += 10;
  y += put(model.subject, FACES.subject, left, y, sheet.width) + 8;
  const half = columns(sheet, 2);
  y = Math.max(
    fields(model.client, left, half),
    fields([...model.job, ...model.people], left + sheet.width - half, half),
  );
  if (model.description) {
    section('Description of the work');
    y += put(model.description, FACES.body, left, y, sheet.width);
  }
  if (model.items) {
    section(model.items.title, 60);
    const rows = model.items.groups.flatMap((group) => group.rows);
    const cells = (row: NonNullable<DocumentModel['items']>['groups'][number]['rows'][number]) => [
      row.quantity,
      row.unit,
      row.unitPrice,
      row.amount,
    ];
    const titles = ['Quantity', 'Unit', 'Unit price', 'Amount'];
    const widths = titles.map((title, index) =>
      Math.max(
        34,
        Math.ceil(
          Math.max(...[title, ...rows.map((row) => cells(row)[index] ?? '')].map((text) => textWidth(text, 600, 8.5))),
        ) + 10,
      ),
    );
    const first = sheet.width - widths.reduce((sum, width) => sum + width, 0);
    const row = (texts: readonly string[], face: Face, height: number) => {
      let x = left;
      texts.forEach((text, index) => {
        const width = index === 0 ? first : (widths[index - 1] ?? 0);
        put(text, face, x + 5, y + 3, width - 10, index === 0 || index === 2 ? 'left' : 'right');
        x += width;
      });
      y += height;
    };
    for (const [index, group] of model.items.groups.entries()) {
      if (index > 0) y += 8;
      const head = () => {
        doc.rect(left, y, sheet.width, 17).fill(COLORS.tint);
        row([group.title, ...titles], FACES.head, 17);
      };
      room(45);
      head();
      for (const one of group.rows) {
        doc.font(fonts[400], 8.5);
        const height = doc.heightOfString(one.description, { width: first - 10 }) + 6;
        room(height, head);
        row([one.description, ...cells(one)], FACES.cell, height);
        line(y, COLORS.line, 0.5);
      }
    }
  }
  if (model.totals) {
    const { total, note } = model.totals;
    const lines = [...model.totals.kinds, ...model.totals.lines];
    y += 8;
    room(16 * (lines.length + 2));
    const width = columns(sheet, 12, 6);
    const x = left + sheet.width - width;
    put(note, FACES.quiet, left + 5, y + 3, columns(sheet, 12, 5));
    for (const { label, value } of lines) {
      put(label, FACES.cell, x + 5, y + 1.5, width / 2);
      y += put(value, FACES.cell, x + width / 2, y + 1.5, width / 2 - 5, 'right') + 3;
    }
    line(y + 3, sheet.accent, 1, x);
    y += 6;
    put(total.label, FACES.total, x + 5, y + 1.5, width / 2);
    y += put(total.value, FACES.total, x + width / 2, y + 1.5, width / 2 - 5, 'right') + 3;
  }
  y += 16;
  room(70);
  model.signatures.forEach((signature, index) => {
    const width = columns(sheet, 3);
    const x = left + index * (width + sheet.gutter);
    line(y, COLORS.ink, 1, x, x + width);
    let down = y + 5;
    down += put(signature.role, FACES.label, x, down, width) + 1;
    down += put(signature.name, FACES.provider, x, down, width) + 2;
    for (const fact of signature.facts) down += put(fact, FACES.quiet, x, down, width);
  });

  const code = qrcode(0, 'M');
  code.addData(heading.code, 'Alphanumeric');
  code.make();
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    const top = doc.page.height - sheet.bottom - 38;
    line(top, COLORS.line, 0.5);
    const modules = code.getModuleCount();
    const size = 32 / modules;
    for (let down = 0; down < modules; down++)
      for (let across = 0; across < modules; across++)
        if (code.isDark(down, across)) doc.rect(left + across * size, top + 6 + down * size, size, size);
    doc.fill(COLORS.ink);
    put(`${heading.number} · ${heading.version} · ${heading.issued}`, FACES.label, left + 40, top + 6, 380);
    put(`Verification code ${heading.code}`, FACES.label, left + 40, top + 17, 380);
    put(`Page ${page + 1} of ${count}`, FACES.label, left + sheet.width - 80, top + 6, 80, 'right');
  }
  doc.end();
  return ended;
}
