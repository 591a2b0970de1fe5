import { Text } from '@react-pdf/renderer';
import type { Style } from '@react-pdf/types';
import { drawableIn, fitWord } from '../fonts.ts';
import { type Face, typeOf } from './styles.ts';

interface WordsProps {
  readonly face: Face;
  /** The width it is set in, points: a word wider than this is cut, any other stays whole. */
  readonly width: number;
  readonly align?: 'left' | 'right';
  readonly style?: Style;
  readonly children: string;
  /** A short tag behind the text, on the same line where it fits. */
  readonly tag?: { readonly face: Face; readonly text: string } | undefined;
}

/** The only way text gets on the page: drawable characters, words never broken but where they would leave the column. */
export function Words({ face, width, align = 'left', style = {}, children, tag }: WordsProps) {
  const text = drawableIn(face.weight, children);
  return (
    <Text style={{ ...typeOf(face), width, textAlign: align, ...style }} hyphenationCallback={fitting(face, width)}>
      {text}
      {tag && <Text style={typeOf(tag.face)}>{`  ${drawableIn(tag.face.weight, tag.text)}`}</Text>}
    </Text>
  );
}

/** Pieces are parted by a space, at which the line breaks: react-pdf would put a hyphen that nobody typed. */
const fitting =
  ({ weight, size }: Face, width: number) =>
  (word: string): string[] =>
    word.trim() === ''
      ? [word]
      : fitWord(word, width * 0.99, weight, size).flatMap((piece, index) => (index === 0 ? [piece] : [' ', piece]));
