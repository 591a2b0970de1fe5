import { Image, Text, View } from '@react-pdf/renderer';
import type { Logo } from '../../pictures/logo.ts';
import type { DocumentModel } from '../document.ts';
import { shapedWidth } from '../fonts/fonts.ts';
import { Drawn, filled, heightOf, lineOf, together } from './parts/drawn.tsx';
import { qrCode } from './parts/qr.ts';
import { accented, COLORS, columns, FACES, type Part, typeOf } from './parts/styles.ts';
import { Stack, Words } from './parts/words.tsx';

/** The letterhead of the first page: what this is on the left, from whom on the right. */
export function Letterhead({ model: { heading, provider }, sheet }: Part) {
  const left = columns(sheet, 12, 7);
  const right = columns(sheet, 12, 5);
  return (
    <View style={{ flexDirection: 'row', justifyContent: 'space-between', marginBottom: 14 }}>
      <View style={{ width: left }}>
        <Stack
          width={left}
          lines={[
            { text: heading.title, face: FACES.title },
            { text: `${heading.number} · ${heading.version}`, face: accented(FACES.number, sheet), above: 2 },
            { text: heading.issued, face: FACES.quiet, above: 3 },
          ]}
        />
        <View style={{ flexDirection: 'row', marginTop: 7 }}>
          <View
            style={{
              backgroundColor: heading.tone === 'open' ? sheet.accent : COLORS[heading.tone],
              borderRadius: 2,
              paddingVertical: 2,
              paddingHorizontal: 7,
            }}
          >
            <State text={heading.state} most={left} />
          </View>
        </View>
      </View>
      <View style={{ width: right }}>
        {provider.logo && <LogoImage logo={provider.logo} />}
        <Stack width={right} align="right" lines={providerLines(provider)} />
      </View>
    </View>
  );
}

const providerLines = ({ name, lines }: DocumentModel['provider']) => [
  ...(name === '' ? [] : [{ text: name, face: FACES.provider, above: 3, below: 2 }]),
  ...lines.map((text) => ({ text, face: FACES.quiet })),
];

/** The state's word, as wide as it is. */
function State({ text, most }: { readonly text: string; readonly most: number }) {
  const face = { ...FACES.head, color: '#ffffff' };
  // As high as react-pdf sets a text of one line.
  const line = lineOf(text, face, { width: most, y: -0.15 });
  if (!line) return <Text style={typeOf(face)}>{text}</Text>;
  return <Drawn lines={[line]} style={{ width: shapedWidth(text, face.weight, face.size), height: heightOf(face) }} />;
}

/** The room for a logo, points: a wide one fills its width, a tall one its height. */
const LOGO = { width: 190, height: 54 };

function LogoImage({ logo: { type, width, height, bytes } }: { readonly logo: Logo }) {
  const scale = Math.min(LOGO.width / width, LOGO.height / height);
  return (
    <Image
      src={{ data: Buffer.from(bytes), format: type === 'image/png' ? 'png' : 'jpg' }}
      style={{ width: width * scale, height: height * scale, alignSelf: 'flex-end', marginBottom: 5 }}
    />
  );
}

/** The first line of every page after the first. */
export function RunningHead({ model: { heading, provider }, sheet }: Part) {
  const half = sheet.width / 2;
  const lines = together([
    lineOf(heading.named, FACES.label, { width: half }),
    lineOf(provider.name, FACES.label, { left: half, width: half, align: 'right' }),
  ]);
  if (lines) return <Drawn lines={lines} style={{ width: sheet.width, height: LINE, marginBottom: GAP }} />;
  return (
    <View style={{ flexDirection: 'row', height: LINE, marginBottom: GAP }}>
      <OneLine width={half} text={heading.named} />
      <OneLine width={half} text={provider.name} align="right" />
    </View>
  );
}

/** The foot of every page: which version of what, how to find out whether it is genuine, where one is in it. */
export function Footer({ model: { heading, words }, sheet, page, pages }: Part & { page: number; pages: number }) {
  const size = qrSize(heading);
  const left = size + QR_GAP;
  const width = sheet.width - left - PAGE_WIDTH;
  const texts = [
    `${heading.number} · ${heading.version} · ${heading.issued}`,
    words.code({ code: heading.code }),
    heading.howToCheck,
  ];
  const where = words.page({ page: String(page), pages: String(pages) });
  const top = FOOT.rule + FOOT.above;
  const code = qrCode(heading.scanned, size, top);
  const lines = together([
    ...texts.map((text, index) => lineOf(text, FACES.label, { left, y: top + index * LINE, width })),
    lineOf(where, FACES.label, { left: left + width, y: top, width: PAGE_WIDTH, align: 'right' }),
  ]);
  const height = footHeight(heading);
  const style = { width: sheet.width, height, marginTop: GAP };
  const rule = filled(0, 0, { width: sheet.width, height: FOOT.rule }, COLORS.line);
  if (lines) return <Drawn lines={[rule, code, ...lines]} style={style} />;
  return (
    <View style={{ ...style, flexDirection: 'row' }}>
      <Drawn lines={[rule, code]} style={{ position: 'absolute', left: 0, top: 0, width: sheet.width, height }} />
      <View style={{ width, marginLeft: left, paddingTop: top }}>
        {texts.map((text) => (
          <OneLine key={text} width={width} text={text} />
        ))}
      </View>
      <View style={{ paddingTop: top }}>
        <OneLine width={PAGE_WIDTH} text={where} align="right" />
      </View>
    </View>
  );
}

/** What the head and the foot of a page take of its height, points: whatever they say, so that pages can be counted without them. */
export const headHeight = (page: number): number => (page > 1 ? LINE + GAP : 0);
export const footRoom = ({ heading }: DocumentModel): number => GAP + footHeight(heading);

const footHeight = (heading: DocumentModel['heading']): number =>
  FOOT.rule + FOOT.above + Math.max(qrSize(heading), FOOT.lines * LINE);

/** A module of some 1.1 points is read by any phone; the gap is part of the code's quiet margin. An address has more modules. */
const qrSize = ({ scanned, code }: DocumentModel['heading']): number => (scanned === code ? 32 : 42);
const QR_GAP = 8;
/** The room of the page's number. */
const PAGE_WIDTH = 80;
const FOOT = { rule: 0.5, above: 6, lines: 3 };
const LINE = heightOf(FACES.label);
/** Between what stands on every page and what does not. */
const GAP = 14;

function OneLine({ text, width, align = 'left' }: { text: string; width: number; align?: 'left' | 'right' }) {
  return (
    <Words
      face={FACES.label}
      width={width}
      align={align}
      style={{ maxLines: 1, textOverflow: 'ellipsis' }}
      text={text}
    />
  );
}
