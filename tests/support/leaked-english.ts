import { TYPE } from '@formatjs/icu-messageformat-parser';
import type { TrafficRecord } from '../../sandbox/server/instruments/inspector.ts';
import type { Language } from '../../src/words/languages.ts';
import { catalogues } from '../../src/words/words.ts';
import { elementsOf, everyElement, messagesIn } from './catalogue.ts';

/** English as our sentences have it, and no other of our languages; what people typed is not of it. */
export const ENGLISH =
  /(?<!\p{L})(the|this|your|with|order|orders|work|version by|approved|submitted|field|since|closed|none)(?!\p{L})/iu;

/** The name of the app, and what is typed as it stands. */
const ALIKE = /Service Orders|`[^`]*`|\/service-order\b.*$|service-orders?\b/gm;

/** Where texts that people read stand in what the app sends to Slack. */
const READ = new Set(['text', 'alt_text', 'accessibility_label', 'title', 'topic', 'initial_comment', 'errors']);

/** Every text that the app has sent to Slack, by itself and in its answers. */
export const saidIn = (traffic: readonly TrafficRecord[]): string[] => [
  ...new Set(
    traffic.flatMap((record) =>
      record.kind === 'call' ? readIn(record.args) : record.kind === 'ack' ? readIn(record.body) : [],
    ),
  ),
];

function readIn(node: unknown, isRead = false): string[] {
  if (typeof node === 'string') {
    const json = /^[[{]/.test(node) ? parsed(node) : undefined;
    return json === undefined ? (isRead ? [node] : []) : readIn(json);
  }
  if (typeof node !== 'object' || node === null) return [];
  // Sentences under fields go by the names of the fields.
  return Object.entries(node).flatMap(([key, member]) =>
    key === 'errors' ? Object.values(member ?? {}).map(String) : readIn(member, READ.has(key)),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a catalogue says around its placeholders: pieces of at least a word. */
const pieces = (language: Language): string[] =>
  messagesIn(catalogues[language]).flatMap(([, message]) =>
    everyElement(elementsOf(message)).flatMap((element) => {
      const piece = element.type === TYPE.literal ? element.value.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '') : '';
      return /\p{L}{4}/u.test(piece) ? [piece] : [];
    }),
  );

const says = (text: string, piece: string): boolean => {
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + piece.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return true;
  }
  return false;
};

/** What of these texts is English where people read `language`: pieces of the English catalogue, and English words in lines. */
export function leakedEnglish(texts: readonly string[], language: Language): string[] {
  const read = texts.join('\n').replace(ALIKE, '').replaceAll('*', '');
  const own = pieces(language).join('\n');
  const english = [...new Set(pieces('en'))].filter((piece) => says(read, piece) && !says(own, piece));
  return [...english, ...read.split('\n').filter((line) => ENGLISH.test(line))];
}
