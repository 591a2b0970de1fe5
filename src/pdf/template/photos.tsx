import { Image, View } from '@react-pdf/renderer';
import type { DocumentModel, DocumentWords } from '../document.ts';
import { Section } from './parts/section.tsx';
import { columns, FACES, type Part, type Sheet } from './parts/styles.ts';
import { Words } from './parts/words.tsx';

/** Photos on one page: two rows of two. */
const ON_A_PAGE = 4;
/** The tallest a photo is printed, points; two rows of it and their captions fill a page. */
const TALLEST = 290;

/** The photos with their captions, two beside one another, and after them which ones are missing and why. */
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
  const numbered = photos.map((photo, index) => ({ ...photo, number: index + 1 }));
  return chunksOf(numbered, ON_A_PAGE).map((page, index) => (
    <View key={String(index)} break={photos.length > 2}>
      <Section title={index === 0 ? words.title : words.continued} sheet={sheet} ahead={120}>
        {chunksOf(page, 2).map((row, line) => (
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
                width={columns(sheet, 2)}
              />
            ))}
          </View>
        ))}
      </Section>
    </View>
  ));
}

const chunksOf = <T,>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));

type Photographed = DocumentModel['photos'][number];

function Figure({
  figure: { photo, origin },
  caption,
  width,
}: {
  figure: Photographed;
  caption: string;
  width: number;
}) {
  const scale = Math.min(width / photo.width, TALLEST / photo.height);
  const size = { width: photo.width * scale, height: photo.height * scale };
  return (
    <View style={{ width }}>
      <Image src={{ data: Buffer.from(photo.jpeg), format: 'jpg' }} style={size} />
      <Words face={FACES.strong} width={width} style={{ marginTop: 4 }} text={caption} />
      <Words face={FACES.quiet} width={width} text={origin} />
    </View>
  );
}
