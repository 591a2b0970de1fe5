import { Text, View } from '@react-pdf/renderer';
import type { Style } from '@react-pdf/types';
import { fitted } from '../../fit.ts';
import { BASE, isPrintable, runsOf } from '../../fonts/families.ts';
import { textWidth } from '../../fonts/fonts.ts';
import { drawable, isRightToLeft } from '../../fonts/plain-text.ts';
import { bound, isolated } from '../../numbers-in-text.ts';
import { Drawn, heightOf, lineOf, together } from './drawn.tsx';
import { type Face, typeOf } from './styles.ts';

interface WordsProps {
  readonly face: Face;
  /** The width it is set in, points: a word wider than this is cut, any other stays whole. */
  readonly width: number;
  readonly align?: 'left' | 'right';
  readonly style?: Style;
  readonly text: string;
  /** A short tag behind the text, on the same line where it fits. */
  readonly tag?: { readonly face: Face; readonly text: string } | undefined;
}

/** Text of any number of lines; a blank one becomes a small space between paragraphs. What is indented stays so. */
export function Paragraphs({ face, width, style = {}, text }: Omit<WordsProps, 'align' | 'tag'>) {
  if (!/\n|^\s/.test(text)) return <Words face={face} width={width} style={style} text={text} />;
  const paragraphs = text.split(/\n\n+/).map((paragraph) => paragraph.split('\n'));
  return (
    <View style={{ width, ...style }}>
      {paragraphs.flatMap((lines, paragraph) =>
        lines.map((line, index) => (
          <Indented
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity and never move.
            key={`${paragraph}.${index}`}
            face={face}
            width={width}
            style={paragraph > 0 && index === 0 ? { marginTop: face.size * 0.6 } : {}}
            text={line}
          />
        )),
      )}
    </View>
  );
}

/** A line whose spaces at its head move all of it, wherever it breaks. */
function Indented({ face, width, style = {}, text: whole }: Omit<WordsProps, 'align' | 'tag'>) {
  const text = whole.trimStart();
  const head = whole.slice(0, whole.length - text.length);
  const indent = Math.min(textWidth(head, face.weight, face.size), width / 2);
  const side = isRightToLeft(text) || indent === 0 ? {} : { marginLeft: indent };
  return <Words face={face} width={width - indent} style={{ ...style, ...side }} text={text} />;
}

/**
 * One line of text, as long as it may be, and the only way text gets on the page: printable characters alone, words and
 * numbers never broken but where they would leave the column. A line feed has no glyph: see Paragraphs.
 */
export function Words({ face, width, align = 'left', style = {}, text, tag }: WordsProps) {
  const line = tag ? undefined : lineOf(text, face, { width, align });
  if (line) {
    const { paddingTop = 0, paddingBottom = 0 } = style;
    const height = heightOf(face) + Number(paddingTop) + Number(paddingBottom);
    return <Drawn lines={[line]} style={{ width, height, ...style }} />;
  }
  const turned = isRightToLeft(text);
  const drawn = fitted(isolated(bound(drawable(text, isPrintable))), width * 0.99, face.weight, face.size);
  const set: Style = {
    ...typeOf(face),
    ...(turned ? { direction: 'rtl' as const } : {}),
    textAlign: turned && align === 'left' ? 'right' : align,
  };
  return (
    <Text style={{ ...set, width, ...style }} hyphenationCallback={inOne} hyphenationPenalty={FORBIDDEN}>
      {pieces(drawn, set)}
      {tag && <Text style={typeOf(tag.face)}>{` \u00A0${drawable(tag.text, isPrintable)}`}</Text>}
    </Text>
  );
}

/** A line of a stack, with the room above and below it, points. */
interface StackedLine {
  readonly text: string;
  readonly face: Face;
  readonly above?: number;
  readonly below?: number;
}

/** Texts below one another, as one drawing where each of them stands on one line. */
export function Stack({
  lines,
  width,
  align = 'left',
}: Pick<WordsProps, 'width' | 'align'> & { readonly lines: readonly StackedLine[] }) {
  let y = 0;
  const drawn = together(
    lines.map(({ text, face, above = 0, below = 0 }) => {
      const line = lineOf(text, face, { width, align, y: y + above });
      y += above + heightOf(face) + below;
      return line;
    }),
  );
  if (lines.length === 0) return null;
  if (drawn) return <Drawn lines={drawn} style={{ width, height: y }} />;
  return lines.map(({ text, face, above = 0, below = 0 }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity and never move.
    <Words key={index} {...{ text, face, width, align }} style={{ marginTop: above, marginBottom: below }} />
  ));
}

/** A text in the fonts that draw it. */
function pieces(text: string, set: Style) {
  const runs = runsOf(text);
  if (runs.length === 1 && runs[0]?.family === BASE) return text;
  return runs.map(({ text: piece, family }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity and never move.
    <Text key={index} style={{ ...set, fontFamily: family.name }}>
      {piece}
    </Text>
  ));
}

const inOne = (word: string): string[] => [word];

/** Textkit's infinity. Without it, a word of two scripts may be hyphenated where they meet. */
const FORBIDDEN = 10_000;
