import { randomUUID } from 'node:crypto';
import type { TypeData } from '../../src/office/master-data.ts';
import type { OwnField } from '../../src/order/own-fields.ts';
import type { Stage } from './stage.ts';

const by = { id: 'UOFFICE', name: 'Office' };

/** An own field; its id is also its label, unless another is given. */
export const ownField = (id: string, changes: Partial<OwnField> = {}): TypeData['fields'][number] => {
  const { choices = [], ...rest } = changes;
  return {
    ...{ id, kind: 'text', label: id, asked: 'confirm', required: false, unit: '' },
    ...rest,
    choices: [...choices],
  };
};

/** The eight lines of the checklist of an inspection. */
export const CHECKS = ['Brakes', 'Belt', 'Seals', 'Bearings', 'Wiring', 'Guards', 'Emergency stop', 'Labels'] as const;

/** An inspection: questions of every kind, a checklist, and all that closing can ask for. */
export const inspection: TypeData = {
  ...{ name: 'Inspection', title: 'Yearly inspection', description: 'Inspect the conveyor.', priority: 'low' },
  items: [{ id: 'visit', kind: 'labour', description: 'Visit', quantity: 1500, unit: 'h', unitPrice: '95.5' }],
  currency: 'EUR',
  fields: [
    ownField('meter', { label: 'Meter number', asked: 'submit', required: true }),
    ownField('voltage', { label: 'Voltage', asked: 'submit', kind: 'choice', choices: ['230 V', '400 V'] }),
    ownField('due', { label: 'Last inspection', asked: 'submit', kind: 'date' }),
    ownField('pressure', { label: 'Pressure', kind: 'number', unit: 'bar', required: true }),
    ...CHECKS.map((label, n) => ownField(`check-${n}`, { label, kind: 'check' })),
    ownField('safe', { label: 'Safe to use', asked: 'close', kind: 'yes_no', required: true }),
  ],
  closing: { photos: true, checklist: true, acceptance: true },
};

/** Puts an order type on file, or changes it; answers its id. */
export async function orderType(
  { store, sandbox }: Pick<Stage, 'store' | 'sandbox'>,
  data: TypeData,
  { id = randomUUID() as string, active = true } = {},
): Promise<string> {
  const current = await store.record(sandbox.teamId, 'type', id);
  const record = { kind: 'type' as const, id, externalId: '', active, data };
  const change = { at: Math.floor(Date.now() / 1000), by };
  const saved = await store.saveRecord(sandbox.teamId, record, current?.revision ?? 0, change);
  if (saved.kind !== 'saved') throw new Error(`the type is ${saved.kind}`);
  return id;
}
