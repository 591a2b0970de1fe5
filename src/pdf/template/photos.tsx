import { Image, View } from '@react-pdf/renderer';
import type { DocumentModel, DocumentWords } from '../document.ts';
import { textWidth } from '../fonts/fonts.ts';
import { type NumberedPhoto, photoRows } from '../model/photo-rows.ts';
import { heightOf } from './parts/drawn.tsx';
import { Section } from './parts/section.tsx';
import { columns, FACES, type Face, type Part, type Sheet } from './parts/styles.ts';
import { Words } from './parts/words.tsx';

/** Rows of photos on one page: large enough to judge what they show. */
const ON_A_PAGE = 2;
/** The tallest a photo is printed, points; two of it and their captions fill a page. */
const TALLEST = { A4: 290, LETTER: 264 } as const;

/** The photos with their captions, before and after beside one another, and after them which ones are missing and why. */
export const Photos = ({ model: { photos, photosNotPrinted, words }, sheet }: Part) => (
  <>
    <Printed photos={photos} words={words.photos} sheet={sheet} />
    <NotPrinted photos={photosNotPrinted} title={words.photos.notPrinted} sheet={sheet} />
  </>
);

/** What could not be printed, with the reason: nobody takes a document for whole that is not. */
function NotPrinted({
  photos,
  title,
  sheet,
}: {
  photos: DocumentModel['photosNotPrinted'];
  title: string;
  sheet: Sheet;
}) {
  if (photos.length === 0) return null;
  return (
    <Section title={title} sheet={sheet} ahead={40}>
      {photos.map(({ name, origin, why }, index) => (
        <View key={String(index)} wrap={false} style={{ marginTop: index === 0 ? 0 : 6 }}>
          <Words face={FACES.strong} width={sheet.width} text={name} />
          <Words face={FACES.quiet} width={sheet.width} text={why} />
          <Words face={FACES.quiet} width={sheet.width} text={origin} />
        </View>
      ))}
    </Section>
  );
}

/** More than a row of photos begin a page of their own. */
function Printed({
  photos,
  words,
  sheet,
}: Pick<DocumentModel, 'photos'> & { words: DocumentWords['photos']; sheet: Sheet }) {
  const rows = photoRows(photos);
  return chunksOf(rows, ON_A_PAGE).map((page, index) => (
    <View key={String(index)} break={rows.length > 1}>
      <Section title={index === 0 ? words.title : words.continued} sheet={sheet} ahead={120}>
        {page.map((row, line) => (
          <View
            key={String(line)}
            wrap={false}
            style={{ flexDirection: 'row', gap: sheet.gutter, marginTop: line === 0 ? 0 : 14 }}
          >
            <Figures row={row} words={words} sheet={sheet} />
          </View>
        ))}
      </Section>
    </View>
  ));
}

const chunksOf = <T,>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

/** The photos of a row, which leave their captions the room that they need: two rows always have a page. */
function Figures({ row, words, sheet }: { row: NumberedPhoto[]; words: DocumentWords['photos']; sheet: Sheet }) {
  const width = columns(sheet, row.length);
  const captions = row.map(({ number, name }) => words.caption({ number: String(number), name }));
  const more = row.map(
    ({ origin }, index) =>
      furtherLines(captions[index] ?? '', FACES.strong, width) + furtherLines(origin, FACES.quiet, width),
  );
  const tallest = TALLEST[sheet.size] - Math.max(...more);
  return row.map((figure, index) => (
    <Figure key={figure.number} figure={figure} caption={captions[index] ?? ''} width={width} tallest={tallest} />
  ));
}

/** A generous estimate of how high the lines of a text are after its first one, points. */
function furtherLines(text: string, face: Face, width: number): number {
  const across = textWidth(text, face.weight, face.size);
  return across <= width * 0.99 ? 0 : Math.floor((across * 1.08) / width) * heightOf(face);
}

function Figure({
  figure: { photo, origin },
  caption,
  width,
  tallest,
}: {
  figure: NumberedPhoto;
  caption: string;
  width: number;
  tallest: number;
}) {
  const scale = Math.min(width / photo.width, tallest / photo.height);
  const size = { width: photo.width * scale, height: photo.height * scale };
  return (
    <View style={{ width }}>
      <Image src={{ data: Buffer.from(photo.jpeg), format: 'jpg' }} style={size} />
      <Words face={FACES.strong} width={width} style={{ marginTop: 4 }} text={caption} />
      <Words face={FACES.quiet} width={width} text={origin} />
    </View>
  );
}
