import { Blocks } from '../blocks/Blocks.tsx';
import type { OpenConversation, ShownMessage } from '../contract.ts';
import { SurfaceContext, useEntering } from '../elements/surface.ts';
import { Files } from '../files/Files.tsx';
import { usePage } from '../page.ts';
import { clockTime } from '../text/dates.ts';
import { Mrkdwn } from '../text/Mrkdwn.tsx';
import { Avatar } from '../widgets/Avatar.tsx';
import { Icon } from '../widgets/Icon.tsx';
import { MessageMenu } from './MessageMenu.tsx';

interface MessageProps {
  message: ShownMessage;
  conversation: OpenConversation;
  /** The message before is by the same author and recent: name and picture are left out. */
  follows: boolean;
  /** Inside a thread, where no thread can be opened. */
  inThread?: boolean;
}

/** One message: who, when, what, its files, and the replies to it. */
export function Message({ message, conversation, follows, inThread = false }: MessageProps) {
  const { view, person, act } = usePage();
  const time = clockTime(Number(message.ts), view.me.zone);
  const name = person(message.user)?.name ?? view.team.app;
  if (message.isSystem)
    return (
      <li className="message system">
        <p className="block-text">
          <Mrkdwn text={message.text} /> <time>{time}</time>
        </p>
      </li>
    );
  const pinned = conversation.pins.includes(message.ts);
  const classes = ['message', follows && !pinned && 'follows', message.onlyYou && 'only-you', pinned && 'pinned'];
  return (
    <li className={classes.filter(Boolean).join(' ')} data-ts={message.ts}>
      {pinned && (
        <p className="mark">
          <Icon name="pin" /> Pinned
        </p>
      )}
      {message.onlyYou && (
        <p className="mark">
          <Icon name="eye" /> Only visible to you ·{' '}
          <button type="button" className="link" onClick={() => void act({ act: 'dismiss', ts: message.ts })}>
            Dismiss
          </button>
        </p>
      )}
      <Avatar id={message.user} />
      <div className="message-body">
        <p className="by">
          <strong>{name}</strong> {message.isApp && <span className="badge">APP</span>} <time>{time}</time>
        </p>
        <Content message={message} conversation={conversation} />
        {message.edited && !message.blocks.length && <small className="edited">(edited)</small>}
        <Files of={message.files} />
        {!inThread && <Replies message={message} conversation={conversation} />}
      </div>
      {!message.onlyYou && <MessageMenu message={message} channel={conversation.id} inThread={inThread} />}
    </li>
  );
}

function Content({ message, conversation }: { message: ShownMessage; conversation: OpenConversation }) {
  const place = { channel: conversation.id, ts: message.ts };
  const { surface } = useEntering(place, message.blocks, message.values);
  if (message.blocks.length === 0)
    return message.text === '' ? null : (
      <div className="block-text">
        <Mrkdwn text={message.text} />
      </div>
    );
  return (
    <SurfaceContext value={{ ...surface, errors: {} }}>
      <Blocks blocks={message.blocks} />
    </SurfaceContext>
  );
}

function Replies({ message, conversation }: { message: ShownMessage; conversation: OpenConversation }) {
  const { go } = usePage();
  const count = conversation.messages.filter(({ threadTs }) => threadTs === message.ts).length;
  if (count === 0) return null;
  return (
    <button type="button" className="link replies" onClick={() => go({ thread: message.ts })}>
      {count === 1 ? '1 reply' : `${count} replies`}
    </button>
  );
}
