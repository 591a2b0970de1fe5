import { Section } from './parts/section.tsx';
import { FACES, type Part } from './parts/styles.ts';
import { Paragraphs } from './parts/words.tsx';

/** The provider's terms and conditions, small. */
export function Terms({ model: { terms, words }, sheet }: Part) {
  if (terms === '') return null;
  return (
    <Section title={words.terms} sheet={sheet}>
      <Paragraphs face={FACES.label} width={sheet.width} text={terms} />
    </Section>
  );
}
