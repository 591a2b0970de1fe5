import type { Store } from '../../../db/ports.ts';
import type { Order } from '../../order/order.ts';
import { policyOf } from '../../orders.ts';
import { wordsOf } from '../../words/issued.ts';
import type { Words } from '../../words/words.ts';
import type { Assets } from '../assets.ts';
import { PLAIN } from '../headers.ts';
import { type Answer, notice } from '../page.ts';
import { type Entered, enteredIn, isSigned, NOTHING_ENTERED, signing, type Wrong, wrongIn } from './form.ts';
import { copyOf, type KeptDeps, printedPhotos } from './kept.ts';
import { type LookDeps, look } from './look.ts';
import { acceptedPage, overPage } from './outcome.ts';
import type { Standing } from './standing.ts';
import { keyOf } from './tokens.ts';
import { toSign } from './views.ts';

/** What signing is done with. */
export type SigningDeps = Omit<LookDeps, 'store'> &
  Omit<KeptDeps, 'store'> & {
    readonly store: LookDeps['store'] & KeptDeps['store'] & Pick<Store, 'settings' | 'version'>;
  };

type Deps = SigningDeps & { readonly assets: Assets };

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
  const { assets } = deps;
  if (standing.kind === 'unknown') {
    const { title, text } = words.web.sign.unknown;
    return notice(404, { title, details: [text], tone: 'bad' }, words, assets, { miss: true });
  }
  const { order } = standing;
  const own = wordsOfOrder(order, words);
  switch (standing.kind) {
    case 'open': {
      const version = standing.latest.n;
      const { sign: say } = own.web;
      const note = overtaken ? say.overtaken({ version }) : standing.changed ? say.changed({ version }) : undefined;
      return formPage(
        deps,
        standing,
        { token, entered, status: overtaken ? 409 : 200, ...(note ? { note } : {}) },
        own,
      );
    }
    case 'accepted': {
      const version = await versionOf(deps, standing);
      if (!version) return overPage({ kind: 'closed', order }, { lost: overtaken }, own, assets);
      return acceptedPage({ order, version, copy: await copyOf(deps, standing), token }, own, assets);
    }
    default:
      return overPage(standing, { lost: overtaken }, own, assets);
  }
}

interface FormShown {
  readonly token: string;
  readonly entered: Entered;
  readonly status: number;
  readonly note?: string;
  readonly wrong?: Wrong;
}

/** What is to be signed, with the form. */
async function formPage(
  deps: Deps,
  { order, latest }: Extract<Standing, { kind: 'open' }>,
  form: FormShown,
  words: Words,
): Promise<Answer> {
  const [history, photos] = await Promise.all([deps.store.history(order.team, order.id), printedPhotos(deps, order)]);
  return toSign({ order: { ...order, ...history }, latest, photos, ...form }, words, deps.assets);
}

/** The version that was signed at a link. */
const versionOf = async ({ store }: Deps, { order, version }: Extract<Standing, { kind: 'accepted' }>) =>
  version === order.latest?.n ? order.latest : store.version(order.team, order.id, version);

/** The document's own language. */
const wordsOfOrder = ({ latest }: Order, words: Words): Words => (latest ? wordsOf(latest.issuer) : words);

/** Takes what was signed, once: who sends the same again is led to what became of it; anybody else is told that nothing of theirs was taken. */
export async function takeSignature(deps: Deps, token: string, form: URLSearchParams, words: Words): Promise<Answer> {
  const { store } = deps;
  const { hash, orders, askedBy, standing } = await look(deps, token);
  const entered = enteredIn(form);
  if (standing.kind !== 'open' || !orders) return late(deps, { standing, token, entered, words });
  const { order, latest } = standing;
  const again = async () => late(deps, { standing: (await look(deps, token)).standing, token, entered, words });
  if (entered.version !== latest.n) return again();
  const own = wordsOfOrder(order, words);
  const wrong = wrongIn(entered, own);
  if (Object.keys(wrong).length > 0) return formPage(deps, standing, { token, entered, wrong, status: 422 }, own);
  const acted = await orders.act({
    order,
    action: signing(entered, askedBy),
    policy: policyOf(await store.settings(order.team)),
    actor: () => ({ kind: 'client', id: 'client', name: entered.name, roles: ['client'], timeZone: latest.timeZone }),
    key: keyOf(hash),
    spentDraft: null,
  });
  return acted.kind === 'accepted' ? toResult(token) : again();
}

/** What is answered where things stood differently from what the sender saw: it was signed, or the order has changed. */
async function late(deps: Deps, { standing, token, entered, words }: Shown): Promise<Answer> {
  if (standing.kind === 'accepted') {
    const { order } = standing;
    const version = await versionOf(deps, standing);
    if (!version?.signed || isSigned(entered, version.signed)) return toResult(token);
    return overPage(
      { kind: 'signed', order, latest: version },
      { lost: true },
      wordsOfOrder(order, words),
      deps.assets,
    );
  }
  const kept = { ...entered, drawing: '', consent: false };
  return shown(deps, { standing, token, entered: kept, words, overtaken: true });
}

/** Where the result is: a page that can be loaded again. */
const toResult = (token: string): Answer => ({
  ...{ status: 303, type: PLAIN, body: '' },
  headers: { location: `/sign/${token}` },
});
