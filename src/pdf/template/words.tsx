import { Text, View } from '@react-pdf/renderer';
import type { Style } from '@react-pdf/types';
import { familiesOf } from '../families.ts';
import { fitted } from '../fit.ts';
import { drawableIn } from '../fonts.ts';
import { apart, isRightToLeft } from '../plain-text.ts';
import { Drawn, heightOf, lineOf } from './drawn.tsx';
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

/** Text of any number of lines; a blank one becomes a small space between paragraphs. */
export function Paragraphs({ face, width, style = {}, children }: Omit<WordsProps, 'align' | 'tag'>) {
  if (!children.includes('\n'))
    return (
      <Words face={face} width={width} style={style}>
        {children}
      </Words>
    );
  const paragraphs = children.split(/\n\n+/).map((paragraph) => paragraph.split('\n'));
  return (
    <View style={{ width, ...style }}>
      {paragraphs.flatMap((lines, paragraph) =>
        lines.map((line, index) => (
          <Words
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity and never move.
            key={`${paragraph}.${index}`}
            face={face}
            width={width}
            style={paragraph > 0 && index === 0 ? { marginTop: face.size * 0.6 } : {}}
          >
            {line}
          </Words>
        )),
      )}
    </View>
  );
}

/**
 * One line of text, as long as it may be, and the only way text gets on the page: drawable characters alone, words
 * never broken but where they would leave the column. A line feed has no glyph: see Paragraphs.
 */
export function Words({ face, width, align = 'left', style = {}, children, tag }: WordsProps) {
  const line = tag ? undefined : lineOf(children, face, { width, align });
  if (line) {
    const { paddingTop = 0, paddingBottom = 0 } = style;
    const height = heightOf(face) + Number(paddingTop) + Number(paddingBottom);
    return <Drawn lines={[line]} style={{ width, height, ...style }} />;
  }
  const text = apart(fitted(drawableIn(face.weight, children), width * 0.99, face.weight, face.size));
  const turned = isRightToLeft(text);
  return (
    <Text
      style={{
        ...typeOf(face),
        ...setIn(text),
        width,
        ...(turned ? { direction: 'rtl' as const } : {}),
        textAlign: turned && align === 'left' ? 'right' : align,
        ...style,
      }}
      hyphenationCallback={whole}
      hyphenationPenalty={FORBIDDEN}
    >
      {text}
      {tag && <Text style={typeOf(tag.face)}>{` \u00A0${drawableIn(tag.face.weight, tag.text)}`}</Text>}
    </Text>
  );
}

/** The families that draw a text, as react-pdf wants them: it takes the first that has a glyph. */
const setIn = (text: string): Style => ({ fontFamily: familiesOf(text).map(({ name }) => name) });

const whole = (word: string): string[] => [word];

/** Textkit's infinity. Without it, a word of two scripts may be hyphenated where they meet. */
const FORBIDDEN = 10_000;
