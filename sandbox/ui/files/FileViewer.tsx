import type { PDFDocumentProxy } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { fileAddress } from '../api.ts';
import type { FileCard } from '../contract.ts';
import { Dialog } from '../widgets/Dialog.tsx';
import { drawPage, openPdf } from './pdf.ts';

/** A file over the whole screen: every page of a PDF, or a picture. */
export function FileViewer({ file, as, onClose }: { file: FileCard; as: string; onClose(): void }) {
  return (
    <Dialog label={file.title} className="viewer" onClose={onClose}>
      <header className="viewer-head">
        <h2>{file.title}</h2>
        <a className="button" href={fileAddress(as, file.id, true)} download={file.name}>
          Download
        </a>
        <button type="button" className="icon" aria-label="Close" onClick={onClose}>
          ×
        </button>
      </header>
      {file.kind === 'pdf' ? (
        <PdfPages address={fileAddress(as, file.id)} />
      ) : (
        <div className="pages">
          <img src={fileAddress(as, file.id)} alt={file.title} />
        </div>
      )}
    </Dialog>
  );
}

function PdfPages({ address }: { address: string }) {
  const [pdf, setPdf] = useState<PDFDocumentProxy>();
  const [failed, setFailed] = useState('');
  useEffect(() => {
    const opening = openPdf(address);
    opening.then(setPdf, (error: unknown) => setFailed(String(error)));
    return () => void opening.then((opened) => opened.loadingTask.destroy()).catch(() => {});
  }, [address]);
  if (failed)
    return (
      <p className="trouble" role="alert">
        This PDF cannot be shown here ({failed}). Download it instead.
      </p>
    );
  if (!pdf)
    return (
      <p className="empty" role="status">
        Loading …
      </p>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className="pages" tabIndex={0} aria-label="Pages">
      {Array.from({ length: pdf.numPages }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages are known by their number.
        <PdfPage key={at} pdf={pdf} page={at + 1} />
      ))}
    </section>
  );
}

function PdfPage({ pdf, page }: { pdf: PDFDocumentProxy; page: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    if (canvas.current)
      drawPage(pdf, page, canvas.current, canvas.current.clientWidth || 800).then(
        () => setDrawn(true),
        () => {},
      );
  }, [pdf, page]);
  return <canvas ref={canvas} data-drawn={drawn} role="img" aria-label={`Page ${page} of ${pdf.numPages}`} />;
}
