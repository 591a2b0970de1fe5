import type { Content, Field } from '../document.ts';
import { isPrintable } from '../fonts/families.ts';
import { unprintedIn } from '../fonts/plain-text.ts';

/** Code points that are named; more are counted. */
const MAX_NAMED = 40;

/**
 * One line that names the characters no font has and where they stand, as `U+16A0 (Client, Items)`; '' when there are none. The
 * document prints their code points in their places.
 */
export function unprintedNote(model: Content): string {
  const places = new Map<string, string[]>();
  for (const [place, texts] of placesOf(model))
    for (const code of new Set(texts.flatMap((text) => unprintedIn(text, isPrintable))))
      places.set(code, [...(places.get(code) ?? []), place]);
  if (places.size === 0) return '';
  const byPlaces = new Map<string, string[]>();
  for (const [code, where] of [...places].slice(0, MAX_NAMED)) {
    const key = [...new Set(where)].join(', ');
    byPlaces.set(key, [...(byPlaces.get(key) ?? []), code]);
  }
  const more = places.size > MAX_NAMED ? `; and ${places.size - MAX_NAMED} more` : '';
  const named = [...byPlaces].map(([where, codes]) => `${codes.join(', ')} (${where})`).join('; ');
  return `Characters shown as code points, because no available font has them: ${named}${more}.`;
}

/** Everything people typed that a document prints, by where it stands. */
function placesOf(model: Content): [place: string, texts: readonly string[]][] {
  const { provider, subject, client, people, notice, description, work, remarks, items, changes, history } = model;
  const fields = (all: readonly Field[]) => all.map(({ label, value }): [string, string[]] => [label, [value]]);
  return [
    ['Provider', [provider.name, ...provider.lines]],
    ['Title', [subject]],
    ...fields(client),
    ...fields(people),
    ['Reason', [notice?.text ?? '']],
    ['Description of the work', [description]],
    ['Work done', work.flatMap(({ title, text, reason }) => [title, text, reason])],
    ...remarks.map(({ title, text }): [string, string[]] => [title, [text]]),
    ['Items', (items?.groups ?? []).flatMap(({ rows }) => rows.flatMap((row) => [row.description, row.unit]))],
    ['Changes', changes.flatMap(({ rows }) => rows.flatMap((row) => [row.description, row.before, row.after]))],
    ['Version history', (history?.rows ?? []).flatMap(({ event, by }) => [event, by])],
    ['Files', model.files.map(({ name }) => name)],
    ['Photos', model.photos.flatMap(({ name, origin }) => [name, origin])],
    ['Approval and acceptance', model.signatures.flatMap(({ name, facts }) => [name, ...facts])],
  ];
}
