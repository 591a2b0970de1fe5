import { View } from '@react-pdf/renderer';
import type { DocumentModel, Signature } from '../model.ts';
import { COLORS, columns, FACES, type Sheet } from './styles.ts';
import { Words } from './words.tsx';

/** Who approved, who reported, what the client said: side by side and never parted. */
export function Signatures({ model, sheet }: { readonly model: DocumentModel; readonly sheet: Sheet }) {
  const width = columns(sheet, 3);
  return (
    <View wrap={false} style={{ flexDirection: 'row', gap: sheet.gutter, marginTop: 16 }}>
      {model.signatures.map((signature) => (
        <Block key={signature.role} signature={signature} width={width} />
      ))}
    </View>
  );
}

function Block({ signature, width }: { readonly signature: Signature; readonly width: number }) {
  return (
    <View style={{ width, borderTopWidth: 1, borderTopColor: COLORS.ink, paddingTop: 5 }}>
      <Words face={FACES.label} width={width}>
        {signature.role}
      </Words>
      <Words face={FACES.provider} width={width} style={{ marginTop: 1, marginBottom: 2 }}>
        {signature.name}
      </Words>
      {signature.facts.map((fact) => (
        <Words key={fact} face={FACES.quiet} width={width}>
          {fact}
        </Words>
      ))}
    </View>
  );
}
