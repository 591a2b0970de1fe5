import type { Store } from '../../../db/ports.ts';
import type { Action } from '../../order/action.ts';
import type { Order } from '../../order/order.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import type { Version } from '../../order/version.ts';
import { type Orders, policyOf } from '../../orders.ts';
import { wordsOf } from '../../pdf/model/words.ts';
import { printerOf } from '../../pdf/print.ts';
import type { Words } from '../../words/words.ts';
import type { Assets } from '../assets.ts';
import { PLAIN } from '../headers.ts';
import { type Answer, notice } from '../page.ts';
import { type Entered, enteredIn, NOTHING_ENTERED, wrongIn } from './form.ts';
import { type Standing, standingOf } from './standing.ts';
import { hashOf, isToken, keyOf } from './tokens.ts';
import { toSign } from './views.ts';

/** What signing is done with. `now`: milliseconds. */
export interface SigningDeps {
  readonly store: Pick<Store, 'signingLink' | 'order' | 'history' | 'accepted' | 'settings' | 'version'>;
  readonly now: () => number;
  /** What changes the orders of a workspace; undefined for one that is not served here. */
  readonly ordersOf: (team: string) => Orders | undefined;
}

type Deps = SigningDeps & { readonly assets: Assets };

/** A link with how things stand with it. */
interface Looked {
  readonly hash: string;
  readonly orders: Orders | undefined;
  readonly standing: Standing;
}

async function look({ store, now, ordersOf }: Deps, token: string): Promise<Looked> {
  const hash = isToken(token) ? hashOf(token) : '';
  const link = hash === '' ? undefined : await store.signingLink(hash);
  const orders = link && ordersOf(link.team);
  if (!link || !orders) return { hash, orders: undefined, standing: { kind: 'unknown' } };
  const [order, accepted] = await Promise.all([
    store.order(link.team, link.order),
    store.accepted(link.team, keyOf(hash)),
  ]);
  return { hash, orders, standing: standingOf({ link, order, entry: accepted?.entry, now: Math.floor(now() / 1000) }) };
}

/** The page of a link: what is to be signed, or what became of it. Changes nothing. */
export async function signPage(deps: Deps, token: string, words: Words): Promise<Answer> {
  const { standing } = await look(deps, token);
  return shown(deps, { standing, token, entered: NOTHING_ENTERED, words });
}

interface Shown {
  readonly standing: Standing;
  readonly token: string;
  readonly entered: Entered;
  /** Of who asks, where no document says another language. */
  readonly words: Words;
  /** What they saw is not how things stand any more. */
  readonly overtaken?: boolean;
}

async function shown(deps: Deps, { standing, token, entered, words, overtaken = false }: Shown): Promise<Answer> {
  const { assets, store } = deps;
  if (standing.kind === 'unknown') {
    const { title, text } = words.web.sign.unknown;
    return notice(404, { title, details: [text], tone: 'bad' }, words, assets, { miss: true });
  }
  const { order } = standing;
  const own = wordsOfOrder(order, words);
  const say = own.web.sign;
  const company = order.latest?.issuer.name ?? '';
  const tell = (status: number, { title, text }: { readonly title: string; readonly text: string }, tone?: 'good') =>
    notice(status, { title, details: [text], ...(tone ? { tone } : {}) }, own, assets);
  switch (standing.kind) {
    case 'open': {
      const { latest, changed } = standing;
      const whole = { ...order, ...(await store.history(order.team, order.id)) };
      const note = overtaken
        ? say.overtaken({ version: latest.n })
        : changed
          ? say.changed({ version: latest.n })
          : undefined;
      return toSign(
        { order: whole, latest, token, entered, ...(note ? { note } : {}), status: overtaken ? 409 : 200 },
        own,
        assets,
      );
    }
    case 'accepted': {
      const version =
        standing.version === order.latest?.n
          ? order.latest
          : await store.version(order.team, order.id, standing.version);
      return version ? accepted(order, version, own, assets) : tell(410, say.closed);
    }
    case 'signed':
      return notice(
        overtaken ? 409 : 200,
        { title: say.already.title, details: [signedBy(standing.latest, own)] },
        own,
        assets,
      );
    case 'expired':
      return tell(410, { ...say.expired, text: company === '' ? say.expired.text : say.expired.textOf({ company }) });
    case 'closed':
      return tell(409, say.closed);
  }
}

/** The document's own language. */
const wordsOfOrder = ({ latest }: Order, words: Words): Words => (latest ? wordsOf(latest.issuer) : words);

function signedBy(version: Version, words: Words): string {
  const { signed } = version;
  const when = printerOf(version, words).dateTime(signed?.at ?? version.at);
  return words.web.sign.signedBy({ name: signed?.name ?? version.by.name, when });
}

/** What is said at the link for ever after. */
function accepted(order: Order, version: Version, words: Words, assets: Assets): Answer {
  const say = words.web.sign.accepted;
  const newest = order.latest?.n ?? version.n;
  const title = say.title({ version: version.n });
  const details = [
    say.text({
      order: orderNumber(order.number),
      signed: version.signed?.version ?? version.n - 1,
      version: version.n,
    }),
    signedBy(version, words),
    ...(newest > version.n ? [say.newer({ version: newest })] : []),
  ];
  return notice(200, { title, details, tone: 'good' }, words, assets);
}

/** Takes what was signed, once: a second sending is told what became of it. */
export async function takeSignature(deps: Deps, token: string, form: URLSearchParams, words: Words): Promise<Answer> {
  const { assets, store } = deps;
  const { hash, orders, standing } = await look(deps, token);
  const entered = enteredIn(form);
  if (standing.kind === 'accepted') return toResult(token);
  if (standing.kind !== 'open' || !orders) return shown(deps, { standing, token, entered, words, overtaken: true });
  const { order, latest } = standing;
  const again = async () => {
    const { standing } = await look(deps, token);
    if (standing.kind === 'accepted') return toResult(token);
    const kept = { ...entered, drawing: '', consent: false };
    return shown(deps, { standing, token, entered: kept, words, overtaken: true });
  };
  if (entered.version !== latest.n) return again();
  const own = wordsOfOrder(order, words);
  const wrong = wrongIn(entered, own);
  if (Object.keys(wrong).length > 0) {
    const whole = { ...order, ...(await store.history(order.team, order.id)) };
    return toSign({ order: whole, latest, token, entered, wrong, status: 422 }, own, assets);
  }
  const acted = await orders.act({
    order,
    action: signed(entered),
    policy: policyOf(await store.settings(order.team)),
    actor: () => ({ kind: 'client', id: 'client', name: entered.name, roles: ['client'], timeZone: latest.timeZone }),
    key: keyOf(hash),
    spentDraft: null,
  });
  return acted.kind === 'refused' ? again() : toResult(token);
}

const signed = ({ name, position, reservations, how, drawing, version }: Entered): Action => ({
  ...{ type: 'sign', base: version, name },
  ...(position === '' ? {} : { position }),
  ...(reservations === '' ? {} : { reservations }),
  ...(how === 'drawn' ? { drawing } : {}),
});

/** Where the result is: a page that can be loaded again. */
const toResult = (token: string): Answer => ({
  ...{ status: 303, type: PLAIN, body: '' },
  headers: { location: `/sign/${token}` },
});
