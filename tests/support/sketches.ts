import { createHash } from 'node:crypto';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { documentModel } from '../../src/pdf/document.ts';
import type { Renderer } from '../../src/pdf/renderer.ts';

/** Decides what a document says and lays nothing out. */
const sketch: Renderer = {
  async render(order, version, besides = {}) {
    const name = `${orderNumber(order.number)} v${version}`;
    const model = documentModel(order, version, besides);
    const bytes = Buffer.from(`%PDF-1.4\n% ${name}, ${JSON.stringify(model).length} characters\n%%EOF\n`);
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), fileName: `${name}.pdf` };
  },
  warm: async () => {},
  stop: async () => {},
};

/** For stories in which nobody looks into a document: the layout takes longer than all the rest. */
export const sketches = { makeRenderer: () => sketch };
