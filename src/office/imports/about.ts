import { z } from 'zod';
import { fileSize } from '../../words/file-size.ts';
import type { Words } from '../../words/words.ts';
import type { RecordKind } from '../master-data.ts';
import { COLUMNS, type Column, headingOf } from './columns.ts';
import { CSV_LIMITS } from './csv.ts';

/** How many lines, and the numbers of the first. */
const SomeLines = z.object({ n: z.number(), first: z.array(z.number()) });
export type SomeLines = z.infer<typeof SomeLines>;

/** What is right as it stands and yet may not be what a file's author means. */
export const DOUBTS = ['namesake', 'negative'] as const;
export type Doubt = (typeof DOUBTS)[number];

/** Why a file cannot be read, and how one was read: what is kept of it. */
const About = z.discriminatedUnion('code', [
  z.object({
    code: z.enum(['empty', 'too_large', 'not_text', 'too_many_lines', 'too_many_columns', 'gone', 'not_theirs']),
  }),
  z.object({ code: z.enum(['quote_open', 'quote_within', 'line_too_long']), line: z.number() }),
  z.object({ code: z.literal('column_missing'), columns: z.array(z.string()) }),
  z.object({ code: z.literal('column_twice'), heading: z.string() }),
  z.object({
    code: z.literal('read'),
    encoding: z.enum(['utf-8', 'utf-16', 'windows-1252']),
    unknown: z.array(z.string()),
    missing: z.array(z.string()).default([]),
    /** Lines that give a record without a number theirs. */
    numbered: z.number().default(0),
    /** New records that are called as one with another number is, and prices below zero. */
    doubts: z.partialRecord(z.enum(DOUBTS), SomeLines).default({}),
  }),
]);
export type About = z.infer<typeof About>;
export type Unreadable = Exclude<About, { code: 'read' }>;

export const encodeAbout = (about: About): string => JSON.stringify(about);

/** Undefined for what is not known yet, or not any more. */
export function decodeAbout(text: string): About | undefined {
  try {
    return About.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Why a file cannot be read, as a sentence that says what to do. What is the file's own is not escaped. */
export function unreadableText(about: Unreadable, kind: RecordKind, words: Words): string {
  const { problem } = words.imports;
  switch (about.code) {
    case 'empty':
    case 'not_text':
    case 'gone':
      return problem[about.code];
    case 'not_theirs':
      return problem.notTheirs;
    case 'too_large':
      return problem.too_large({ size: fileSize(CSV_LIMITS.bytes, words.locale) });
    case 'too_many_lines':
      return problem.too_many_lines({ lines: CSV_LIMITS.lines });
    case 'too_many_columns':
      return problem.too_many_columns({ columns: CSV_LIMITS.columns });
    case 'quote_open':
    case 'quote_within':
    case 'line_too_long':
      return problem[about.code]({ line: about.line });
    case 'column_twice':
      return problem.column_twice({ heading: about.heading });
    case 'column_missing': {
      const columns = about.columns.map((column) => headingOf(kind, asColumn(kind, column), words));
      return problem.column_missing({ n: columns.length, columns: columns.join(', ') });
    }
  }
}

/** What columns that most files have are called, where a file has none of them. */
export const missingColumns = (about: Extract<About, { code: 'read' }>, kind: RecordKind, words: Words): string[] =>
  about.missing.map((column) => headingOf(kind, asColumn(kind, column), words));

const asColumn = (kind: RecordKind, name: string): Column =>
  (COLUMNS[kind] as readonly Column[]).find((one) => one === name) ?? COLUMNS[kind][0];
