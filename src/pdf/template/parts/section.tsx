import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { accented, COLORS, FACES, type Sheet } from './styles.ts';
import { Words } from './words.tsx';

interface Props {
  readonly title: string;
  readonly sheet: Sheet;
  readonly children: ReactNode;
  /** The height that must follow the heading on its page, points. */
  readonly ahead?: number;
  /** Never parted by a page break; only for what is known to be short. */
  readonly whole?: boolean;
}

/** A titled part of the document; its heading never stands alone at the foot of a page. */
export function Section({ title, sheet, children, ahead = 40, whole = false }: Props) {
  return (
    <View style={{ marginTop: 14 }} wrap={!whole}>
      <View minPresenceAhead={ahead} wrap={false} style={{ marginBottom: 5 }}>
        <Words face={accented(FACES.section, sheet)} width={sheet.width}>
          {title}
        </Words>
      </View>
      {children}
    </View>
  );
}

/** A hairline across the text area. */
export const Rule = () => <View style={{ borderBottomWidth: 0.5, borderBottomColor: COLORS.line }} />;
