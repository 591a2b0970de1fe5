import type { ReactNode } from 'react';
import type { Json } from '../contract.ts';
import { num, obj, objs, str } from '../json.ts';
import { usePage } from '../page.ts';
import { slackDate } from '../text/dates.ts';
import { Link } from '../text/Link.tsx';
import { ChannelLink, Emoji, Mention } from '../text/Mrkdwn.tsx';

/** A rich_text block. */
export function RichText({ block }: { block: Json }) {
  return (
    <div className="rich-text block-text">
      <Parts of={block} />
    </div>
  );
}

function Parts({ of }: { of: Json }) {
  return objs(of.elements).map((element, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name.
    <Part key={at} of={element} />
  ));
}

function Part({ of }: { of: Json }): ReactNode {
  switch (of.type) {
    case 'rich_text_section':
      return (
        <div>
          <Parts of={of} />
        </div>
      );
    case 'rich_text_preformatted':
      return (
        <pre>
          <Parts of={of} />
        </pre>
      );
    case 'rich_text_quote':
      return (
        <blockquote>
          <Parts of={of} />
        </blockquote>
      );
    case 'rich_text_list':
      return <List of={of} />;
    case 'user':
      return <Mention id={str(of.user_id)} />;
    case 'channel':
      return <ChannelLink id={str(of.channel_id)} />;
    case 'emoji':
      return <Emoji name={str(of.name)} />;
    case 'broadcast':
      return <span className="mention mention-me">@{str(of.range)}</span>;
    case 'date':
      return <DatePart of={of} />;
    case 'link':
      return <Link url={str(of.url)}>{str(of.text) || str(of.url)}</Link>;
    default:
      return <Styled of={of} />;
  }
}

function List({ of }: { of: Json }) {
  const items = objs(of.elements).map((item, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: list items have no other name.
    <li key={at}>
      <Parts of={item} />
    </li>
  ));
  const depth = { marginInlineStart: `${(num(of.indent) ?? 0) * 1.5}em` };
  return of.style === 'ordered' ? <ol style={depth}>{items}</ol> : <ul style={depth}>{items}</ul>;
}

function Styled({ of }: { of: Json }) {
  const style = obj(of.style);
  let shown: ReactNode = str(of.text);
  if (style.code) shown = <code>{shown}</code>;
  if (style.bold) shown = <strong>{shown}</strong>;
  if (style.italic) shown = <em>{shown}</em>;
  if (style.strike) shown = <s>{shown}</s>;
  return shown;
}

function DatePart({ of }: { of: Json }) {
  const { view } = usePage();
  return slackDate(num(of.timestamp) ?? 0, str(of.format), view.me) || str(of.fallback);
}
