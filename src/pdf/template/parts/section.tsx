import { View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { accented, FACES, type Sheet } from './styles.ts';
import { Words } from './words.tsx';

interface Props {
  readonly title: string;
  readonly sheet: Sheet;
  readonly children: ReactNode;
  /** The height that must follow the heading on its page, points. */
  readonly ahead?: number;
}

/** A titled part of the document; its heading never stands alone at the foot of a page. */
export function Section({ title, sheet, children, ahead = 40 }: Props) {
  return (
    <View style={{ marginTop: 14 }}>
      <View minPresenceAhead={ahead} wrap={false} style={{ marginBottom: 5 }}>
        <Words face={accented(FACES.section, sheet)} width={sheet.width} text={title} />
      </View>
      {children}
    </View>
  );
}
