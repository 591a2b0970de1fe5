import type { Content, DocumentWords, Field } from '../document.ts';
import { isPrintable } from '../fonts/families.ts';
import { unprintedIn } from '../fonts/plain-text.ts';

/** Code points that are named; more are counted. */
const MAX_NAMED = 40;

/**
 * One line that names the characters no font has and where they stand, as `U+16A0 (Client, Items)`; '' when there are none. The
 * document prints their code points in their places.
 */
export function unprintedNote(model: Content, words: DocumentWords): string {
  const places = new Map<string, string[]>();
  for (const [place, texts] of placesOf(model, words))
    for (const code of new Set(texts.flatMap((text) => unprintedIn(text, isPrintable))))
      places.set(code, [...(places.get(code) ?? []), place]);
  if (places.size === 0) return '';
  const byPlaces = new Map<string, string[]>();
  for (const [code, where] of [...places].slice(0, MAX_NAMED)) {
    const key = [...new Set(where)].join(', ');
    byPlaces.set(key, [...(byPlaces.get(key) ?? []), code]);
  }
  const characters = [...byPlaces].map(([where, codes]) => `${codes.join(', ')} (${where})`).join(' · ');
  const count = places.size - MAX_NAMED;
  return count > 0 ? words.unprinted.noteMore({ characters, count }) : words.unprinted.note({ characters });
}

/** Everything people typed that a document prints, by where it stands. */
function placesOf(model: Content, words: DocumentWords): [place: string, texts: readonly string[]][] {
  const { provider, subject, client, job, people, notice, description, work, remarks, items, changes, history } = model;
  const { unprinted: place } = words;
  const fields = (all: readonly Field[]) => all.map(({ label, value }): [string, string[]] => [label, [value]]);
  return [
    [place.provider, [provider.name, ...provider.lines]],
    [place.title, [subject]],
    ...fields(client),
    ...fields(people),
    ...fields(job.filter(({ label }) => label === words.field.type)),
    [place.reason, [notice?.text ?? '']],
    [words.work.description, [description]],
    [words.own.details, model.own.details.flatMap(({ label, value }) => [label, value])],
    [words.own.checklist, model.own.checklist.map(({ line }) => line)],
    [words.work.done, work.flatMap(({ title, text, reason }) => [title, text, reason])],
    ...remarks.map(({ title, text }): [string, string[]] => [title, [text]]),
    [
      words.items.title,
      (items?.groups ?? []).flatMap(({ rows }) => rows.flatMap((row) => [row.description, row.unit])),
    ],
    [model.hours?.words.title ?? '', (model.hours?.rows ?? []).map(({ worker }) => worker)],
    [place.changes, changes.flatMap(({ rows }) => rows.flatMap((row) => [row.description, row.before, row.after]))],
    [words.history.title, (history?.rows ?? []).flatMap(({ event, by }) => [event, by])],
    [words.files.title, model.files.map(({ name }) => name)],
    [words.photos.title, model.photos.flatMap(({ name, origin }) => [name, origin])],
    [words.terms, [model.terms]],
    [place.signatures, model.signatures.flatMap(({ name, facts }) => [name, ...facts])],
  ];
}
