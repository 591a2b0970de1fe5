import type { OpenConversation } from '../contract.ts';
import { usePage } from '../page.ts';
import { Composer } from './Composer.tsx';
import { Message } from './Message.tsx';

/** A message with its replies, beside the conversation. */
export function Thread({ conversation, ts }: { conversation: OpenConversation; ts: string }) {
  const { go } = usePage();
  const messages = conversation.messages.filter((message) => message.ts === ts || message.threadTs === ts);
  return (
    <aside className="side thread" aria-label="Thread">
      <header className="side-head">
        <h2>Thread</h2>
        <button type="button" className="icon" aria-label="Close the thread" onClick={() => go({ thread: '' })}>
          ×
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
      <div className="messages scroll" role="log" aria-label="Replies" tabIndex={0}>
        <ol>
          {messages.map((message) => (
            <Message key={message.ts} message={message} conversation={conversation} follows={false} inThread />
          ))}
        </ol>
      </div>
      <Composer conversation={conversation} thread={ts} />
    </aside>
  );
}
