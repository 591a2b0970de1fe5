import type { z } from 'zod';

/** A stored value cannot be read; the message names table, workspace, order and what is wrong with it. Nothing else is touched. */
export class StoredProblem extends Error {
  override name = 'StoredProblem';
}

/** A value as its row has it, and where that row is. */
export interface StoredRow {
  /** Which number the value's shape has. */
  readonly shape: number;
  /** Takes the value out of the row's columns; a `SyntaxError` says that one is no JSON. */
  value(): unknown;
  /** For a human: `version 2 of SO-000012 (table versions, workspace T1, order 5f…)`. */
  readonly where: string;
}

/** What takes a value of shape `from` to the next. */
export interface Step {
  readonly from: number;
  up(old: never, context: never): unknown;
}

/**
 * A kind of stored value: a schema for each number its shape has had, and an upcaster from each to the next, whose output
 * is checked like everything else. Rows are never rewritten for it: they are read through the upcasters.
 */
export interface Stored<T, C> {
  /** The number of the shape that is written. */
  readonly number: number;
  readonly steps: readonly Step[];
  /** The next shape; `up` makes it from the one before, with what a row alone does not say. */
  next<U, D = unknown>(schema: z.ZodType<U>, up: (old: T, context: D) => NoInfer<U>): Stored<U, C & D>;
  /** The value in its newest shape. Throws a `StoredProblem`. */
  read(row: StoredRow, context: C): T;
  /** Throws a `StoredProblem` for a value that could not be read again, so that it is not stored. */
  check(value: unknown, what: string): void;
}

/** The first shape of a kind of stored value. */
export const stored = <T>(schema: z.ZodType<T>): Stored<T, unknown> =>
  kindOf(1, schema, [], (_, { where, shape }) => {
    throw new StoredProblem(`The ${where} has the shape ${shape}, which there never was.`);
  });

type Raise<C> = (value: unknown, row: StoredRow, context: C) => unknown;

/** `raised`: makes this shape from any before it. */
function kindOf<T, C>(number: number, schema: z.ZodType<T>, steps: readonly Step[], raised: Raise<C>): Stored<T, C> {
  const readAs = (value: unknown, row: StoredRow, context: C): T => {
    const known = row.shape >= number ? value : raised(value, row, context);
    return checked(schema, known, `The ${row.where} cannot be read (shape ${row.shape})`, REMEDY);
  };
  return {
    number,
    steps,
    next<U, D>(next: z.ZodType<U>, up: (old: T, context: D) => NoInfer<U>): Stored<U, C & D> {
      const step = { from: number, up };
      return kindOf<U, C & D>(number + 1, next, [...steps, step], (value, row, context) =>
        step.up(readAs(value, row, context), context),
      );
    },
    read(row, context) {
      if (row.shape > number)
        throw new StoredProblem(
          `The ${row.where} was written by a newer version of this program (shape ${row.shape}; this one knows ${number}). Start that version.`,
        );
      return readAs(parsed(row), row, context);
    },
    check: (value, what) => void checked(schema, value, `The ${what} cannot be stored`, 'Report this.'),
  };
}

function parsed({ value, where }: StoredRow): unknown {
  try {
    return value();
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new StoredProblem(`The ${where} is not JSON. ${REMEDY}`, { cause });
  }
}

/** The value of a column with JSON, null for NULL. */
export const json = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

function checked<T>(schema: z.ZodType<T>, value: unknown, what: string, remedy: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const { issues } = result.error;
  const wrong = issues.slice(0, 3).map(({ path, message }) => `${path.join('.') || 'the value'}: ${message}`);
  const more = issues.length > 3 ? `; and ${issues.length - 3} more` : '';
  throw new StoredProblem(`${what}: ${wrong.join('; ')}${more}. ${remedy}`);
}

const REMEDY = 'Somebody or something has changed the database; restore a backup of it, or report this.';

/** Whether two types say the same, apart from `readonly`: an optional member that a schema forgets would be lost silently. */
export type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;

type Plain<T> = T extends readonly (infer E)[]
  ? Plain<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;
