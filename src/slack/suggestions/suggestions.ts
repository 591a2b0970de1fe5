import type { PlainTextOption } from '@slack/types';
import type { KeptRecord } from '../../../db/ports.ts';
import { cleanText } from '../../forms/fields/fields.ts';
import { OPTION, option, recordText } from '../../forms/fields/records.ts';
import { isOrderFormId, type OrderFormId } from '../../forms/forms.ts';
import { formOfCallbackId, searchInputs } from '../../forms/ids.ts';
import { clip } from '../../forms/mrkdwn.ts';
import { itemForm } from '../../forms/pages/item.ts';
import { RECORD_LIMITS, type RecordKind } from '../../office/master-data.ts';
import { locationOf } from '../../office/snapshot.ts';
import { formatPrice } from '../../order/amounts/money.ts';
import { seesAll } from '../../order/permissions.ts';
import type { Deps } from '../deps.ts';
import { aboutOf, type Session, startSession } from '../forms/form-session.ts';
import { refusedBy } from '../forms/meanwhile.ts';
import type { BlockSuggestion } from '../transport/payloads.ts';
import { decodeItem, decodePage } from '../views/ids.ts';

/** Records that are offered at once: as many as a phone can scroll, and an answer that Slack takes. */
const OFFERED = 40;
/** Characters of what is typed that count. */
const TYPED = 300;

/** What a menu is searched for. `about`: what its action id says besides, and is believed for nothing but this search. */
interface Search {
  readonly session: Session;
  readonly typed: string;
  readonly about: string;
}

/** What each menu searches, by what its action id begins with. */
const searches: Readonly<Record<string, (deps: Deps, search: Search) => Promise<PlainTextOption[]>>> = {
  [searchInputs.client]: clients,
  [searchInputs.site]: sites,
  [searchInputs.item]: catalogue,
};

/**
 * The options that Slack shows to somebody who searches a menu of a form: none to who may not send the form now. What was used
 * last comes first.
 */
export async function suggestions(deps: Deps, payload: BlockSuggestion): Promise<PlainTextOption[]> {
  const [, input = '', about = ''] = /^(field-[a-z]+)-(.*)-\d+$/.exec(payload.action_id) ?? [];
  const search = Object.hasOwn(searches, input) ? searches[input] : undefined;
  const opened = formIn(payload);
  if (!search || !opened) return [];
  const session = await startSession(deps, aboutOf(payload.user.id, opened.form, opened.metadata));
  if ('sorry' in session || !asks(session, input) || (await refusedBy(deps, session))) return [];
  return search(deps, { session, about, typed: cleanText(payload.value.slice(0, TYPED), false) });
}

/** The form that a menu is in, or whose item editor it is in. */
function formIn({ view }: BlockSuggestion) {
  const callback = formOfCallbackId(view?.callback_id ?? '');
  if (callback === itemForm.id) {
    const metadata = decodeItem(view?.private_metadata ?? '');
    return metadata && isOrderFormId(metadata.f) ? { form: metadata.f satisfies OrderFormId, metadata } : undefined;
  }
  const metadata = decodePage(view?.private_metadata ?? '');
  return metadata && callback !== undefined && isOrderFormId(callback) ? { form: callback, metadata } : undefined;
}

/** Whether the form asks for what is searched: it has clients and sites, or a list of items. */
const asks = ({ bound: { form } }: Session, input: string): boolean =>
  input === searchInputs.item ? form.pages.some(({ items }) => items !== undefined) : form.follow !== undefined;

async function clients({ store }: Deps, { session, typed }: Search): Promise<PlainTextOption[]> {
  const found = await store.suggestions(session.team, { kind: 'client' }, typed, OFFERED);
  const hasClients = async () =>
    found.length > 0 || (await store.countRecords(session.team, { kind: 'client' }, 1)) > 0;
  // Until a client is on file, active or not, they can only be typed.
  const free = session.context.onFile?.freeClients !== false || !(await hasClients());
  return [
    ...found.flatMap((record) => offered(record, recordText(record.data.name, record.externalId))),
    ...ownWords(session, typed, free, found),
  ];
}

async function sites({ store }: Deps, { session, typed, about }: Search): Promise<PlainTextOption[]> {
  const client = about.slice(about.indexOf('-') + 1);
  const [owner, found] = await Promise.all([
    store.record(session.team, 'client', client),
    store.suggestions(session.team, { kind: 'site', client }, typed, OFFERED),
  ]);
  if (!owner?.active) return [];
  const hasSites = async () =>
    found.length > 0 || (await store.suggestions(session.team, { kind: 'site', client }, '', 1)).length > 0;
  // Of a client who has no site on file it can only be typed.
  const free = session.context.onFile?.freeClients !== false || !(await hasSites());
  return [
    ...found.flatMap((record) => offered(record, recordText(locationOf(record), record.externalId))),
    ...ownWords(session, typed, free, found),
  ];
}

/**
 * Prices are beside the lines only for who sees them, and only those in the order's currency. Where prices are for the office, nobody
 * else reads the whole list of them: who sees those of their own order sees what a line costs once it is chosen.
 */
async function catalogue({ store }: Deps, { session, typed }: Search): Promise<PlainTextOption[]> {
  const { context, team, person } = session;
  const listed = context.seesPrices !== false && (context.pricesFor === 'everybody' || seesAll(person));
  const found = await store.suggestions(team, { kind: 'item' }, typed, OFFERED);
  return found.flatMap((record) => {
    const { description, unitPrice, currency } = record.data;
    const shown = listed && unitPrice !== null && currency === context.currency;
    const price = shown ? formatPrice(unitPrice, context, context.locale) : '';
    const code = [record.externalId && clip(record.externalId, 20), price].filter(Boolean).join(' · ');
    return offered(record, recordText(description, code));
  });
}

function offered({ id }: KeptRecord<RecordKind>, text: string): PlainTextOption[] {
  const one = option(text, { kind: 'record', value: id });
  return one ? [one] : [];
}

/** What is typed itself: as it is where that may be, and for the office to put on file. Nothing that is on file already. */
function ownWords(
  { context: { onFile, words } }: Session,
  typed: string,
  free: boolean,
  found: readonly KeptRecord<'client' | 'site'>[],
): PlainTextOption[] {
  const known = found.some(({ data }) => data.name.toLowerCase() === typed.toLowerCase());
  if (typed === '' || known) return [];
  const { use, add } = words.fields.search;
  const said = (text: (values: { typed: string }) => string) => {
    const room = OPTION.text - text({ typed: '' }).length;
    return text({ typed: clip(typed, room) });
  };
  const adds = onFile?.adds === true && typed.length <= RECORD_LIMITS.name;
  return [
    ...(free ? [option(said(use), { kind: 'text', value: typed })] : []),
    ...(adds ? [option(said(add), { kind: 'add', value: typed })] : []),
  ].flatMap((one) => one ?? []);
}
