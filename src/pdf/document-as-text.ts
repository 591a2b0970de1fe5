import type { DocumentModel, DocumentWords, Field } from './document.ts';
import { photoRows } from './model/photo-rows.ts';

/**
 * The same document as plain text, for screen readers and whatever else reads no PDF: everything that the PDF says, in its order, each
 * line of a table as one line with the names of its columns. Only what pages add is left out: their numbers and heads. Characters that no
 * font has are themselves.
 */
export function documentAsText(model: DocumentModel): string {
  const { words } = model;
  const parts = [
    headOf(model),
    ...warningsOf(model),
    [model.subject, ...[...model.client, ...model.job, ...model.people].map((field) => fieldLine(field, words))],
    section(words.work.description, [model.description]),
    section(
      words.own.details,
      model.own.details.map((field) => fieldLine(field, words)),
    ),
    section(words.work.done, workOf(model)),
    section(
      words.own.checklist,
      model.own.checklist.map(({ line, result }) =>
        row(pair(words.own.check, line, words), [[words.own.result, result]], words),
      ),
    ),
    ...model.remarks.map(({ title, text }) => section(title, [text])),
    hoursOf(model),
    ...itemsOf(model),
    totalsOf(model),
    ...model.changes.map((list) => changesOf(list, words)),
    historyOf(model),
    section(
      words.files.title,
      model.files.map(({ name, origin, size }) =>
        row(
          pair(words.files.file, name, words),
          [
            [words.files.origin, origin],
            [words.files.size, size],
          ],
          words,
        ),
      ),
    ),
    ...model.signatures.map(({ role, name, facts }) => [pair(role, name, words), ...facts]),
    ...photosOf(model),
    section(words.terms, [model.terms]),
  ];
  const written = parts.map((lines) => lines.filter((line) => line !== '').join('\n'));
  return `${written.filter((part) => part !== '').join('\n\n')}\n`;
}

/** Lines that belong together; none at all where there is nothing under a title. */
const section = (title: string, lines: readonly string[]): string[] =>
  lines.some((line) => line !== '') ? [title, ...lines] : [];

const pair = (label: string, value: string, { text }: DocumentWords): string => text.pair({ label, value });

const fieldLine = ({ label, value }: Field, words: DocumentWords): string => pair(label, value, words);

/** A line of a table: what it is about, then its other cells with the names of their columns. */
function row(about: string, cells: readonly (readonly [title: string, value: string])[], words: DocumentWords): string {
  return [about, ...cells.flatMap(([title, value]) => (value === '' ? [] : [pair(title, value, words)]))].join('; ');
}

function headOf({ heading, provider, words }: DocumentModel): string[] {
  const { title, number, version, issued, state, code, howToCheck } = heading;
  return [
    ...[title, `${number} · ${version}`, issued, state],
    ...[provider.name, ...provider.lines],
    ...[words.code({ code }), howToCheck],
  ];
}

const warningsOf = ({ notice, extra }: DocumentModel): string[][] => [
  ...(notice ? [[notice.title, notice.reason, notice.text]] : []),
  ...(extra ? [[extra.title, extra.text]] : []),
];

const workOf = ({ work, words }: DocumentModel): string[] =>
  work.flatMap(({ title, period, text, reason }) => [
    ...[title, period, text],
    ...(reason === '' ? [] : [words.work.reason, reason]),
  ]);

function hoursOf({ hours, words }: DocumentModel): string[] {
  if (!hours) return [];
  const { title, ...columns } = hours.words;
  const lines = hours.rows.map(({ day, worker, activity, times, hours: count, sum }) =>
    row(
      sum ? worker : pair(columns.day, day, words),
      [
        [columns.worker, sum ? '' : worker],
        [columns.activity, activity],
        [columns.times, times],
        [columns.hours, count],
      ],
      words,
    ),
  );
  return [title, ...lines];
}

function itemsOf({ items, words }: DocumentModel): string[][] {
  if (!items) return [];
  const { compared, priced, groups, title } = items;
  const names = words.items;
  const tables = groups.map((group) => [
    group.title,
    ...group.rows.map((item) =>
      row(
        item.mark === '' ? item.description : `${item.description} (${names[item.mark]})`,
        [
          ...(compared ? [[names.planned, item.planned] as const] : []),
          [compared ? names.actual : names.quantity, item.quantity],
          [names.unit, item.unit],
          ...(priced
            ? ([
                [names.unitPrice, item.unitPrice],
                [names.amount, item.amount],
              ] as const)
            : []),
        ],
        words,
      ),
    ),
  ]);
  return [[title], ...tables];
}

function totalsOf({ totals, words }: DocumentModel): string[] {
  if (!totals) return [];
  const { kinds, lines, total, comparison, note } = totals;
  return [...[...kinds, ...lines, total, ...comparison].map((field) => fieldLine(field, words)), note];
}

function changesOf(list: DocumentModel['changes'][number], words: DocumentWords): string[] {
  const { title, text, rows, priced, difference } = list;
  const { change: kind, item, before, after, difference: name } = words.changes;
  return [
    ...[title, text],
    ...rows.map((change) =>
      row(
        pair(kind, change.type, words),
        [
          [item, change.description],
          [before, change.before],
          [after, change.after],
          [name, priced ? change.difference : ''],
        ],
        words,
      ),
    ),
    difference,
  ];
}

function historyOf({ history, words }: DocumentModel): string[] {
  if (!history) return [];
  const { title, version, issued, event, by } = words.history;
  const lines = history.rows.map((one) =>
    row(
      pair(version, one.version, words),
      [
        [issued, one.issued],
        [event, one.event],
        [by, one.by],
        [history.total, history.priced ? one.total : ''],
      ],
      words,
    ),
  );
  return [title, ...lines];
}

function photosOf({ photos, photosNotPrinted, words }: DocumentModel): string[][] {
  const shown = photoRows(photos).flat();
  return [
    section(
      words.photos.title,
      shown.flatMap(({ number, name, origin }) => [words.photos.caption({ number: String(number), name }), origin]),
    ),
    section(
      words.photos.notPrinted,
      photosNotPrinted.flatMap(({ name, why, origin }) => [name, why, origin]),
    ),
  ];
}
