import type { WholeOrder } from '../../order/order.ts';
import { DRAWING_BOX, MAX_DRAWING } from '../../order/signing/signature.ts';
import type { Version } from '../../order/version.ts';
import type { Words } from '../../words/words.ts';
import type { Assets } from '../assets.ts';
import { type Html, html, wholeNumbers } from '../html.ts';
import { type Answer, page } from '../page.ts';
import { type Entered, LONGEST, type Wrong } from './form.ts';
import { summaryOf } from './summary.ts';

/** What a page for signing shows. */
interface ToSign {
  readonly order: WholeOrder;
  readonly latest: Version;
  readonly token: string;
  readonly entered: Entered;
  readonly wrong?: Wrong;
  /** That the order is another than who opens the link may think. */
  readonly note?: string;
  readonly status?: number;
  /** Photos that can be shown: by the id of their file, the SHA-256 of their small picture. */
  readonly photos: ReadonlyMap<string, string>;
}

/** The page to sign at: what is accepted, and the form. */
export function toSign(
  { order, latest, token, entered, photos, wrong = {}, note, status = 200 }: ToSign,
  words: Words,
  assets: Assets,
): Answer {
  const say = words.web.sign;
  const { company, named, version, summary } = summaryOf(order, latest.n, { token, photos });
  const main = html`<p class="company">${company}</p>
<h1 tabindex="-1">${wholeNumbers(named)}</h1>
<p class="quiet">${version}</p>
${note !== undefined && html`<p class="note" role="status">${note}</p>`}
<p>${say.intro}</p>
${summary}
<h2 id="sign">${say.heading}</h2>
${problems(wrong, words)}
<form method="post" action="/sign/${token}" data-sign data-lost="${say.lost({ button: say.send })}" data-sending="${say.sending}">
<input type="hidden" name="version" value="${latest.n}">
${textInput('name', say.name, { value: entered.name, wrong, autocomplete: 'name', required: true })}
${textInput('position', say.position, { value: entered.position, wrong, autocomplete: 'organization-title', hint: say.positionHint })}
${reservations(entered, wrong, words)}
${signature(entered, wrong, words)}
${consent(latest, order, entered, wrong, words)}
<p class="alert" role="alert" data-alert hidden></p>
<button type="submit">${say.send}</button>
</form>
<p class="hint">${say.privacy}</p>`;
  return page({ status, title: say.title({ document: named }), main, script: true }, words, assets);
}

/** What is wrong, above the form: each leads to where it is. */
function problems(wrong: Wrong, { web: { sign } }: Words): Html | undefined {
  const all = Object.entries(wrong);
  if (all.length === 0) return undefined;
  return html`<div class="problems" role="alert" tabindex="-1"><p>${sign.problems}</p><ul>${all.map(
    ([name, text]) => html`<li><a href="#${name}">${text}</a></li>`,
  )}</ul></div>`;
}

/** What makes a screen reader say the sentence that stands under an input. */
const described = (name: string, wrong: string | undefined, hint: string | undefined): Html => {
  const ids = [...(hint === undefined ? [] : [`${name}-hint`]), ...(wrong === undefined ? [] : [`${name}-wrong`])];
  return html`${ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`}${wrong !== undefined && html` aria-invalid="true"`}`;
};

const under = (name: string, wrong: string | undefined): Html | undefined =>
  wrong === undefined ? undefined : html`<p class="wrong" id="${name}-wrong">${wrong}</p>`;

interface TextInput {
  readonly value: string;
  readonly wrong: Wrong;
  readonly autocomplete: string;
  readonly required?: boolean;
  readonly hint?: string;
}

const textInput = (
  name: 'name' | 'position',
  label: string,
  { value, wrong, autocomplete, required, hint }: TextInput,
): Html =>
  html`<label for="${name}">${label}</label>
${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
<input type="text" id="${name}" name="${name}" value="${value}" maxlength="${LONGEST[name]}" autocomplete="${autocomplete}"${required && html` required`}${described(name, wrong[name], hint)}>
${under(name, wrong[name])}`;

const reservations = (entered: Entered, wrong: Wrong, { web: { sign: say } }: Words): Html =>
  html`<label for="reservations">${say.reservations}</label>
<p class="hint" id="reservations-hint">${say.reservationsHint}</p>
<textarea id="reservations" name="reservations" rows="3" maxlength="${LONGEST.reservations}"${described('reservations', wrong.reservations, say.reservationsHint)}>
${entered.reservations}</textarea>
${under('reservations', wrong.reservations)}`;

/** The choice and the box need the script; without it one signs with the typed name. */
const signature = ({ how, drawing }: Entered, wrong: Wrong, { web: { sign: say } }: Words): Html =>
  html`<fieldset data-drawing hidden disabled>
<legend>${say.signature}</legend>
<label class="choice"><input type="radio" name="how" value="drawn"${how === 'drawn' && html` checked`}> ${say.drawn}</label>
<div data-pad>
<p class="hint" id="pad-hint">${say.padHint}</p>
<canvas id="drawing" role="img" tabindex="-1" aria-label="${say.pad}" data-width="${DRAWING_BOX.width}" data-height="${DRAWING_BOX.height}" data-longest="${MAX_DRAWING}"></canvas>
<button type="button" class="plain" data-clear>${say.clear}</button>
</div>
${under('drawing', wrong.drawing)}
<label class="choice"><input type="radio" name="how" value="typed"${how === 'typed' && html` checked`}> ${say.typed}</label>
<input type="hidden" name="drawing" value="${drawing}">
</fieldset>
<p class="hint" data-without-script>${say.withoutScript}</p>`;

function consent(
  latest: Version,
  { content: { client } }: WholeOrder,
  entered: Entered,
  wrong: Wrong,
  { web: { sign: say } }: Words,
): Html {
  const text = latest.kind === 'original' ? say.consentOrder({ client }) : say.consentWork({ client });
  return html`<label class="choice" for="consent"><input type="checkbox" id="consent" name="consent" value="yes" required${entered.consent && html` checked`}${described('consent', wrong.consent, undefined)}> ${text}</label>
${under('consent', wrong.consent)}`;
}
