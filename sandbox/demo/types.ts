import type { Person } from '../server/acts.ts';
import type { Sandbox } from '../server/server.ts';
import { fillIn, openBy, type Values } from './acting.ts';

// The demo's order types, as its admins defined them.

interface OrderType {
  readonly basics: Values & { readonly name: string };
  readonly fields: readonly (Values & { readonly label: string })[];
  readonly items: readonly (Values & { readonly description: string })[];
}

const check = (label: string) => ({ label, kind: 'check', asked: 'confirm' });

// biome-ignore format: a table reads best as a table
export const orderTypes: readonly OrderType[] = [
  {
    basics: { name: 'Repair', priority: 'high', closing: ['photos'] },
    fields: [
      { label: 'What doesn’t work?', kind: 'long_text', asked: 'submit', required: ['yes'] },
      { label: 'Warranty', kind: 'choice', asked: 'submit', choices: 'Yes\nNo\nNot known' },
      { label: 'Cause', kind: 'text', asked: 'confirm' },
      { label: 'Working again?', kind: 'yes_no', asked: 'close', required: ['yes'] },
    ],
    items: [{ kind: 'service', description: 'Call-out', quantity: '1', unit: 'pcs', unitPrice: '49' }],
  },
  {
    basics: { name: 'Inspection', title: 'Yearly boiler inspection', description: 'Inspect the boiler, and note down every result.', closing: ['checklist', 'acceptance'] },
    fields: [
      { label: 'Serial number', kind: 'text', asked: 'submit', required: ['yes'] },
      { label: 'Last inspection', kind: 'date', asked: 'submit' },
      { label: 'Operating pressure', kind: 'number', asked: 'confirm', unit: 'bar', required: ['yes'] },
      check('Burner'), check('Ignition'), check('Flue'), check('Safety valve'),
      check('Pump'), check('Expansion vessel'), check('Controls'), check('Leaks'),
    ],
    items: [{ kind: 'service', description: 'Boiler inspection', quantity: '1', unit: 'pcs', unitPrice: '120' }],
  },
];

const TIMEOUT_MS = 60_000;

/** Defines the company's order types, as an admin does. */
export async function keepTypes({ workspace }: Sandbox, person: Person): Promise<void> {
  const shows = (text: string) => workspace.waitFor(() => person.topModal()?.shown.includes(text), TIMEOUT_MS);
  const add = async (button: string, editor: string, values: Values, name: string) => {
    await openBy(person, button, editor);
    await fillIn(person, values);
    await shows(name);
  };
  for (const { basics, fields, items } of orderTypes) {
    await person.command('/so settings');
    await person.modal('settings_list');
    await openBy(person, 'types_open', 'types_list');
    await openBy(person, 'types_add', 'types_editor');
    await person.fill(basics);
    await person.submit();
    await person.modal('types_page');
    for (const field of fields) await add('types_field_add', 'types_field', field, field.label);
    for (const item of items) await add('types_item_add', 'types_item', item, item.description);
    await person.closeModal(true);
  }
}
