import { setTimeout as wait } from 'node:timers/promises';
import type { Store } from '../../db/ports.ts';
import { DOCUMENT_COPIES, type DocumentCopy } from '../order/effect.ts';
import type { Order } from '../order/order.ts';
import { orderNumber } from '../order/text/order-number.ts';
import type { Version } from '../order/version.ts';
import { printerOf } from '../pdf/print.ts';
import { readCode, type TypedCode } from '../verification.ts';
import type { Words } from '../words/words.ts';
import type { Assets } from './assets.ts';
import { type Html, html, wholeNumbers } from './html.ts';
import { type Answer, page } from './page.ts';

/** What a code is looked up in. */
export interface VerificationDeps {
  readonly store: Pick<Store, 'orderByNumber' | 'printedCode' | 'version' | 'gaps'>;
  readonly assets: Assets;
  /** The workspaces that are served here. */
  readonly teams: () => readonly string[];
}

/** An answer leaves no earlier than this after a code came, so that it does not tell by its time what it found. Milliseconds. */
const LEVEL = 100;
/** Restores that an answer names, the newest. */
const GAPS = 3;

/** The code of a request: from the address, or from the form, which sends it beside it; undefined where none was asked for. */
export function codeAsked(inPath: string | undefined, query: string): string | undefined {
  const typed = new URLSearchParams(query).get('code') ?? undefined;
  if (!inPath) return typed?.slice(0, 200);
  try {
    return decodeURIComponent(inPath);
  } catch {
    return inPath;
  }
}

/** What a code says about the paper that it stands on, and nothing of what the paper says. A wrong code and one of no order are answered alike. */
export async function verificationPage(
  deps: VerificationDeps,
  typed: string | undefined,
  words: Words,
): Promise<Answer> {
  const { assets } = deps;
  const say = words.web.verify;
  if (typed === undefined || typed.trim() === '')
    return page(
      { status: 200, title: say.title, main: html`<h1>${say.title}</h1>${codeForm('', words)}` },
      words,
      assets,
    );
  const level = wait(LEVEL);
  const code = readCode(typed);
  const found = code && (await findIn(deps, code));
  const gaps = found ? [] : await deps.store.gaps(GAPS);
  await level;
  if (!code || !found) {
    const lost = gaps.length > 0 ? html`<p>${say.lost}</p>` : undefined;
    const main = html`<h1 class="bad">${say.notGenuine}</h1><p>${say.checkCharacters}</p>${lost}${codeForm(typed, words)}`;
    return page({ status: 404, title: say.notGenuine, main, miss: true }, words, assets);
  }
  return found.intact === false ? altered(words, assets) : genuine(found, words, assets);
}

interface Found {
  readonly order: Order;
  readonly version: Version;
  readonly copy: DocumentCopy;
  /** Whether the version is still what the code was made of; undefined when that cannot be told. */
  readonly intact: boolean | undefined;
}

async function findIn({ store, teams }: VerificationDeps, code: TypedCode): Promise<Found | undefined> {
  for (const team of teams()) {
    const order = await store.orderByNumber(team, code.number);
    for (const copy of order ? DOCUMENT_COPIES : []) {
      const printed = order && (await store.printedCode(team, order.id, code.version, copy));
      if (!order || printed?.check !== code.check) continue;
      const { latest } = order;
      const version = code.version === latest?.n ? latest : await store.version(team, order.id, code.version);
      if (version) return { order, version, copy, intact: printed.intact };
    }
  }
  return undefined;
}

function genuine({ order, version, copy }: Found, words: Words, assets: Assets): Answer {
  const say = words.web.verify;
  const { issuer } = version;
  // Who checks a paper reads what the page says of it in their own language, dates as well.
  const print = printerOf({ ...version, issuer: { ...issuer, locale: words.locale } }, words);
  const company = issuer.name;
  const newest = order.latest ?? version;
  const current = newest.n === version.n;
  const facts = [
    say.document({ order: orderNumber(order.number), version: version.n }),
    company === ''
      ? say.issued({ when: print.dateTime(version.at) })
      : say.issuedBy({ company, when: print.dateTime(version.at) }),
    ...(copy === 'work' ? [say.workCopy] : []),
  ];
  const state = current ? say.current : say.superseded({ version: newest.n, when: print.dateTime(newest.at) });
  const main = html`<h1 class="good">${say.genuine}</h1>
<p class="${current ? 'current' : 'old'}">${state}</p>
<ul class="facts">${facts.map((fact) => html`<li>${wholeNumbers(fact)}</li>`)}</ul>
<p class="quiet">${company === '' ? say.compare : say.compareWith({ company })}</p>
${nextForm(words)}`;
  return page({ status: 200, title: say.genuine, main }, words, assets);
}

function altered(words: Words, assets: Assets): Answer {
  const say = words.web.verify;
  return page(
    {
      status: 200,
      title: say.altered,
      main: html`<h1 class="bad">${say.altered}</h1><p>${say.alteredText}</p>${nextForm(words)}`,
    },
    words,
    assets,
  );
}

/** Where another paper can be checked. */
const nextForm = (words: Words): Html => html`<h2>${words.web.verify.title}</h2>${codeForm('', words)}`;

const codeForm = (typed: string, { web: { verify: say } }: Words): Html => html`<form method="get" action="/verify">
<label for="code">${say.label}</label>
<p class="hint" id="code-hint">${wholeNumbers(say.hint)}</p>
<input id="code" name="code" value="${typed.slice(0, 120)}" aria-describedby="code-hint" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="80">
<button type="submit">${say.check}</button>
</form>`;
