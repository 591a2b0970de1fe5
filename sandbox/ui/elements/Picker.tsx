import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useDismiss } from '../widgets/dismiss.ts';

export interface Pick {
  id: string;
  text: string;
  note?: string;
}

interface PickerProps {
  attributes: object;
  label: string;
  placeholder: string;
  many: boolean;
  most: number;
  picked: Pick[];
  find(words: string): Promise<Pick[]>;
  onPick(ids: string[]): void;
}

/** A search field with a list under it: type, walk with the arrow keys, take with Enter. */
export function Picker({ attributes, label, placeholder, many, most, picked, find, onPick }: PickerProps) {
  const list = useId();
  const [words, setWords] = useState('');
  const [open, setOpen] = useState(false);
  const [found, setFound] = useState<Pick[]>([]);
  const [at, setAt] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useDismiss(box, open, () => setOpen(false));
  const look = useRef(find);
  look.current = find;
  useEffect(() => {
    if (!open) return;
    let stale = false;
    const search = () =>
      void look.current(words).then((picks) => {
        if (stale) return;
        setFound(picks);
        setAt(0);
      });
    const timer = setTimeout(search, words === '' ? 0 : 120);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [open, words]);

  const ids = picked.map(({ id }) => id);
  const offered = found.filter(({ id }) => !many || !ids.includes(id));
  const take = (pick: Pick | undefined) => {
    if (pick === undefined || (many && ids.length >= most)) return;
    onPick(many ? [...ids, pick.id] : [pick.id]);
    setWords('');
    if (!many) setOpen(false);
    input.current?.focus();
  };
  const drop = (id: string) => onPick(ids.filter((one) => one !== id));
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => (open ? setAt(Math.min(at + 1, offered.length - 1)) : setOpen(true)),
      ArrowUp: () => setAt(Math.max(at - 1, 0)),
      Enter: () => (open ? take(offered[at]) : setOpen(true)),
      Backspace: () => many && ids.length > 0 && drop(ids.at(-1) ?? ''),
    };
    const move = moves[event.key];
    if (move === undefined || (event.key === 'Backspace' && words !== '')) return;
    if (event.key !== 'Backspace') event.preventDefault();
    move();
  };
  const single = many ? undefined : picked[0];
  return (
    <div className="picker" ref={box}>
      {many && picked.length > 0 && (
        <ul className="chips" aria-label={`${label}: chosen`}>
          {picked.map(({ id, text }) => (
            <li key={id}>
              {text}
              <button type="button" aria-label={`Remove ${text}`} onClick={() => drop(id)}>
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="picker-line">
        <input
          {...attributes}
          ref={input}
          type="text"
          role="combobox"
          autoComplete="off"
          aria-expanded={open}
          aria-controls={list}
          aria-activedescendant={open && offered[at] ? `${list}${at}` : undefined}
          placeholder={single ? single.text : placeholder}
          className={single && words === '' ? 'has-value' : ''}
          value={open ? words : words || (single?.text ?? '')}
          onChange={({ target }) => {
            setWords(target.value);
            setOpen(true);
          }}
          onFocus={() => setOpen(true)}
          onClick={() => setOpen(true)}
          onKeyDown={onKeyDown}
        />
        {single && (
          <button type="button" className="clear" aria-label={`Clear ${label}`} onClick={() => onPick([])}>
            ×
          </button>
        )}
      </div>
      <div id={list} role="listbox" aria-label={label} className="listbox" hidden={!open}>
        {offered.map((pick, n) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search field, which names the active option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled in the search field.
          <div
            key={pick.id}
            id={`${list}${n}`}
            role="option"
            aria-selected={n === at}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(pick)}
          >
            {pick.text} {pick.note && <small>{pick.note}</small>}
          </div>
        ))}
        {offered.length === 0 && <p>{words === '' ? 'Type to search' : 'Nothing found'}</p>}
      </div>
    </div>
  );
}
