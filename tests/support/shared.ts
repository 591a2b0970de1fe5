import { pathToFileURL } from 'node:url';
import { type Renderer, startRenderer } from '../../src/pdf/renderer.ts';
import { createDecoder, type Decoder } from '../../src/pictures/decoder.ts';
import { fileOf } from './programs.ts';

let renderer: Renderer | undefined;
let warmed: Promise<void> | undefined;
let decoder: Decoder | undefined;

/** A PDF thread of one's own. */
export const freshRenderer = (): Renderer => startRenderer({ worker: pathToFileURL(fileOf('src/pdf/worker.ts').file) });

/** The PDF thread of this process, for tests that need no new one: starting it takes longer than most. It ends with the process. */
export function sharedRenderer(): Renderer {
  const shared = renderer ?? freshRenderer();
  renderer = shared;
  const warm = () => {
    warmed ??= shared.warm();
    return warmed;
  };
  return { ...shared, warm, stop: async () => {} };
}

/** The same of the process that decodes pictures. */
export function sharedDecoder(): Decoder {
  decoder ??= createDecoder({ module: pathToFileURL(fileOf('src/pictures/decoder-process.ts').file) });
  return { ...decoder, stop: async () => {} };
}
