import type { Party, Version } from '../order/order.ts';
import type { Printed } from './document.ts';

const someone: Party = { id: 'U0', name: 'Sample' };

const version: Version = {
  n: 1,
  kind: 'original',
  final: false,
  content: {
    title: 'Sample',
    client: 'Sample',
    location: 'Sample',
    description: 'Sample',
    priority: 'normal',
    requestedStart: 0,
    requestedEnd: 3600,
    contact: '',
    clientReference: '',
    items: [{ id: 'I0', kind: 'material', description: 'Sample', quantity: 1000, unit: 'pcs', unitPrice: '1' }],
    attachments: [],
    currency: 'EUR',
    decimals: 2,
    taxRate: 21_000,
  },
  changes: [],
  by: someone,
  at: 0,
  timeZone: 'UTC',
  requester: someone,
  supervisor: someone,
  coordinator: null,
  crew: [someone],
  plannedStart: null,
  approval: { by: someone, at: 0, signature: 'Sample', comment: '' },
  report: null,
  closure: null,
  issuer: { name: '', taxId: '', address: '', phone: '', email: '', pageSize: 'A4', locale: 'en-GB' },
};

/** The smallest order that has every part a worker must be warm for. */
export const SAMPLE: Printed = { team: 'T0', id: 'O0', number: 0, versions: [version], entries: [] };

/** Its code, of every kind of digit. */
export const SAMPLE_CODE = 'SO-000000-1-7F3K-9QXM-2PDA';
