import { useRef, useState } from 'react';
import type { ShownMessage } from '../contract.ts';
import { usePage } from '../page.ts';
import { useDismiss } from '../widgets/dismiss.ts';
import { Icon } from '../widgets/Icon.tsx';

/** What can be done with a message: reply, and the app's message shortcuts. */
export function MessageMenu({
  message,
  channel,
  inThread,
}: {
  message: ShownMessage;
  channel: string;
  inThread: boolean;
}) {
  const { view, act, go } = usePage();
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useDismiss(box, open, () => setOpen(false));
  const shortcuts = view.shortcuts.filter(({ type }) => type === 'message');
  const choose = (what: () => void) => {
    setOpen(false);
    what();
  };
  return (
    <div ref={box} className={open ? 'message-menu open' : 'message-menu'}>
      {!inThread && (
        <button
          type="button"
          className="icon wide"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() => go({ thread: message.threadTs ?? message.ts })}
        >
          <Icon name="chat" />
        </button>
      )}
      <button
        type="button"
        className="icon"
        aria-label="More actions for this message"
        aria-haspopup="menu"
        aria-expanded={open}
        title="More actions"
        onClick={() => setOpen(!open)}
      >
        <Icon name="dots" />
      </button>
      {open && (
        <div className="popup" role="menu" aria-label="Message">
          {!inThread && (
            <button
              type="button"
              role="menuitem"
              onClick={() => choose(() => go({ thread: message.threadTs ?? message.ts }))}
            >
              Reply in thread
            </button>
          )}
          {shortcuts.map(({ name }) => (
            <button
              key={name}
              type="button"
              role="menuitem"
              onClick={() => choose(() => void act({ act: 'messageShortcut', name, channel, ts: message.ts }))}
            >
              {name} <small>{view.team.app}</small>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
