import type { OpenConversation } from '../contract.ts';
import { Conversation } from '../conversation/Conversation.tsx';
import { usePage } from '../page.ts';
import { Avatar } from '../widgets/Avatar.tsx';
import { Home } from './Home.tsx';

/** The app's own place: its Home, and its direct messages. */
export function AppTabs({ at, open }: { at: string; open: OpenConversation | undefined }) {
  const { view, go } = usePage();
  const row = view.conversations.find(({ kind }) => kind === 'app');
  const bot = view.people.find(({ kind, name }) => kind === 'bot' && name === view.team.app);
  return (
    <div className="app-place">
      <header className="channel-head">
        <div className="channel-line">
          <Avatar id={bot?.id ?? ''} />
          <h1>{view.team.app}</h1>
        </div>
        <nav className="tabs" aria-label={view.team.app}>
          <button type="button" aria-current={at === 'home' ? 'page' : undefined} onClick={() => go({ at: 'home' })}>
            Home
          </button>
          <button
            type="button"
            aria-current={at !== 'home' ? 'page' : undefined}
            onClick={() => go({ at: row?.id ?? '' })}
          >
            Messages {row && row.unread > 0 && <span className="count">{row.unread}</span>}
          </button>
        </nav>
      </header>
      {at === 'home' ? <Home /> : open && <Conversation conversation={open} />}
    </div>
  );
}
