import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Document, Page, renderToBuffer } from '@react-pdf/renderer';
import { createElement } from 'react';
import { type Besides, documentModel, type Printed } from './document.ts';
import { loadFonts } from './fonts/fonts.ts';
import { FACES } from './template/parts/styles.ts';
import { Words } from './template/parts/words.tsx';
import { ServiceDocument } from './template/template.tsx';

/** What a worker is asked for. */
export interface RenderTask extends Besides {
  readonly order: Printed;
  readonly version: number;
}

/** What it answers. */
export interface RenderedBytes {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Renders one version. Runs in the worker thread only: react-pdf never lets a timer of its thread fire. */
export async function render({ order, version, ...besides }: RenderTask): Promise<RenderedBytes> {
  const model = documentModel(order, version, besides);
  await loadFonts(textsIn(model));
  const bytes = await renderToBuffer(ServiceDocument({ model }));
  // The thread waits for its next task asleep: what React has put off until later would never come, and keep the document.
  await setImmediate();
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Prints a word, so that the first real document does not pay for opening fonts and loading react-pdf. */
export async function warm(): Promise<void> {
  const text = 'Sample';
  await loadFonts([text]);
  const page = createElement(Page, null, createElement(Words, { face: FACES.body, width: 100, text }));
  await renderToBuffer(createElement(Document, null, page));
}

/** Every text of a model, wherever it stands. */
function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (part instanceof Uint8Array) return [];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
}
