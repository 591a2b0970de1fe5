import type { OrderType } from '../../order/own-fields.ts';

/** An own field as a column: which it is, and what it and its type were called last. */
export interface OwnColumn {
  readonly type: string;
  readonly field: string;
  readonly label: string;
  readonly typeName: string;
}

/** The columns of own fields, in the order in which they were first seen. */
export type OwnColumns = Map<string, OwnColumn>;

/** By what an own field is known: two types may have a field of the same id. */
export const ownKey = (type: string, field: string): string => `${type}/${field}`;

/** Gives every field of a type its column, named as the type names it. */
export function addColumns(columns: OwnColumns, { id, name, fields }: Pick<OrderType, 'id' | 'name' | 'fields'>): void {
  for (const { id: field, label } of fields) columns.set(ownKey(id, field), { type: id, field, label, typeName: name });
}

/**
 * The names of own fields as headings. `others`: the headings beside them. Of fields with the same label each has its type's name as
 * well; where even that is the same, a number.
 */
export function ownHeadings(columns: readonly OwnColumn[], others: readonly string[]): string[] {
  const labels = counted([...others, ...columns.map(({ label }) => label)]);
  const long = columns.map(({ label, typeName }) => ((labels.get(label) ?? 0) > 1 ? `${label} (${typeName})` : label));
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
