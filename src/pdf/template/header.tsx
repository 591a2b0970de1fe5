import { Image, Text, View } from '@react-pdf/renderer';
import type { Logo } from '../../pictures/logo.ts';
import { QrCode } from './parts/qr.tsx';
import { accented, COLORS, columns, FACES, type Part, typeOf } from './parts/styles.ts';
import { Words } from './parts/words.tsx';

/** The letterhead of the first page: what this is on the left, from whom on the right. */
export function Letterhead({ model: { heading, provider }, sheet }: Part) {
  const left = columns(sheet, 12, 7);
  const right = columns(sheet, 12, 5);
  return (
    <View style={{ flexDirection: 'row', justifyContent: 'space-between', marginBottom: 14 }}>
      <View style={{ width: left }}>
        <Words face={FACES.title} width={left} text={heading.title} />
        <Words
          face={accented(FACES.number, sheet)}
          width={left}
          style={{ marginTop: 2 }}
          text={`${heading.number} · ${heading.version}`}
        />
        <Words face={FACES.quiet} width={left} style={{ marginTop: 3 }} text={heading.issued} />
        <View style={{ flexDirection: 'row', marginTop: 7 }}>
          <View
            style={{
              backgroundColor: heading.tone === 'open' ? sheet.accent : COLORS[heading.tone],
              borderRadius: 2,
              paddingVertical: 2,
              paddingHorizontal: 7,
            }}
          >
            <Text style={{ ...typeOf({ ...FACES.head, color: '#ffffff' }) }}>{heading.state}</Text>
          </View>
        </View>
      </View>
      <View style={{ width: right }}>
        {provider.logo && <LogoImage logo={provider.logo} />}
        {provider.name !== '' && (
          <Words
            face={FACES.provider}
            width={right}
            align="right"
            style={{ marginTop: 3, marginBottom: 2 }}
            text={provider.name}
          />
        )}
        {provider.lines.map((line) => (
          <Words key={line} face={FACES.quiet} width={right} align="right" text={line} />
        ))}
      </View>
    </View>
  );
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
  return (
    <View style={{ flexDirection: 'row', marginBottom: 14 }}>
      <OneLine width={sheet.width / 2} text={heading.named} />
      <OneLine width={sheet.width / 2} text={provider.name} align="right" />
    </View>
  );
}

/** The foot of every page: which version of what, how to find out whether it is genuine, where one is in it. */
export function Footer({ model: { heading, words }, sheet, page, pages }: Part & { page: number; pages: number }) {
  const size = heading.scanned === heading.code ? QR_SIZE : QR_LINK_SIZE;
  const width = sheet.width - size - QR_GAP;
  const right = 80;
  return (
    <View
      style={{
        flexDirection: 'row',
        marginTop: 14,
        paddingTop: 6,
        borderTopWidth: 0.5,
        borderTopColor: COLORS.line,
      }}
    >
      <View style={{ marginRight: QR_GAP }}>
        <QrCode text={heading.scanned} size={size} />
      </View>
      <View style={{ width: width - right }}>
        <OneLine width={width - right} text={`${heading.number} · ${heading.version} · ${heading.issued}`} />
        <OneLine width={width - right} text={words.code({ code: heading.code })} />
        <OneLine width={width - right} text={heading.howToCheck} />
      </View>
      <OneLine width={right} text={words.page({ page: String(page), pages: String(pages) })} align="right" />
    </View>
  );
}

/** A module of some 1.1 points is read by any phone; the gap is part of the code's quiet margin. */
const QR_SIZE = 32;
/** An address has more modules. */
const QR_LINK_SIZE = 42;
const QR_GAP = 8;

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
