import { fileAddress } from '../api.ts';
import type { FileCard } from '../contract.ts';
import { usePage } from '../page.ts';
import { Icon } from '../widgets/Icon.tsx';
import { PdfThumbnail } from './PdfThumbnail.tsx';

/** The files that hang on a message. */
export function Files({ of }: { of: FileCard[] }) {
  if (of.length === 0) return null;
  return (
    <div className="files">
      {of.map((file) => (
        <FileView key={file.id} file={file} />
      ))}
    </div>
  );
}

function FileView({ file }: { file: FileCard }) {
  const { view, showFile } = usePage();
  const download = fileAddress(view.me.key, file.id, true);
  const name = (
    <span className="file-line">
      <span className="file-kind" aria-hidden="true">
        {file.kind === 'pdf' ? 'PDF' : <Icon name={file.kind === 'image' ? 'picture' : 'clip'} />}
      </span>
      <span className="file-name">
        <strong>{file.title}</strong>
        <small>{size(file.size)}</small>
      </span>
    </span>
  );
  return (
    <div className={`file ${file.kind}`}>
      {file.kind === 'other' ? (
        name
      ) : (
        <button type="button" onClick={() => showFile(file)}>
          <span className="preview" aria-hidden="true">
            {file.kind === 'image' ? (
              <img src={fileAddress(view.me.key, file.id)} alt="" loading="lazy" />
            ) : (
              <PdfThumbnail file={file} />
            )}
          </span>
          <span className="sr">Look at </span>
          {name}
        </button>
      )}
      <a className="icon" href={download} download={file.name} aria-label={`Download ${file.title}`} title="Download">
        <Icon name="download" />
      </a>
    </div>
  );
}

const size = (bytes: number) =>
  bytes < 1024
    ? `${bytes} B`
    : bytes < 1024 ** 2
      ? `${Math.round(bytes / 1024)} kB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MB`;
