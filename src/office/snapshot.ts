import type { ClientOnFile, SiteOnFile } from '../order/content.ts';
import type { RecordOf } from './master-data.ts';

/** What an order takes from a client's record. */
export const clientOnFile = ({ id, externalId, data }: RecordOf<'client'>): ClientOnFile => ({
  ...{ id, externalId },
  taxId: data.taxId,
  address: data.address,
  language: data.language,
  paymentNotes: data.paymentNotes,
});

/** What an order takes from a site's record. */
export const siteOnFile = ({ id, externalId, data }: RecordOf<'site'>): SiteOnFile => ({
  ...{ id, externalId },
  name: data.name,
  accessNotes: data.accessNotes,
});

/** `Plant 2, 5 Mill Lane`: a site as an order says where its work is done. */
export const locationOf = ({ data: { name, address } }: RecordOf<'site'>): string =>
  [name, ...address.split('\n')]
    .map((line) => line.trim())
    .filter(Boolean)
    .join(', ');
