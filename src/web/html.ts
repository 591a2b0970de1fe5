const MARKUP = Symbol('markup');

/** Markup that may be sent as it is: only `html` makes any. */
export interface Html {
  readonly [MARKUP]: string;
}

/** What may stand in a template: text is escaped, markup is not; what is not there leaves nothing. */
type Part = string | number | Html | readonly Html[] | undefined | null | false;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markup(part: Part): string {
  if (part === undefined || part === null || part === false) return '';
  if (typeof part === 'string' || typeof part === 'number')
    return String(part).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
  return MARKUP in part ? part[MARKUP] : part.map((one) => one[MARKUP]).join('');
}

/**
 * Markup with everything in it escaped that is not markup itself. Text may stand between tags and in quoted attributes; nothing
 * that people typed belongs into a tag's name, an address, a script or a style.
 */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  [MARKUP]: texts.map((text, index) => text + markup(parts[index])).join(''),
});

/** Lines of a text, one below the other. */
export const lines = (text: string): Html =>
  html`${text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br>${line}`))}`;

/** A text in which no order's number, and no code that begins with one, is broken at a hyphen. */
export const wholeNumbers = (text: string): Html =>
  html`${text.split(/(\bSO-\d{6,}(?:-[\dA-Z]{1,4})*\b)/).map((part, index) => (index % 2 === 0 ? html`${part}` : html`<span class="whole">${part}</span>`))}`;

/** The text that a browser gets. */
export const textOf = (made: Html): string => made[MARKUP];
