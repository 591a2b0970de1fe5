import type { OrderType } from '../../order/own-fields.ts';

/** An own field as a column: which it is, what its numbers are counted in, and what it and its type were called last. */
export interface OwnColumn {
  readonly type: string;
  readonly field: string;
  /** Missing or '': none. */
  readonly unit?: string | undefined;
  readonly label: string;
  readonly typeName: string;
}

/** The columns of own fields, in the order in which they were first seen. */
export type OwnColumns = Map<string, OwnColumn>;

/**
 * By what a column is known: two types may have a field of the same id, and numbers in one column are counted in one unit,
 * also where the field has got another one.
 */
export const ownKey = ({ type, field, unit = '' }: Pick<OwnColumn, 'type' | 'field' | 'unit'>): string =>
  JSON.stringify([type, field, unit]);

/** Gives every field of a type its column, named as the type names it. */
export function addColumns(columns: OwnColumns, { id, name, fields }: Pick<OrderType, 'id' | 'name' | 'fields'>): void {
  for (const { id: field, label, unit } of fields) {
    const column = { type: id, field, unit, label, typeName: name };
    columns.set(ownKey(column), column);
  }
}

/** The columns with what their fields and types are called now; `types`: those on file. */
export function renamed(columns: OwnColumns, types: readonly Pick<OrderType, 'id' | 'name' | 'fields'>[]): OwnColumn[] {
  const names = new Map(types.map(({ id, name }) => [id, name]));
  const labels = new Map<string, string>();
  const key = (type: string, field: string) => ownKey({ type, field });
  // A field that has got another unit has one label: its last.
  for (const { type, field, label } of columns.values()) labels.set(key(type, field), label);
  for (const { id, fields } of types) for (const { id: field, label } of fields) labels.set(key(id, field), label);
  return [...columns.values()].map((column) => {
    const { type, field, label, typeName } = column;
    return { ...column, label: labels.get(key(type, field)) ?? label, typeName: names.get(type) ?? typeName };
  });
}

/**
 * The names of own fields as headings. `others`: the headings beside them. Of fields with the same label each has its type's name as
 * well; where even that is the same, a number.
 */
export function ownHeadings(columns: readonly OwnColumn[], others: readonly string[]): string[] {
  const named = columns.map(({ label, unit, typeName }) => ({ label: unit ? `${label} (${unit})` : label, typeName }));
  const labels = counted([...others, ...named.map(({ label }) => label)]);
  const long = named.map(({ label, typeName }) => ((labels.get(label) ?? 0) > 1 ? `${label} (${typeName})` : label));
  const taken = new Set(others);
  return long.map((heading) => {
    let unlike = heading;
    for (let n = 2; taken.has(unlike); n++) unlike = `${heading} ${n}`;
    taken.add(unlike);
    return unlike;
  });
}

function counted(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
