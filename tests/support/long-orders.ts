import type { Person } from '../../sandbox/server/acts.ts';
import type { Item } from '../../src/order/content.ts';
import { addItem } from './acting.ts';
import type { Stage } from './stage.ts';

/** Words in scripts whose letters take two or three bytes each, and in one that takes one; any length. */
export const scripts = {
  Latin: (length: number) => 'Replace circulation pump '.repeat(length).slice(0, length).trim().padEnd(length, 'x'),
  Japanese: (length: number) => '循環ポンプを交換する'.repeat(length).slice(0, length),
  Russian: (length: number) => 'Замена насоса '.repeat(length).slice(0, length).trim().padEnd(length, 'я'),
  Arabic: (length: number) => 'استبدال المضخة '.repeat(length).slice(0, length).trim().padEnd(length, 'م'),
} as const;

export type Script = keyof typeof scripts;

/** So many items with descriptions of this length, all different. */
export const longItems = (count: number, script: Script, length: number, from = 0): Item[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `0b8e6a4c-0d1e-4f5a-8b9c-${String(from + n).padStart(12, '0')}`,
    kind: 'material',
    description: `${from + n} ${scripts[script](length)}`.slice(0, length),
    quantity: 12_345 + n,
    unit: 'pcs',
    unitPrice: '12.34',
  }));

const TOUCHED = 'So that there is a draft';

/** Adds an item, or saves one as it is where the list is full. */
async function touched(person: Person): Promise<void> {
  if (person.topModal()?.actions.includes('item_add')) return addItem(person, { description: TOUCHED, quantity: '1' });
  await person.press('item_edit', { nth: 0 });
  await person.modal('item');
  await person.submit();
}

/** The draft of the form that a person has open, changed as if the items had been typed one by one. */
export async function withItems(
  { store, sandbox }: Pick<Stage, 'store' | 'sandbox'>,
  person: Person,
  form: string,
  order: string,
  change: (items: readonly Item[]) => Item[],
): Promise<void> {
  const key = { team: sandbox.teamId, person: person.id, form, order };
  // A form that nobody has touched is kept nowhere.
  if (!(await store.draft(key))) await touched(person);
  const found = await store.draft(key);
  if (!found?.data) throw new Error(`${person.name} has no draft of ${form}`);
  const items = change(found.data.items.filter(({ description }) => description !== TOUCHED));
  const data = { ...found.data, items, touched: true };
  await store.saveDraft({ ...key, data, updatedAt: Date.now() }, found.stored);
}
