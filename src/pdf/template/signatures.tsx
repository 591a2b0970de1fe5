import { Path, Svg, View } from '@react-pdf/renderer';
import { DRAWING_BOX } from '../../order/signing/signature.ts';
import type { DocumentModel } from '../document.ts';
import { COLORS, columns, FACES, type Part } from './parts/styles.ts';
import { Stack, Words } from './parts/words.tsx';

/** A generous estimate of the height of what ends a document, points. */
export const endingHeight = ({ unprinted, signatures }: DocumentModel): number =>
  (86 + (signatures.some(({ drawing }) => drawing !== undefined) ? 56 : 0)) * Math.ceil(signatures.length / BESIDES) +
  Math.ceil(unprinted.length / 110) * 12;

/** Signatures beside one another. */
const BESIDES = 3;

/**
 * Who approved, who reported, what the client said: side by side and never parted. Names were typed, and are set as what they
 * are: no line to sign on, and no hand but that of a client who drew it. Then the characters that could not be printed.
 */
export function Ending({ model, sheet }: Part) {
  const width = columns(sheet, BESIDES);
  return (
    <View wrap={false}>
      <View style={{ flexDirection: 'row', flexWrap: 'wrap', gap: sheet.gutter, marginTop: 16 }}>
        {model.signatures.map((signature) => (
          <Block key={`${signature.role} ${signature.facts.join()}`} signature={signature} width={width} />
        ))}
      </View>
      {model.unprinted !== '' && (
        <Words face={FACES.label} width={sheet.width} style={{ marginTop: 10 }} text={model.unprinted} />
      )}
    </View>
  );
}

const PADDING = 6;

/** A hand as it was drawn. */
function Drawing({ path, width }: { readonly path: string; readonly width: number }) {
  const { width: across, height } = DRAWING_BOX;
  const style = { width, height: (width * height) / across, marginTop: 2, backgroundColor: '#ffffff' };
  return (
    <Svg viewBox={`0 0 ${across} ${height}`} style={style}>
      <Path d={path} stroke={COLORS.ink} strokeWidth={4} strokeLinecap="round" strokeLinejoin="round" fill="none" />
    </Svg>
  );
}

function Block({ signature, width }: { signature: DocumentModel['signatures'][number]; width: number }) {
  const inner = width - 2 * PADDING;
  const role = { text: signature.role, face: FACES.label };
  const said = [
    { text: signature.name, face: FACES.strong, above: 1, below: 1 },
    ...signature.facts.map((text) => ({ text, face: FACES.quiet })),
  ];
  return (
    <View style={{ width, backgroundColor: COLORS.tint, padding: PADDING }}>
      {signature.drawing === undefined ? (
        <Stack width={inner} lines={[role, ...said]} />
      ) : (
        <>
          <Stack width={inner} lines={[role]} />
          <Drawing path={signature.drawing} width={inner} />
          <Stack width={inner} lines={said} />
        </>
      )}
    </View>
  );
}
