import { useEffect, useRef } from 'react';
import type { OpenConversation } from '../contract.ts';
import { usePage } from '../page.ts';
import { dayName } from '../text/dates.ts';
import { ChannelHeader } from './ChannelHeader.tsx';
import { Composer } from './Composer.tsx';
import { Message } from './Message.tsx';

const SAME_BREATH_S = 300;
const NEAR_PX = 160;

/** A conversation: its head, its messages, and where one writes. */
export function Conversation({ conversation }: { conversation: OpenConversation }) {
  return (
    <section
      className="conversation"
      aria-label={conversation.kind === 'app' ? conversation.name : `#${conversation.name}`}
    >
      {conversation.kind !== 'app' && <ChannelHeader conversation={conversation} />}
      <Messages conversation={conversation} />
      <Composer key={conversation.id} conversation={conversation} />
    </section>
  );
}

function Messages({ conversation }: { conversation: OpenConversation }) {
  const { view, act, route } = usePage();
  const list = useRef<HTMLDivElement>(null);
  const messages = conversation.messages.filter(({ threadTs, ts }) => threadTs === undefined || threadTs === ts);
  const last = conversation.messages.at(-1)?.ts;
  const seen = useRef('');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message scrolls into sight, unless one reads further up.
  useEffect(() => {
    const box = list.current;
    if (!box) return;
    const near =
      box.scrollHeight - box.scrollTop - box.clientHeight <
      NEAR_PX + (box.lastElementChild?.lastElementChild?.clientHeight ?? 0);
    if (seen.current !== conversation.id || near) box.scrollTop = box.scrollHeight;
    seen.current = conversation.id;
  }, [conversation.id, last]);
  useEffect(() => {
    if (route.message)
      list.current?.querySelector(`[data-ts="${CSS.escape(route.message)}"]`)?.scrollIntoView({ block: 'center' });
  }, [route.message]);
  useEffect(() => {
    if (conversation.unread > 0 && document.visibilityState === 'visible')
      void act({ act: 'read', channel: conversation.id });
  }, [conversation.unread, conversation.id, act]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <div className="messages scroll" ref={list} role="log" aria-label="Messages" tabIndex={0}>
      {messages.length === 0 && <p className="empty">Nothing has been written here yet.</p>}
      <ol>
        {messages.map((message, at) => {
          const before = messages[at - 1];
          const day = dayName(Number(message.ts), view.me.zone);
          const newDay = before === undefined || dayName(Number(before.ts), view.me.zone) !== day;
          const follows =
            !newDay &&
            before.user === message.user &&
            !before.isSystem &&
            before.onlyYou === message.onlyYou &&
            Number(message.ts) - Number(before.ts) < SAME_BREATH_S;
          return [
            newDay && (
              <li key={`day ${message.ts}`} className="day">
                <span>{day}</span>
              </li>
            ),
            <Message key={message.ts} message={message} conversation={conversation} follows={follows} />,
          ];
        })}
      </ol>
    </div>
  );
}
