import type { DocumentModel } from '../document.ts';
import { Fields } from './parties.tsx';
import { Section } from './parts/section.tsx';
import { FACES, type Part } from './parts/styles.ts';
import { columnFor, restFor, TableSection } from './parts/table.tsx';

type Check = DocumentModel['own']['checklist'][number];

/** What was entered into the own fields of the order's type. */
export function Details({ model: { own, words }, sheet }: Part) {
  if (own.details.length === 0) return null;
  return (
    <Section title={words.own.details} sheet={sheet}>
      <Fields fields={own.details} width={sheet.width} widest={sheet.width * 0.4} />
    </Section>
  );
}

/** The checklist with its results. */
export function Checklist({ model: { own, words }, sheet }: Part) {
  if (own.checklist.length === 0) return null;
  const face = ({ failed }: Check) => (failed ? FACES.cellStrong : FACES.cell);
  const result = columnFor(own.checklist, words.own.result, (row) => ({ text: row.result, face: face(row) }), {
    min: 80,
    max: 160,
  });
  const line = restFor(sheet, words.own.check, (row: Check) => ({ text: row.line, face: face(row) }), [result]);
  return <TableSection title={words.own.checklist} sheet={sheet} columns={[line, result]} rows={own.checklist} />;
}
