import type { Words } from '../words/words.ts';
import type { Assets } from './assets.ts';
import { type Html, html, textOf, wholeNumbers } from './html.ts';

/** What a request is answered with. `miss`: it led nowhere, which is dear. */
export interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly miss?: true;
}

interface Page {
  readonly status: number;
  readonly title: string;
  readonly main: Html;
  /** Whether it has something to draw on. */
  readonly script?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly miss?: true;
}

/** A whole page, in the words' language. */
export function page(
  { status, title, main, script = false, headers, miss }: Page,
  words: Words,
  assets: Assets,
): Answer {
  const text = textOf(html`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<link rel="stylesheet" href="${assets.at('page.css')}">
${script && html`<script type="module" src="${assets.at('sign.js')}"></script>`}
</head>
<body>
<main>${main}</main>
</body>
</html>
`);
  return {
    ...{ status, body: text, headers: headers ?? {} },
    ...(miss ? { miss } : {}),
  };
}

/** A page that says one thing. `details`: more about it, a paragraph each; `more`: what stands below them. */
export const notice = (
  status: number,
  {
    title,
    details,
    more,
    tone = 'quiet',
  }: {
    readonly title: string;
    readonly details: readonly string[];
    readonly more?: Html;
    readonly tone?: 'good' | 'bad' | 'quiet';
  },
  words: Words,
  assets: Assets,
  besides: Pick<Page, 'headers' | 'miss'> = {},
): Answer =>
  page(
    {
      status,
      title,
      main: html`<h1 class="${tone}">${title}</h1>${details.map((one) => html`<p>${wholeNumbers(one)}</p>`)}${more}`,
      ...besides,
    },
    words,
    assets,
  );
