import { useEffect, useRef, useState } from 'react';
import type { TrafficLine } from '../contract.ts';
import { usePage } from '../page.ts';
import { Faults } from './Faults.tsx';

interface InspectorProps {
  lines: TrafficLine[];
  onOpen(): void;
  onClose(): void;
}

const KINDS: Record<TrafficLine['kind'], string> = {
  envelope: 'Slack → app',
  ack: 'app: ack',
  call: 'app → Slack',
  note: 'note',
};

/** What goes between Slack and the app, and the switches that make it go wrong. */
export function Inspector({ lines, onOpen, onClose }: InspectorProps) {
  const { view } = usePage();
  const [only, setOnly] = useState<TrafficLine['kind'] | ''>('');
  const list = useRef<HTMLOListElement>(null);
  useEffect(onOpen, [onOpen]);
  const last = lines.at(-1)?.n;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the newest line is kept in sight.
  useEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [last, only]);
  return (
    <aside className="side inspector" aria-label="Inspector">
      <header className="side-head">
        <h2>Inspector</h2>
        <button type="button" className="icon" aria-label="Close the inspector" onClick={onClose}>
          ×
        </button>
      </header>
      <Faults />
      <p className={view.complaints.length > 0 ? 'complaints bad' : 'complaints'} role="status">
        {view.complaints.length === 0
          ? 'The sandbox has no complaint about the app'
          : `${view.complaints.length} complaints about the app`}
      </p>
      {view.complaints.length > 0 && (
        <ul className="complaint-list">
          {view.complaints.slice(-5).map(({ kind, text, at }) => (
            <li key={`${at} ${text}`}>
              <code>{kind}</code> {text}
            </li>
          ))}
        </ul>
      )}
      <label className="filter">
        Show{' '}
        <select
          value={only}
          onChange={({ target }) => setOnly(KIND_VALUES.find((kind) => kind === target.value) ?? '')}
        >
          <option value="">everything</option>
          {KIND_VALUES.map((kind) => (
            <option key={kind} value={kind}>
              {KINDS[kind]}
            </option>
          ))}
        </select>
      </label>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <ol className="traffic scroll" ref={list} tabIndex={0} aria-label="Traffic">
        {lines
          .filter(({ kind }) => only === '' || kind === only)
          .map((line) => (
            <Line key={line.n} line={line} />
          ))}
      </ol>
    </aside>
  );
}

const KIND_VALUES = ['envelope', 'ack', 'call', 'note'] as const;

function Line({ line }: { line: TrafficLine }) {
  const [open, setOpen] = useState(false);
  const time = new Date(line.at).toLocaleTimeString('en-GB');
  return (
    <li className={line.bad ? `line bad ${line.kind}` : `line ${line.kind}`}>
      <button type="button" aria-expanded={open} disabled={line.body === undefined} onClick={() => setOpen(!open)}>
        <time>{time}</time> <span className="direction">{KINDS[line.kind]}</span>
        <strong>{line.title}</strong> <span className="detail">{line.detail}</span>
        {line.by !== undefined && <span className="by"> · {line.by}</span>}
      </button>
      {open && <pre>{JSON.stringify(line.body, null, 2)}</pre>}
    </li>
  );
}
