import { Text, View } from '@react-pdf/renderer';
import type { DocumentModel } from '../model.ts';
import { COLORS, columns, FACES, type Sheet, typeOf } from './styles.ts';
import { Words } from './words.tsx';

interface Props {
  readonly model: DocumentModel;
  readonly sheet: Sheet;
}

/** The letterhead of the first page: what this is on the left, from whom on the right. */
export function Letterhead({ model: { heading, provider }, sheet }: Props) {
  const left = columns(sheet, 12, 7);
  const right = columns(sheet, 12, 5);
  return (
    <View style={{ flexDirection: 'row', justifyContent: 'space-between', marginBottom: 14 }}>
      <View style={{ width: left }}>
        <Words face={FACES.title} width={left}>
          {heading.title}
        </Words>
        <Words face={FACES.number} width={left} style={{ marginTop: 2 }}>
          {`${heading.number} · ${heading.version}`}
        </Words>
        <Words face={FACES.quiet} width={left} style={{ marginTop: 3 }}>
          {`Issued ${heading.issued}`}
        </Words>
        <View style={{ flexDirection: 'row', marginTop: 7 }}>
          <View
            style={{ backgroundColor: COLORS[heading.tone], borderRadius: 2, paddingVertical: 2, paddingHorizontal: 7 }}
          >
            <Text style={{ ...typeOf({ ...FACES.head, color: '#ffffff' }) }}>{heading.state}</Text>
          </View>
        </View>
      </View>
      <View style={{ width: right }}>
        {provider.name !== '' && (
          <Words face={FACES.provider} width={right} align="right" style={{ marginTop: 3, marginBottom: 2 }}>
            {provider.name}
          </Words>
        )}
        {provider.lines.map((line) => (
          <Words key={line} face={FACES.quiet} width={right} align="right">
            {line}
          </Words>
        ))}
      </View>
    </View>
  );
}

/** The first line of every page after the first. */
export function RunningHead({ model: { heading, provider }, sheet }: Props) {
  return (
    <View style={{ flexDirection: 'row', marginBottom: 14 }}>
      <OneLine width={sheet.width / 2} text={`${heading.title} ${heading.number}`} />
      <OneLine width={sheet.width / 2} text={provider.name} align="right" />
    </View>
  );
}

/** The last line of every page: which version of what, and where one is in it. */
export function Footer({ model: { heading }, sheet, page, pages }: Props & { page: number; pages: number }) {
  const width = sheet.width / 4;
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
      <OneLine width={3 * width} text={`${heading.number} · ${heading.version} · Issued ${heading.issued}`} />
      <OneLine width={width} text={`Page ${page} of ${pages}`} align="right" />
    </View>
  );
}

function OneLine({ text, width, align = 'left' }: { text: string; width: number; align?: 'left' | 'right' }) {
  return (
    <Words face={FACES.label} width={width} align={align} style={{ maxLines: 1, textOverflow: 'ellipsis' }}>
      {text}
    </Words>
  );
}
