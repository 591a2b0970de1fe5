import { View } from '@react-pdf/renderer';
import { Children, cloneElement, isValidElement, type ReactElement, type ReactNode } from 'react';
import { Footer, footRoom, headHeight, RunningHead } from './header.tsx';
import { merged, type Placed } from './parts/merged.ts';
import type { Part } from './parts/styles.ts';

interface Props {
  readonly children: ReactNode;
  readonly pageNumber?: number;
  readonly totalPages?: number;
}

/**
 * What stands around the content of a page. react-pdf lays a document out twice, since only then it knows how many pages there are: the
 * first time, nothing is there but the room that the head and the foot take, and no content that has found its page already.
 */
export const pageLayout =
  (part: Part) =>
  ({ children, pageNumber = 1, totalPages }: Props) => {
    const counting = totalPages === undefined;
    return (
      <>
        {counting ? <View style={{ height: headHeight(pageNumber) }} /> : pageNumber > 1 && <RunningHead {...part} />}
        <View style={{ flexGrow: 1, flexShrink: 1, flexBasis: 0 }}>{contentOf(children, counting)}</View>
        {counting ? (
          <View style={{ height: footRoom(part.model) }} />
        ) : (
          <Footer {...part} page={pageNumber} pages={totalPages} />
        )}
      </>
    );
  };

/** The content of a page, with drawings made one; while pages are counted, only what is still to be measured. */
function contentOf(children: ReactNode, counting: boolean): ReactNode {
  const parts = Children.toArray(children).filter(isPart);
  const placed = parts.flatMap(({ props: { node } }) => (isPlaced(node) ? [node] : []));
  const [first] = parts;
  if (!first || placed.length !== parts.length) return children;
  if (counting) return null;
  return merged(placed).map((node, index) => cloneElement(first, { key: String(index), node }));
}

/** A part of the content, as react-pdf hands it to a layout. */
type PartOfContent = ReactElement<{ readonly node: unknown }>;

const isPart = (child: ReactNode): child is PartOfContent =>
  isValidElement<{ node?: unknown }>(child) && !!child.props.node;

/** Whether a part is measured. */
const isPlaced = (node: unknown): node is Placed =>
  typeof node === 'object' &&
  node !== null &&
  'box' in node &&
  typeof node.box === 'object' &&
  !!node.box &&
  'height' in node.box;
