import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Log } from '../log.ts';
import { type Words, wordsFor } from '../words/words.ts';
import { addressOf } from './address.ts';
import { readAssets } from './assets.ts';
import { formOf } from './body.ts';
import { CLOSED, HEADERS, KEPT, MISDIRECTED, onlyBy, PAGE, PLAIN, READ_AND_SEND, READ_ONLY } from './headers.ts';
import { COSTS, createLimits } from './limits.ts';
import { type Answer, notice } from './page.ts';
import { shownPhoto, signedCopy } from './signing/downloads.ts';
import { type SigningDeps, signPage, takeSignature } from './signing/signing.ts';
import { codeAsked, type VerificationDeps, verificationPage } from './verification-page.ts';

/** What the pages are made with. `now` is in milliseconds. */
export interface WebDeps extends Omit<VerificationDeps, 'assets' | 'store'>, Omit<SigningDeps, 'store'> {
  readonly store: VerificationDeps['store'] & SigningDeps['store'];
  /** Where the pages are, as phones and clients reach them: `https://orders.example.com`. */
  readonly publicUrl: string;
  readonly log: Log;
}

/** Documents that are given out at once; each may have some 13 MB. */
const COPIES_AT_ONCE = 4;

/** The pages for people outside Slack. */
export type Web = ReturnType<typeof createWeb>;

/** A token as a link has it, or what somebody took for one. */
const SIGN = /^\/sign\/([^/]{1,200})$/;
/** What was signed there, and what is shown there. */
const COPY = /^\/sign\/([^/]{1,200})\/copy$/;
const PHOTO = /^\/sign\/([^/]{1,200})\/photos\/([0-9a-f]{64})$/;
/** A code; a QR code has it in capitals, as it says the whole address. */
const VERIFY = /^\/verify(?:\/([^/]{0,120}))?$/i;

/**
 * The signing and verification pages, and what they load. Everything else on the address that they are published at is not there.
 * GET changes nothing.
 */
export function createWeb(deps: WebDeps) {
  const { log, now, publicUrl } = deps;
  const host = new URL(publicUrl).host.toLowerCase();
  const assets = readAssets();
  const limits = createLimits(now);
  const about = { ...deps, assets };

  /** Documents that are on their way: each may be in memory until its reader has it. */
  let copies = 0;

  /** The document of what was signed. Where too many are on their way, it has to be asked for again. */
  function copy(token: string, response: ServerResponse, words: Words): Promise<Answer> | Answer {
    const { title, text } = words.web.sign.copy.busy;
    const headers = { 'retry-after': '60', ...CLOSED };
    if (copies >= COPIES_AT_ONCE) return notice(503, { title, details: [text] }, words, assets, { headers });
    copies++;
    response.once('close', () => {
      copies--;
    });
    return signedCopy(about, token, words);
  }

  async function answerTo(request: IncomingMessage, response: ServerResponse, words: Words): Promise<Answer> {
    const { method = '' } = request;
    const say = words.web;
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const reads = method === 'GET' || method === 'HEAD';
    const asset = assets.of(path);
    if (asset && reads) return { status: 200, type: asset.type, body: asset.bytes, headers: KEPT };
    const [, token] = SIGN.exec(path) ?? [];
    if (token !== undefined) {
      if (reads) return signPage(about, token, words);
      return method === 'POST' ? signed(request, token, words) : notAllowed(READ_AND_SEND);
    }
    const [, copied] = COPY.exec(path) ?? [];
    if (copied !== undefined) return reads ? copy(copied, response, words) : notAllowed(READ_ONLY);
    const [, shownAt, sha256] = PHOTO.exec(path) ?? [];
    if (shownAt !== undefined && sha256 !== undefined)
      return reads ? shownPhoto(about, shownAt, sha256, words) : notAllowed(READ_ONLY);
    const verify = VERIFY.exec(path);
    if (verify) {
      if (!reads) return notAllowed(READ_ONLY);
      return verificationPage(about, codeAsked(verify[1], query), words);
    }
    // Browsers ask for it by themselves.
    if (path === '/favicon.ico') return { status: 204, type: PLAIN, body: '' };
    return notice(404, { title: say.notFound.title, details: [say.notFound.text] }, words, assets);
  }

  async function signed(request: IncomingMessage, token: string, words: Words): Promise<Answer> {
    const say = words.web;
    const form = await formOf(request);
    if (form instanceof URLSearchParams) return takeSignature(about, token, form, words);
    const told = (status: number, { title, text }: { readonly title: string; readonly text?: string }) =>
      notice(status, { title, details: text === undefined ? [] : [text] }, words, assets, { headers: CLOSED });
    if (form === 'too large') return told(413, say.tooLarge);
    return form === 'not a form' ? told(415, say.notAForm) : told(400, say.brokenOff);
  }

  const notAllowed = (allow: string): Answer => ({
    status: 405,
    type: PLAIN,
    body: onlyBy(allow),
    headers: { allow, ...CLOSED },
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const address = addressOf(request);
    const words = wordsFor(...languagesOf(request));
    const say = words.web;
    const asked = request.headers.host?.toLowerCase();
    const cost = costOf(request);
    let given: Answer;
    if (asked !== host) given = { status: 421, type: PLAIN, body: MISDIRECTED, headers: CLOSED };
    else if (!limits.pay(address, cost)) {
      const retry = { 'retry-after': String(limits.wait(address, cost)), ...CLOSED };
      given = notice(429, { title: say.limited.title, details: [say.limited.text] }, words, assets, { headers: retry });
    } else
      given = await answerTo(request, response, words).catch((error: unknown) => {
        log.error({ event: 'web.failed', error }, 'a page could not be made');
        return notice(503, { title: say.trouble.title, details: [say.trouble.text] }, words, assets);
      });
    if (given.miss) limits.charge(address, COSTS.miss);
    send(request, response, given);
  }

  return {
    /** Whether a request is for these pages: by its path, or because it came to the address that they are published at. */
    isFor: (request: IncomingMessage): boolean =>
      request.headers.host?.toLowerCase() === host || /^\/(?:sign|verify|web)(?:[/?]|$)/i.test(request.url ?? ''),
    /** Never rejects. */
    answer: (request: IncomingMessage, response: ServerResponse): void => void answer(request, response),
  };
}

function costOf({ method, url = '' }: IncomingMessage): number {
  if (method === 'POST') return COSTS.sent;
  if (COPY.test(url)) return COSTS.copy;
  return url.startsWith('/web/') || PHOTO.test(url) ? COSTS.asset : COSTS.page;
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { status, type = PAGE, body, headers }: Answer,
): void {
  response.writeHead(status, {
    ...HEADERS,
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** What a browser wants to read, the first few, the most wanted first. */
function languagesOf({ headers }: IncomingMessage): string[] {
  return (headers['accept-language'] ?? '')
    .slice(0, 200)
    .split(',')
    .map((one) => one.split(';')[0]?.trim() ?? '')
    .filter((tag) => /^[a-z]{2,3}(?:-\w{2,8})*$/i.test(tag))
    .slice(0, 8);
}
