import type { RenderedBytes, RenderTask } from '../../src/pdf/worker.ts';

/** Version 1 renders, version 2 kills the thread, version 3 never ends. */
export async function render({ version }: RenderTask): Promise<RenderedBytes> {
  if (version === 2) process.exit(7);
  while (version === 3);
  return { bytes: new Uint8Array([version]), sha256: '' };
}
