import { readFileSync } from 'node:fs';
import type { DocumentModel, Field } from '../src/pdf/document.ts';
import { BASE, fontFile, type Weight } from '../src/pdf/fonts/families.ts';

/** The document of an order as a web page to be printed: the same model, fonts, sizes and colours as the template. */
export function webPage({
  heading,
  provider,
  subject,
  client,
  job,
  people,
  description,
  items,
  totals,
  signatures,
}: DocumentModel): string {
  const rows = (fields: readonly Field[]) =>
    `<dl>${fields.map(({ label, value }) => `<dt>${safe(label)}</dt><dd>${safe(value)}</dd>`).join('')}</dl>`;
  const tables = items?.groups.map(
    (group) =>
      `<table><thead><tr>${[group.title, 'Quantity', 'Unit', 'Unit price', 'Amount'].map((title) => `<th>${safe(title)}</th>`).join('')}</tr></thead><tbody>${group.rows
        .map(
          (row) =>
            `<tr>${[row.description, row.quantity, row.unit, row.unitPrice, row.amount].map((text) => `<td>${safe(text)}</td>`).join('')}</tr>`,
        )
        .join('')}</tbody></table>`,
  );
  return `<!DOCTYPE html><html lang="en"><head><title>${safe(heading.title)}</title><style>
${face(400)}${face(600)}
@page{size:A4;margin:36pt 46pt 72pt}
body{font:9pt/1.4 Noto;color:#1b2430;margin:0}h1{font-size:20pt;margin:0}h2{font-size:10pt;color:#1f4e79;margin:14pt 0 5pt;break-after:avoid}
header{display:flex;justify-content:space-between;border-bottom:1pt solid #1f4e79;padding-bottom:14pt}header div:last-child{text-align:right}
.two{display:flex;gap:18pt}.two>*{flex:1}dl{display:grid;grid-template-columns:78pt 1fr;margin:0}dt{color:#5d6876;font-size:8pt}dd{margin:0 0 3pt}
table{width:100%;border-collapse:collapse;font-size:8.5pt;margin-top:8pt}th{background:#f4f6f8;text-align:left}td,th{padding:3pt 5pt}tr{break-inside:avoid}td{border-bottom:.5pt solid #d3d9e0}
td:nth-child(2),td:nth-child(n+4),th:nth-child(2),th:nth-child(n+4){text-align:right}.sum{margin-left:50%;break-inside:avoid}.sum dl{grid-template-columns:1fr auto}
.sign{display:flex;gap:18pt;margin-top:22pt;break-inside:avoid}.sign>*{flex:1;border-top:1pt solid #1b2430}
</style></head><body><header><div><h1>${safe(heading.title)}</h1><b>${safe(heading.number)} · ${safe(heading.version)}</b><br>${safe(heading.issued)}<br>${safe(heading.state)}</div>
<div><b>${safe(provider.name)}</b><br>${provider.lines.map(safe).join('<br>')}</div></header>
<h3>${safe(subject)}</h3><div class="two">${rows(client)}${rows([...job, ...people])}</div>
<h2>Description of the work</h2><p>${safe(description)}</p><h2>${safe(items?.title ?? '')}</h2>${tables?.join('') ?? ''}
<div class="sum">${rows([...(totals?.kinds ?? []), ...(totals?.lines ?? []), ...(totals ? [totals.total] : [])])}</div><p>${safe(totals?.note ?? '')}</p>
<div class="sign">${signatures.map(({ role, name, facts }) => `<div>${safe(role)}<br><b>${safe(name)}</b><br>${facts.map(safe).join('<br>')}</div>`).join('')}</div></body></html>`;
}

/** What Chromium prints at the foot of every page. */
export const webFoot = ({ heading }: DocumentModel): string =>
  `<div style="font-size:7.5pt;width:100%;margin:0 46pt;display:flex;justify-content:space-between"><span>${safe(heading.number)} · ${safe(heading.version)}<br>Verification code ${safe(heading.code)}</span><span>Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`;

function face(weight: Weight): string {
  const bytes = readFileSync(fontFile(BASE, weight));
  return `@font-face{font-family:Noto;font-weight:${weight};src:url(data:font/ttf;base64,${bytes.toString('base64')})}`;
}

const safe = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
