import { useState } from 'react';
import type { OpenConversation } from '../contract.ts';
import { usePage } from '../page.ts';
import { emojiOf } from '../text/emoji.ts';
import { Link } from '../text/Link.tsx';
import { Mrkdwn } from '../text/Mrkdwn.tsx';
import { Avatar } from '../widgets/Avatar.tsx';
import { Icon } from '../widgets/Icon.tsx';

/** Name, topic, members, pinned messages and bookmarks of a channel. */
export function ChannelHeader({ conversation }: { conversation: OpenConversation }) {
  const { person } = usePage();
  const [showing, setShowing] = useState(false);
  const { members, pins } = conversation;
  return (
    <header className="channel-head">
      <div className="channel-line">
        <h1>
          <Icon name={conversation.kind === 'private' ? 'lock' : 'hash'} />
          {conversation.name}
        </h1>
        <button type="button" className="members" aria-expanded={showing} onClick={() => setShowing(!showing)}>
          {members.slice(0, 3).map((id) => (
            <Avatar key={id} id={id} />
          ))}
          <span>
            {members.length}
            <span className="sr"> members</span>
          </span>
        </button>
      </div>
      {conversation.topic && (
        <p className="topic">
          <Mrkdwn text={conversation.topic} />
        </p>
      )}
      {showing && (
        <ul className="member-list" aria-label="Members">
          {members.map((id) => (
            <li key={id}>
              <Avatar id={id} /> {person(id)?.name}{' '}
              <small>{person(id)?.kind === 'guest' ? 'guest' : person(id)?.title}</small>
            </li>
          ))}
        </ul>
      )}
      {(pins.length > 0 || conversation.bookmarks.length > 0) && (
        <nav className="bookmarks" aria-label="Pinned messages and bookmarks">
          {pins.map((ts) => (
            <Pin key={ts} ts={ts} />
          ))}
          {conversation.bookmarks.map((bookmark) => (
            <Bookmark key={bookmark.id} of={bookmark} />
          ))}
        </nav>
      )}
      {conversation.archived && (
        <p className="archived" role="note">
          <Icon name="archive" /> This channel is archived
        </p>
      )}
    </header>
  );
}

function Pin({ ts }: { ts: string }) {
  const show = () => {
    const message = document.querySelector(`[data-ts="${ts}"]`);
    message?.scrollIntoView({ block: 'start' });
    message?.classList.add('shown');
    setTimeout(() => message?.classList.remove('shown'), 1500);
  };
  return (
    <button type="button" className="link" onClick={show}>
      <Icon name="pin" /> Pinned card
    </button>
  );
}

function Bookmark({ of }: { of: OpenConversation['bookmarks'][number] }) {
  const { showFile } = usePage();
  const label = (
    <>
      {emojiOf(of.emoji.replaceAll(':', '')) ?? <Icon name="bookmark" />} {of.title}
    </>
  );
  const { file } = of;
  if (file)
    return (
      <button type="button" className="link" onClick={() => showFile(file)}>
        {label}
      </button>
    );
  return <Link url={of.link}>{label}</Link>;
}
