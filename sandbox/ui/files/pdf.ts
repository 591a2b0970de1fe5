import type * as Pdfjs from 'pdfjs-dist';

let library: Promise<typeof Pdfjs> | undefined;

/** The PDF viewer, which is loaded when the first PDF is looked at. */
function pdfjs(): Promise<typeof Pdfjs> {
  const load = async (): Promise<typeof Pdfjs> => {
    const address = '/page/assets/pdf/pdf.min.mjs';
    const loaded: typeof Pdfjs = await import(/* @vite-ignore */ address);
    loaded.GlobalWorkerOptions.workerSrc = '/page/assets/pdf/pdf.worker.min.mjs';
    return loaded;
  };
  library ??= load();
  return library;
}

/** Opens a PDF by its address. */
export async function openPdf(address: string): Promise<Pdfjs.PDFDocumentProxy> {
  const { getDocument } = await pdfjs();
  return getDocument({ url: address, isEvalSupported: false, useWasm: false }).promise;
}

/** Draws a page onto a canvas, so many CSS pixels wide. */
export async function drawPage(
  pdf: Pdfjs.PDFDocumentProxy,
  page: number,
  canvas: HTMLCanvasElement,
  width: number,
): Promise<void> {
  const found = await pdf.getPage(page);
  const scale = (width * Math.min(devicePixelRatio, 2)) / found.getViewport({ scale: 1 }).width;
  const viewport = found.getViewport({ scale });
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await found.render({ canvas, viewport }).promise;
}
