import type { PageView } from '../contract.ts';
import { Icon } from '../widgets/Icon.tsx';

interface CommandListProps {
  offered: PageView['commands'];
  /** Which one the arrow keys are at. */
  at: number;
  onChoose(command: string): void;
}

/** The slash commands that begin with what is typed. */
export function CommandList({ offered, at, onChoose }: CommandListProps) {
  if (offered.length === 0) return null;
  return (
    <ul className="popup commands" aria-label="Commands">
      {offered.map(({ command, description, hint }, n) => (
        <li key={command}>
          <button type="button" className={n === at ? 'at' : ''} onClick={() => onChoose(command)}>
            <strong>{command}</strong> <code>{hint}</code>
            <small>{description}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The files that go with the next message. */
export function FilesToSend({ files, onChange }: { files: File[]; onChange(files: File[]): void }) {
  if (files.length === 0) return null;
  return (
    <ul className="chips" aria-label="Files to send">
      {files.map((file) => (
        <li key={file.name}>
          <Icon name="clip" /> {file.name}
          <button
            type="button"
            aria-label={`Remove ${file.name}`}
            onClick={() => onChange(files.filter((one) => one !== file))}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}
