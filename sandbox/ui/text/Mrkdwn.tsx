import { Fragment, type ReactNode } from 'react';
import type { Json } from '../contract.ts';
import { obj, str } from '../json.ts';
import { usePage } from '../page.ts';
import { slackDate } from './dates.ts';
import { emojiOf, withEmoji } from './emoji.ts';
import { Link } from './Link.tsx';
import { type Node, parseMrkdwn } from './mrkdwn.ts';

/** A text object of Block Kit, plain or mrkdwn. */
export function TextObject({ of }: { of: unknown }) {
  const text: Json = obj(of);
  if (text.type === 'mrkdwn') return <Mrkdwn text={str(text.text)} verbatim={text.verbatim === true} />;
  return <>{text.emoji === false ? str(text.text) : withEmoji(str(text.text))}</>;
}

/** Slack's mrkdwn. */
export function Mrkdwn({ text, verbatim = false }: { text: string; verbatim?: boolean }) {
  return <Nodes of={parseMrkdwn(text, verbatim)} />;
}

function Nodes({ of }: { of: Node[] }) {
  return of.map((node, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name.
    <Fragment key={at}>
      <One node={node} />
    </Fragment>
  ));
}

function One({ node }: { node: Node }): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'bold':
      return (
        <strong>
          <Nodes of={node.children} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <Nodes of={node.children} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <Nodes of={node.children} />
        </s>
      );
    case 'quote':
      return (
        <blockquote>
          <Nodes of={node.children} />
        </blockquote>
      );
    case 'code':
      return <code>{node.text}</code>;
    case 'pre':
      return <pre>{node.text}</pre>;
    case 'link':
      return (
        <Link url={node.url}>
          <Nodes of={node.children} />
        </Link>
      );
    case 'user':
      return <Mention id={node.id} />;
    case 'channel':
      return <ChannelLink id={node.id} />;
    case 'broadcast':
      return <span className="mention mention-me">@{node.id}</span>;
    case 'date':
      return <DateText {...node} />;
    case 'emoji':
      return <Emoji name={node.name} />;
  }
}

/** A person's name; one's own stands out. */
export function Mention({ id }: { id: string }) {
  const { person, view } = usePage();
  return <span className={id === view.me.id ? 'mention mention-me' : 'mention'}>@{person(id)?.name ?? id}</span>;
}

/** A link to a channel, or words where the person may not see it. */
export function ChannelLink({ id }: { id: string }) {
  const { view, go } = usePage();
  const name = view.channelNames[id];
  if (name === undefined) return <span className="mention">🔒 private channel</span>;
  return (
    <button type="button" className="mention link" onClick={() => go({ at: id })}>
      #{name}
    </button>
  );
}

function DateText({ seconds, format, fallback }: { seconds: number; format: string; fallback: string }) {
  const { view } = usePage();
  return (
    <time dateTime={new Date(seconds * 1000).toISOString()} title={fallback}>
      {slackDate(seconds, format, view.me)}
    </time>
  );
}

/** An emoji by its name. */
export function Emoji({ name }: { name: string }) {
  const found = emojiOf(name);
  return found === undefined ? (
    `:${name}:`
  ) : (
    <span role="img" aria-label={name.replaceAll('_', ' ')}>
      {found}
    </span>
  );
}
