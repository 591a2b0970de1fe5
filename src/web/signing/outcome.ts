import type { Order } from '../../order/order.ts';
import { isReopened } from '../../order/signing/signature.ts';
import { orderNumber } from '../../order/text/order-number.ts';
import type { Issuer, Version } from '../../order/version.ts';
import { available } from '../../order/workflow.ts';
import { plainLine, plainText } from '../../pdf/fonts/plain-text.ts';
import { printerOf } from '../../pdf/print.ts';
import type { Words } from '../../words/words.ts';
import type { Assets } from '../assets.ts';
import { type Html, html, lines, wholeNumbers } from '../html.ts';
import { type Answer, notice } from '../page.ts';
import type { Copy } from './kept.ts';
import type { Standing } from './standing.ts';

/** A link at which nothing can be signed. */
export type Over = Exclude<Standing, { kind: 'unknown' | 'open' | 'accepted' }>;

/** Why nothing can be signed at a link, in the document's words, and whom to ask. `lost`: what was entered has not been taken. */
export function overPage(standing: Over, { lost }: { readonly lost: boolean }, words: Words, assets: Assets): Answer {
  const { order } = standing;
  const say = words.web.sign;
  const company = companyOf(order);
  const told = (status: number, title: string, text: string) =>
    notice(
      status,
      { title, details: [lost ? `${say.notSigned} ${text}` : text, ...contactOf(order, words)] },
      words,
      assets,
    );
  switch (standing.kind) {
    case 'signed': {
      const { title, notRecorded } = say.already;
      const signed = signedBy(standing.latest, words, lost ? notRecorded : say.signedBy);
      const details = [signed, ...contactOf(order, words)];
      return notice(lost ? 409 : 200, { title, details }, words, assets);
    }
    case 'withdrawn':
    case 'expired': {
      const { title, text, textOf } = say[standing.kind];
      return told(410, title, company === '' ? text : textOf({ company }));
    }
    case 'reopened':
      return told(409, say.reopened.title, say.reopened.text({ version: standing.latest.n }));
    case 'closed':
      return told(409, say.closed.title, say.closed.text);
  }
}

/** What is said at a link that was signed at, for ever after, to anybody who opens it. */
export function acceptedPage(
  {
    order,
    version,
    copy,
    token,
  }: { readonly order: Order; readonly version: Version; readonly copy: Copy; readonly token: string },
  words: Words,
  assets: Assets,
): Answer {
  const say = words.web.sign.accepted;
  const newest = order.latest?.n ?? version.n;
  const title = say.title({ version: version.n });
  const signed = version.signed?.version ?? version.n - 1;
  const details = [
    say.text({ order: orderNumber(order.number), signed, version: version.n }),
    signedBy(version, words, words.web.sign.signedBy),
    ...(newest > version.n ? [newerOf(order, newest, words)] : []),
    ...(isReopened(order) ? [say.reopened] : []),
  ];
  const reserved = plainText(version.signed?.reservations ?? '');
  const more = html`${reserved !== '' && html`<h2>${words.document.signature.reservations}</h2><p>${lines(reserved)}</p>`}${copyPart({ order, version, copy, token }, words)}${contactOf(order, words).map((one) => html`<p>${one}</p>`)}`;
  return notice(200, { title, details, more, tone: 'good' }, words, assets);
}

/** That there is a newer version, and how to sign it where its client can. */
function newerOf(order: Order, version: number, { web: { sign } }: Words): string {
  const { newer, askToSign } = sign.accepted;
  const told = newer({ version });
  return available(order, ['client']).includes('sign') ? `${told} ${askToSign}` : told;
}

function signedBy(version: Version, words: Words, say: Words['web']['sign']['signedBy']): string {
  const { signed } = version;
  const when = printerOf(version, words).dateTime(signed?.at ?? version.at);
  return say({ name: signed?.name ?? version.by.name, when });
}

const issuerOf = ({ latest }: Order): Partial<Issuer> => latest?.issuer ?? {};

const companyOf = (order: Order): string => plainLine(issuerOf(order).name ?? '');

/** How the company is reached, as its documents say it; nothing where they do not. */
function contactOf(order: Order, { web: { sign: say } }: Words): string[] {
  const { phone = '', email = '' } = issuerOf(order);
  // A number stays on one line.
  const number = plainLine(phone).replaceAll(' ', '\u00a0');
  const contact = [number, plainLine(email)].filter(Boolean).join(' · ');
  if (contact === '') return [];
  const company = companyOf(order);
  return [company === '' ? say.contact({ contact }) : say.contactOf({ company, contact })];
}

/** Where who signed gets the document. A page that loads itself again would interrupt who has it read aloud: they are given a link. */
function copyPart({ order, version, copy, token }: Parameters<typeof acceptedPage>[0], words: Words): Html {
  const say = words.web.sign.copy;
  const company = companyOf(order);
  const heading = html`<h2>${say.title}</h2>`;
  switch (copy.kind) {
    case 'ready': {
      const print = printerOf(version, words);
      const text = say.download({ file: copy.file.name, size: print.fileSize(copy.file.size) });
      return html`${heading}<p><a class="button" href="/sign/${token}/copy">${wholeNumbers(text)}</a></p>
<p class="quiet">${say.until({ when: print.dateTime(copy.until) })}</p>`;
    }
    case 'making':
      return html`${heading}<p>${say.making}</p><p><a class="button plain" href="/sign/${token}">${say.reload}</a></p>`;
    case 'sent':
      return html`${heading}<p>${company === '' ? say.sent : say.sentBy({ company })}</p>`;
    case 'gone':
      return html`${heading}<p>${company === '' ? say.ask : say.askOf({ company })}</p>`;
  }
}
