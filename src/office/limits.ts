import { z } from 'zod';

/** Supervisors as a change of the settings keeps them, perhaps of another version of the program. */
const Listed = z.array(z.object({ id: z.string(), limit: z.string().nullable() })).catch([]);

/** Whose limit is what in a list of supervisors; null is none. */
export const limitsIn = (list: unknown): Map<string, string | null> =>
  new Map(Listed.parse(list).map(({ id, limit }) => [id, limit]));

/** What differs between two lists of supervisors. `before`, `after`: limits. */
export interface ListChange {
  readonly added: readonly { readonly id: string; readonly limit: string | null }[];
  readonly removed: readonly { readonly id: string; readonly limit: string | null }[];
  readonly changed: readonly { readonly id: string; readonly before: string | null; readonly after: string | null }[];
}

/** What differs; undefined where one of them names nobody, which means everybody. */
export function listChange(before: unknown, after: unknown): ListChange | undefined {
  const [was, is] = [limitsIn(before), limitsIn(after)];
  if (was.size === 0 || is.size === 0) return undefined;
  const besides = (one: typeof was, other: typeof was) =>
    [...one].filter(([id]) => !other.has(id)).map(([id, limit]) => ({ id, limit }));
  const changed = [...is].flatMap(([id, limit]) => {
    const old = was.get(id);
    return old === undefined || old === limit ? [] : [{ id, before: old, after: limit }];
  });
  return { added: besides(is, was), removed: besides(was, is), changed };
}
