import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { renderToBuffer } from '@react-pdf/renderer';
import { type Besides, documentModel, type Printed } from './document.ts';
import { loadFonts } from './fonts/fonts.ts';
import { SAMPLE, SAMPLE_CODE } from './sample.ts';
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

/** Renders a small sample, so that the first real document does not pay for opening fonts and compiling code. */
export async function warm(): Promise<void> {
  await render({ order: SAMPLE, version: 1, code: SAMPLE_CODE });
}

/** Every text of a model, wherever it stands. */
function textsIn(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  if (part instanceof Uint8Array) return [];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(textsIn) : [];
}
