import { useRef, useState } from 'react';
import { usePage } from '../page.ts';
import { useDismiss } from '../widgets/dismiss.ts';
import { Icon } from '../widgets/Icon.tsx';

/** The app's global shortcuts, behind a plus. */
export function ShortcutMenu() {
  const { view, act } = usePage();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useDismiss(box, open, () => setOpen(false));
  return (
    <div ref={box} className="shortcuts">
      <button
        type="button"
        className="icon"
        aria-label="Shortcuts"
        title="Shortcuts"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="plus" />
      </button>
      {open && (
        <div className="popup up" role="menu" aria-label="Shortcuts">
          {view.shortcuts
            .filter(({ type }) => type === 'global')
            .map(({ name }) => (
              <button
                key={name}
                type="button"
                role="menuitem"
                onClick={() => {
                  setOpen(false);
                  void act({ act: 'shortcut', name });
                }}
              >
                <Icon name="bolt" /> {name} <small>{view.team.app}</small>
              </button>
            ))}
        </div>
      )}
    </div>
  );
}
