import type { Entry } from '../../order/action.ts';
import { currencyDecimals } from '../../order/amounts/currencies.ts';
import type { Content, Item } from '../../order/content.ts';
import type { Party } from '../../order/people.ts';
import type { Version } from '../../order/version.ts';
import { policyOf } from '../../orders.ts';
import type { Settings } from '../../settings.ts';
import type { Words } from '../../words/words.ts';

const HOUR = 3600;

/** An order that never was, approved by this person, as the settings print it. `now` in seconds. */
export function sampleOrder(settings: Settings, by: Party & { readonly timeZone: string }, now: number, words: Words) {
  const { order: say } = words.settings.preview;
  const { issuer, timeZone } = policyOf(settings);
  const party: Party = { id: by.id, name: by.name };
  const item = (id: string, changes: Pick<Item, 'kind' | 'description' | 'unit' | 'quantity' | 'unitPrice'>): Item => ({
    id,
    ...changes,
  });
  const content: Content = {
    ...{ title: say.title, client: say.client, location: say.location, description: say.description },
    ...{ priority: 'normal', contact: '', clientReference: '', attachments: [] },
    ...{ requestedStart: now + 24 * HOUR, requestedEnd: now + 28 * HOUR },
    items: [
      item('a', { kind: 'material', description: say.item, unit: 'pcs', quantity: 1000, unitPrice: '345' }),
      item('b', { kind: 'labour', description: say.labour, unit: 'h', quantity: 2500, unitPrice: '62' }),
    ],
    currency: settings.money.currency,
    decimals: currencyDecimals(settings.money.currency) ?? 2,
    taxRate: settings.money.taxRate,
    pricesFor: 'everybody',
  };
  const version: Version = {
    ...{ n: 1, kind: 'original', final: false, content, changes: [], by: party, at: now },
    ...{ timeZone: timeZone || by.timeZone, requester: party, supervisor: party },
    approval: { by: party, at: now, signature: by.name, comment: '' },
    ...{ report: null, closure: null, issuer, crew: [party], coordinator: null, plannedStart: now + 24 * HOUR },
  };
  const entries: Entry[] = [];
  // No order of anybody's has this number.
  return { team: '', id: 'sample', number: 0, versions: [version], entries };
}
