import { Image, View } from '@react-pdf/renderer';
import type { DocumentModel, DocumentWords } from '../document.ts';
import { Section } from './parts/section.tsx';
import { columns, FACES, type Part, type Sheet } from './parts/styles.ts';
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
  const rows = numbered(paired(photos));
  return chunksOf(rows, ON_A_PAGE).map((page, index) => (
    <View key={String(index)} break={rows.length > 1}>
      <Section title={index === 0 ? words.title : words.continued} sheet={sheet} ahead={120}>
        {page.map((row, line) => (
          <View
            key={String(line)}
            wrap={false}
            style={{ flexDirection: 'row', gap: sheet.gutter, marginTop: line === 0 ? 0 : 14 }}
          >
            {row.map((figure) => (
              <Figure
                key={figure.number}
                figure={figure}
                caption={words.caption({ number: String(figure.number), name: figure.name })}
                width={columns(sheet, row.length)}
                tallest={TALLEST[sheet.size]}
              />
            ))}
          </View>
        ))}
      </Section>
    </View>
  ));
}

/** Rows of photos with their numbers, as they are read. */
const numbered = <P,>(rows: readonly P[][]): (P & { readonly number: number })[][] => {
  let number = 0;
  return rows.map((row) => row.map((photo) => ({ ...photo, number: ++number })));
};

/** Rows of photos: what was before beside what was after, in the order in which they came; every other has its own. */
function paired<P extends { readonly shows: string }>(photos: readonly P[]): P[][] {
  const afters = photos.filter(({ shows }) => shows === 'after');
  const befores = photos.filter(({ shows }) => shows === 'before').slice(0, afters.length);
  const beside = new Map(befores.map((before, index) => [before, afters[index]]));
  const placed = new Set(beside.values());
  return photos.flatMap((photo) => {
    if (placed.has(photo)) return [];
    const after = beside.get(photo);
    return [after ? [photo, after] : [photo]];
  });
}

const chunksOf = <T,>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

type Photographed = DocumentModel['photos'][number];

function Figure({
  figure: { photo, origin },
  caption,
  width,
  tallest,
}: {
  figure: Photographed;
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
