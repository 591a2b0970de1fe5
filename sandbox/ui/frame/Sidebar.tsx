import { useState } from 'react';
import type { ConversationRow } from '../contract.ts';
import { usePage } from '../page.ts';
import { Avatar } from '../widgets/Avatar.tsx';
import { Icon } from '../widgets/Icon.tsx';
import { Language } from './Language.tsx';
import { NewChannel } from './NewChannel.tsx';
import { People } from './People.tsx';

/** The left side: whose tab this is, and every conversation that person sees. */
export function Sidebar() {
  const { view } = usePage();
  const [creating, setCreating] = useState(false);
  const channels = view.conversations.filter(({ kind, archived }) => kind !== 'app' && !archived);
  const closed = view.conversations.filter(({ kind, archived }) => kind !== 'app' && archived);
  const app = view.conversations.find(({ kind }) => kind === 'app');
  return (
    <>
      <div className="sidebar scroll">
        <People />
        <Language />
        {view.status && (
          <p className="status" role="status">
            {view.status}
          </p>
        )}
        <nav aria-label="Conversations">
          <h2>Apps</h2>
          <ul>{app && <AppRow row={app} />}</ul>
          <div className="head">
            <h2>Channels</h2>
            {view.me.kind !== 'guest' && (
              <button
                type="button"
                className="icon"
                aria-label="Create a channel"
                title="Create a channel"
                onClick={() => setCreating(true)}
              >
                <Icon name="plus" />
              </button>
            )}
          </div>
          <ul>
            {channels.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
          {closed.length > 0 && (
            <>
              <h2>Archived</h2>
              <ul>
                {closed.map((row) => (
                  <Row key={row.id} row={row} />
                ))}
              </ul>
            </>
          )}
        </nav>
      </div>
      {creating && <NewChannel onClose={() => setCreating(false)} />}
    </>
  );
}

function AppRow({ row }: { row: ConversationRow }) {
  const { view, route, go } = usePage();
  const here = route.at === 'home' || route.at === row.id;
  const bot = view.people.find(({ kind, name }) => kind === 'bot' && name === view.team.app);
  return (
    <li>
      <button
        type="button"
        className={rowClass(row, here)}
        aria-current={here ? 'page' : undefined}
        onClick={() => go({ at: row.unread > 0 ? row.id : 'home' })}
      >
        <Avatar id={bot?.id ?? ''} />
        <span className="name">{row.name}</span>
        <Count row={row} />
      </button>
    </li>
  );
}

function Row({ row }: { row: ConversationRow }) {
  const { route, go } = usePage();
  const here = route.at === row.id;
  return (
    <li>
      <button
        type="button"
        className={rowClass(row, here)}
        aria-current={here ? 'page' : undefined}
        onClick={() => go({ at: row.id })}
        title={row.name}
      >
        <span className="sign" aria-hidden="true">
          <Icon name={row.archived ? 'archive' : row.kind === 'private' ? 'lock' : 'hash'} />
        </span>
        <span className="name">{row.name}</span>
        <Count row={row} />
      </button>
    </li>
  );
}

function Count({ row }: { row: ConversationRow }) {
  if (row.mentions > 0)
    return (
      <span className="count">
        {row.mentions}
        <span className="sr"> unread for you</span>
      </span>
    );
  return row.unread > 0 ? <span className="sr">unread</span> : null;
}

const rowClass = (row: ConversationRow, here: boolean) =>
  ['row', here && 'here', row.unread > 0 && 'unread'].filter(Boolean).join(' ');
