import { View } from '@react-pdf/renderer';
import type { DocumentModel } from '../document.ts';
import { Section } from './parts/section.tsx';
import { COLORS, FACES, type Part } from './parts/styles.ts';
import { Paragraphs, Words } from './parts/words.tsx';

/** The work as it was reported, one entry per confirmation. */
export function Work({ model, sheet }: Part) {
  if (model.work.length === 0) return null;
  return (
    <Section title={model.words.work.done} sheet={sheet} ahead={60}>
      {model.work.map((entry, index) => (
        <Entry
          key={entry.title}
          entry={entry}
          reason={model.words.work.reason}
          first={index === 0}
          width={sheet.width}
        />
      ))}
    </Section>
  );
}

/** Closing note and longer comments. */
export function Remarks({ model, sheet }: Part) {
  return (
    <>
      {model.remarks.map((remark) => (
        <Section key={remark.title} title={remark.title} sheet={sheet}>
          <Paragraphs face={FACES.body} width={sheet.width} text={remark.text} />
        </Section>
      ))}
    </>
  );
}

interface EntryProps {
  readonly entry: DocumentModel['work'][number];
  /** What stands above the reason for its changes. */
  readonly reason: string;
  readonly first: boolean;
  readonly width: number;
}

function Entry({ entry, reason, first, width }: EntryProps) {
  const inner = width - 11;
  return (
    <View style={{ marginTop: first ? 0 : 8, paddingLeft: 10, borderLeftWidth: 1, borderLeftColor: COLORS.line }}>
      <View wrap={false} minPresenceAhead={26}>
        <Words face={FACES.quiet} width={inner} text={entry.title} />
        <Words face={FACES.strong} width={inner} text={entry.period} />
      </View>
      <Paragraphs
        face={FACES.body}
        width={inner}
        style={{ marginTop: 2 }}
        text={entry.text === '' ? '–' : entry.text}
      />
      {entry.reason !== '' && (
        <>
          <Words face={FACES.quiet} width={inner} style={{ marginTop: 3 }} text={reason} />
          <Paragraphs face={FACES.body} width={inner} text={entry.reason} />
        </>
      )}
    </View>
  );
}
