import { useEffect, useRef, useState } from 'react';
import { fileAddress } from '../api.ts';
import type { FileCard } from '../contract.ts';
import { usePage } from '../page.ts';
import { drawPage, openPdf } from './pdf.ts';

const WIDTH = 360;
const pictures = new Map<string, string>();

/** The first page of a PDF, drawn when it comes into sight. */
export function PdfThumbnail({ file }: { file: FileCard }) {
  const { view } = usePage();
  const spot = useRef<HTMLSpanElement>(null);
  const [picture, setPicture] = useState(pictures.get(file.id));
  const [failed, setFailed] = useState(false);
  const as = view.me.key;
  useEffect(() => {
    if (picture !== undefined || spot.current === null) return;
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      firstPage(as, file.id).then(setPicture, () => setFailed(true));
    });
    watch.observe(spot.current);
    return () => watch.disconnect();
  }, [as, file.id, picture]);
  if (picture !== undefined) return <img src={picture} alt="" />;
  return (
    <span ref={spot} className="pdf-waiting">
      {failed ? 'No preview' : 'PDF'}
    </span>
  );
}

async function firstPage(as: string, id: string): Promise<string> {
  const pdf = await openPdf(fileAddress(as, id));
  const canvas = document.createElement('canvas');
  await drawPage(pdf, 1, canvas, WIDTH);
  const picture = canvas.toDataURL('image/png');
  pictures.set(id, picture);
  await pdf.loadingTask.destroy();
  return picture;
}
