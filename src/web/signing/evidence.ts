import type { WholeOrder } from '../../order/order.ts';
import type { Content } from '../../pdf/document.ts';
import { filesAndPhotos, isMeantAsPicture, picturesOf } from '../../pdf/model/attachments.ts';
import { printerOf } from '../../pdf/print.ts';
import type { Photo } from '../../pictures/photo.ts';
import { wordsOf } from '../../words/issued.ts';
import { type Html, html } from '../html.ts';

/** Whose hours they are, by day, narrow enough for a phone. */
export function hoursPart({ hours }: Content): Html | undefined {
  if (!hours) return undefined;
  const { words, rows } = hours;
  return html`<h2>${words.title}</h2>
<table><thead><tr><th scope="col">${words.day}</th><th scope="col">${words.worker}</th><th scope="col" class="number">${words.hours}</th></tr></thead><tbody>
${rows.map(
  ({ day, worker, activity, times, hours: count, sum }) =>
    html`<tr${sum && html` class="sum"`}><td>${day}</td><td>${worker}<span class="under">${activity}</span>${
      times !== '' && html`<span class="under">${times}</span>`
    }</td><td class="number">${count}</td></tr>`,
)}</tbody></table>`;
}

/** Photos that a page shows as pictures; a document prints no more. */
const MOST = 40;

/** Which photos are shown: by the id of their file, the SHA-256 of their small picture; and at which link. */
export interface ShownPhotos {
  readonly token: string;
  readonly photos: ReadonlyMap<string, string>;
}

/** A photo that somebody brought; without a hash where no picture of it is kept. */
interface Picture extends Pick<Photo, 'incomplete'> {
  readonly sha256: string | undefined;
}

/** The photos of the versions up to `n` with what is said of them, and the other files by name; photos that are not kept by name as well. */
export function photosPart(order: WholeOrder, n: number, { token, photos: kept }: ShownPhotos): Html | undefined {
  const versions = order.versions.filter((version) => version.n <= n);
  const version = versions.at(-1);
  if (!version) return undefined;
  const words = wordsOf(version.issuer);
  const meant = picturesOf(versions).filter(isMeantAsPicture);
  const pictures = new Map<string, Picture>(meant.map(({ fileId }) => [fileId, { sha256: kept.get(fileId) }]));
  const { photos, files } = filesAndPhotos(versions, { photos: pictures }, printerOf(version, words));
  const shown = photos.filter(({ photo }) => photo.sha256 !== undefined).slice(0, MOST);
  const named = photos.filter((one) => !shown.includes(one));
  const { photos: say, files: others } = words.document;
  return html`${photos.length > 0 && html`<h2>${say.title}</h2>`}${
    shown.length > 0 &&
    html`<div class="photos">${shown.map(
      ({ photo, name, origin }, index) =>
        html`<figure><img src="/sign/${token}/photos/${photo.sha256}" alt="${name}" loading="lazy"><figcaption>${say.caption({ number: String(index + 1), name })}<span class="under">${origin}</span></figcaption></figure>`,
    )}</div>`
  }${named.length > 0 && html`<p class="quiet">${words.web.sign.photosNotShown({ count: named.length })}</p>${listed(named)}`}${
    files.length > 0 && html`<h2>${others.title}</h2>${listed(files)}`
  }`;
}

const listed = (files: readonly { readonly name: string; readonly origin: string }[]): Html =>
  html`<ul class="facts">${files.map(({ name, origin }) => html`<li>${name}<span class="under">${origin}</span></li>`)}</ul>`;
