import { View } from '@react-pdf/renderer';
import type { DocumentModel, Field } from '../document.ts';
import { textWidth } from '../fonts/fonts.ts';
import { Drawn, heightOf, type Line, lineOf, together } from './parts/drawn.tsx';
import { Section } from './parts/section.tsx';
import { COLORS, columns, FACES, type Part } from './parts/styles.ts';
import { Paragraphs, Words } from './parts/words.tsx';

/** What the job is, for whom and when, and who takes part. */
export function Parties({ model, sheet }: Part) {
  const half = columns(sheet, 2);
  return (
    <View style={{ borderTopWidth: 1, borderTopColor: sheet.accent, paddingTop: 10 }}>
      <Words face={FACES.subject} width={sheet.width} text={model.subject} />
      <View style={{ flexDirection: 'row', justifyContent: 'space-between', marginTop: 8 }}>
        <Fields fields={model.client} width={half} />
        <Fields fields={[...model.job, ...model.people]} width={half} />
      </View>
    </View>
  );
}

/** Why the job was not carried out, where nobody can miss it. */
export function Notice({ model: { notice }, sheet }: Part) {
  return notice && <Warning notice={notice} sheet={sheet} />;
}

/** What the job costs above what was approved. */
export function Extra({ model: { extra }, sheet }: Part) {
  return extra && <Warning notice={{ title: extra.title, reason: extra.text, text: '' }} sheet={sheet} />;
}

function Warning({ notice, sheet }: { notice: NonNullable<DocumentModel['notice']>; sheet: Part['sheet'] }) {
  const width = sheet.width - 26;
  return (
    <View
      style={{
        marginBottom: 14,
        paddingVertical: 8,
        paddingHorizontal: 12,
        borderLeftWidth: 2,
        borderLeftColor: COLORS.stopped,
        backgroundColor: COLORS.stoppedTint,
      }}
    >
      <Words face={{ ...FACES.section, color: COLORS.stopped }} width={width} text={notice.title} />
      {notice.reason !== '' && (
        <Words face={FACES.strong} width={width} style={{ marginTop: 3 }} text={notice.reason} />
      )}
      {notice.text !== '' && <Paragraphs face={FACES.body} width={width} style={{ marginTop: 2 }} text={notice.text} />}
    </View>
  );
}

/** What is to be done. */
export function Description({ model, sheet }: Part) {
  if (model.description === '') return null;
  return (
    <Section title={model.words.work.description} sheet={sheet}>
      <Paragraphs face={FACES.body} width={sheet.width} text={model.description} />
    </Section>
  );
}

/** Labels with what stands beside them; a column of labels is at most so wide. */
export function Fields({
  fields,
  width,
  widest: most = LABEL.max,
}: {
  readonly fields: readonly Field[];
  readonly width: number;
  readonly widest?: number;
}) {
  const { size, weight } = FACES.quiet;
  const widest = Math.max(0, ...fields.map(({ label }) => textWidth(label, weight, size)));
  const labels = Math.min(most, Math.max(LABEL.min, Math.ceil(widest * 1.02) + LABEL.gap));
  return (
    <View style={{ width }}>
      {runsOf(fields, labels, width).map((run, index) =>
        'lines' in run ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity and never move.
          <Drawn key={index} lines={run.lines} style={{ width, height: run.height, marginBottom: BELOW }} />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity and never move.
          <FieldView key={index} field={run.field} labels={labels} width={width} />
        ),
      )}
    </View>
  );
}

/** The room of labels: as much as the longest of a column needs, within limits; and how much lower their smaller type stands. */
const LABEL = { min: 78, max: 106, gap: 6, y: 0.8 };
const BELOW = 3;

interface FieldProps {
  readonly field: Field;
  /** The room of its label. */
  readonly labels: number;
  readonly width: number;
}

/** Fields that follow one another on one line each, as one drawing; any other by itself. */
type Run = { readonly lines: readonly Line[]; readonly height: number } | { readonly field: Field };

function runsOf(fields: readonly Field[], labels: number, width: number): Run[] {
  const runs: Run[] = [];
  for (const field of fields) {
    const last = runs.at(-1);
    const above = last && 'lines' in last ? last.height + BELOW : 0;
    const lines = together([
      lineOf(field.label, FACES.quiet, { width: labels, y: above + LABEL.y }),
      lineOf(field.value, FACES.body, { left: labels, width: width - labels, y: above }),
    ]);
    if (!lines) runs.push({ field });
    else if (last && 'lines' in last)
      runs[runs.length - 1] = { lines: [...last.lines, ...lines], height: above + heightOf(FACES.body) };
    else runs.push({ lines, height: heightOf(FACES.body) });
  }
  return runs;
}

/** A field whose value takes several lines. */
function FieldView({ field: { label, value }, labels, width }: FieldProps) {
  return (
    <View style={{ flexDirection: 'row', marginBottom: BELOW }}>
      <Words face={FACES.quiet} width={labels} style={{ paddingTop: LABEL.y }} text={label} />
      <Paragraphs face={FACES.body} width={width - labels} text={value} />
    </View>
  );
}
