import { withoutPrices } from '../../order/amounts/prices.ts';
import type { WholeOrder } from '../../order/order.ts';
import { type Content, contentOf } from '../../pdf/document.ts';
import { type Html, html, lines } from '../html.ts';
import { hoursPart, photosPart, type ShownPhotos } from './evidence.ts';

/** What the document of a version says, as its client reads it; without prices where only the office sees them. */
export function summaryOf(order: WholeOrder, n: number, photos: ShownPhotos) {
  const open = order.content.pricesFor === 'everybody';
  const content = contentOf(open ? order : withoutPrices(order), n, { copy: open ? 'priced' : 'work' });
  const { heading, provider, subject, words } = content;
  // To its client, a work copy is no copy of anything.
  const title = heading.isReport ? words.title.report : words.title.order;
  return {
    company: provider.name,
    named: words.named({ title, number: heading.number }),
    version: heading.version,
    summary: html`<dl class="facts">
${facts([...content.client, ...content.job])}
</dl>
<h2>${subject}</h2>
${content.description !== '' && html`<p>${lines(content.description)}</p>`}
${content.notice && html`<p class="bad">${content.notice.title}. ${content.notice.reason}</p>`}
${details(content)}
${work(content)}${checklist(content)}${content.remarks.map(({ title, text }) => html`<h2>${title}</h2><p>${lines(text)}</p>`)}
${said(content)}${hoursPart(content)}${items(content)}${totals(content)}
${photosPart(order, n, photos)}
${terms(content)}`,
  };
}

const facts = (fields: readonly { readonly label: string; readonly value: string }[]): Html[] =>
  fields.map(({ label, value }) => html`<div><dt>${label}</dt><dd>${lines(value)}</dd></div>`);

/** What was entered into the own fields of the order's type. */
const details = ({ own, words }: Content): Html | undefined =>
  own.details.length === 0
    ? undefined
    : html`<h2>${words.own.details}</h2><dl class="facts">${facts(own.details)}</dl>`;

function checklist({ own: { checklist }, words: { own: say } }: Content): Html | undefined {
  if (checklist.length === 0) return undefined;
  const result = ({ line, result, failed }: (typeof checklist)[number]) =>
    html`<tr><td>${line}</td><td class="number">${failed ? html`<strong>${result}</strong>` : result}</td></tr>`;
  return html`<h2>${say.checklist}</h2><table><thead><tr><th scope="col">${say.check}</th><th scope="col" class="number">${say.result}</th></tr></thead><tbody>${checklist.map(result)}</tbody></table>`;
}

/** The client's word so far, each with a name and a time. */
function said({ signatures, words }: Content): Html | undefined {
  const ofClient = signatures.filter((one) => one.ofClient);
  if (ofClient.length === 0) return undefined;
  return html`<h2>${words.signature.acceptance}</h2><dl class="facts">${ofClient.map(
    ({ role, name, facts }) =>
      html`<div><dt>${role}</dt><dd>${name}${facts.map((fact) => html`<span class="under">${fact}</span>`)}</dd></div>`,
  )}</dl>`;
}

const terms = ({ terms: text, words }: Content): Html | undefined =>
  text === '' ? undefined : html`<h2>${words.terms}</h2><p class="hint">${lines(text)}</p>`;

function work({ work: reports, words }: Content): Html | undefined {
  if (reports.length === 0) return undefined;
  return html`<h2>${words.work.done}</h2>
${reports.map(
  ({ title, period, text, reason }) => html`<div class="report"><p class="quiet">${title}<br>${period}</p>
<p>${lines(text)}</p>${reason !== '' && html`<p class="quiet">${words.work.reason}</p><p>${lines(reason)}</p>`}</div>`,
)}`;
}

function items({ items: tables, words }: Content): Html | undefined {
  if (!tables) return undefined;
  const { compared, groups, priced } = tables;
  return html`<h2>${tables.title}</h2>
${groups.map(
  ({ title, rows }) => html`<table><thead><tr><th scope="col">${title}</th>${
    compared && html`<th scope="col" class="number">${words.items.planned}</th>`
  }<th scope="col" class="number">${compared ? words.items.actual : words.items.quantity}</th>${
    priced && html`<th scope="col" class="number">${words.items.amount}</th>`
  }</tr></thead><tbody>
${rows.map(
  (row) =>
    html`<tr><td>${row.description}${row.mark !== '' && html` <span class="mark">${words.items[row.mark]}</span>`}</td>${
      compared && html`<td class="number">${row.planned}</td>`
    }<td class="number">${row.quantity} ${row.unit}</td>${priced && html`<td class="number">${row.amount}</td>`}</tr>`,
)}</tbody></table>`,
)}`;
}

function totals({ totals: block, extra }: Content): Html | undefined {
  if (!block) return undefined;
  const row = ({ label, value }: { readonly label: string; readonly value: string }, strong = false) =>
    html`<div class="${strong ? 'sum' : 'part'}"><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`<dl class="totals">${block.lines.map((one) => row(one))}${row(block.total, true)}${block.comparison.map((one) => row(one))}</dl>
<p class="hint">${block.note}</p>${extra && html`<p class="bad"><strong>${extra.title}</strong>${extra.text !== '' && html`<br>${extra.text}`}</p>`}`;
}
