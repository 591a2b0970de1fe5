import type { ReactNode } from 'react';
import type { Json } from '../contract.ts';
import { Element } from '../elements/Element.tsx';
import { obj, objs, str, textOf } from '../json.ts';
import { withEmoji } from '../text/emoji.ts';
import { Mrkdwn, TextObject } from '../text/Mrkdwn.tsx';
import { InputBlock } from './InputBlock.tsx';
import { RichText } from './RichText.tsx';
import { Table } from './Table.tsx';

type Draw = (props: { block: Json }) => ReactNode;

/** How each kind of block is drawn. */
const KINDS: Record<string, Draw> = {
  section: Section,
  header: ({ block }) => <h3 className="block-header">{withEmoji(textOf(block.text))}</h3>,
  divider: () => <hr />,
  context: Context,
  actions: ({ block }) => (
    <div className="block-actions">
      {objs(block.elements).map((element) => (
        <Element key={str(element.action_id)} block={block} element={element} />
      ))}
    </div>
  ),
  image: ({ block }) => (
    <figure className="block-image">
      {block.title ? <figcaption>{textOf(block.title)}</figcaption> : null}
      <img src={str(block.image_url)} alt={str(block.alt_text)} />
    </figure>
  ),
  input: InputBlock,
  rich_text: RichText,
  table: Table,
  data_table: Table,
  markdown: ({ block }) => (
    <div className="block-text">
      <Mrkdwn text={str(block.text).replaceAll('**', '*')} />
    </div>
  ),
  alert: ({ block }) => (
    <div className={`block-alert ${str(block.level)}`} role="note">
      <TextObject of={block.text} />
    </div>
  ),
};

/** Blocks in their order; a kind that is not known here is named, never left out. */
export function Blocks({ blocks }: { blocks: Json[] }) {
  return (
    <div className="blocks">
      {blocks.map((block) => {
        const Kind = KINDS[str(block.type)] ?? Unknown;
        return <Kind key={str(block.block_id)} block={block} />;
      })}
    </div>
  );
}

function Unknown({ block }: { block: Json }) {
  return <p className="unknown">This page cannot draw a block of the type “{str(block.type)}”.</p>;
}

function Section({ block }: { block: Json }) {
  const accessory = obj(block.accessory);
  const fields = objs(block.fields);
  return (
    <div className="block-section">
      <div className="block-body">
        {block.text ? (
          <div className="block-text">
            <TextObject of={block.text} />
          </div>
        ) : null}
        {fields.length > 0 && (
          <div className="block-fields">
            {fields.map((field, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: fields have no other name.
              <div key={at} className="block-text">
                <TextObject of={field} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory.type !== undefined && (
        <div className="block-accessory">
          <Element block={block} element={accessory} />
        </div>
      )}
    </div>
  );
}

function Context({ block }: { block: Json }) {
  return (
    <div className="block-context">
      {objs(block.elements).map((element, at) =>
        element.type === 'image' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: context elements have no other name.
          <img key={at} src={str(element.image_url)} alt={str(element.alt_text)} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: context elements have no other name.
          <span key={at} className="block-text">
            <TextObject of={element} />
          </span>
        ),
      )}
    </div>
  );
}
