import { View } from '@react-pdf/renderer';
import type { DocumentModel } from '../document.ts';
import { COLORS, columns, FACES, type Part } from './parts/styles.ts';
import { Words } from './parts/words.tsx';

/** A generous estimate of the height of what ends a document, points. */
export const endingHeight = ({ unprinted, signatures }: DocumentModel): number =>
  86 * Math.ceil(signatures.length / BESIDES) + Math.ceil(unprinted.length / 110) * 12;

/** Signatures beside one another. */
const BESIDES = 3;

/**
 * Who approved, who reported, what the client said: side by side and never parted. Names were typed, and are set as what they
 * are: no line to sign on, no hand. Then the characters that could not be printed.
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

function Block({ signature, width }: { signature: DocumentModel['signatures'][number]; width: number }) {
  const inner = width - 2 * PADDING;
  return (
    <View style={{ width, backgroundColor: COLORS.tint, padding: PADDING }}>
      <Words face={FACES.label} width={inner} text={signature.role} />
      <Words face={FACES.strong} width={inner} style={{ marginTop: 1, marginBottom: 1 }} text={signature.name} />
      {signature.facts.map((fact) => (
        <Words key={fact} face={FACES.quiet} width={inner} text={fact} />
      ))}
    </View>
  );
}
