import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const TOOLS = ['pdftotext', 'pdfinfo', 'pdffonts', 'qpdf'] as const;
type Tool = (typeof TOOLS)[number];

const missing = TOOLS.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);
const inCi = process.env.CI === 'true';
if (inCi && missing.length > 0)
  throw new Error(`${missing.join(', ')} not found: apt-get install -y poppler-utils qpdf`);

/** Without poppler and qpdf there is nothing to look into a PDF with; CI always has them. */
export const withoutTools = missing.length > 0;

/** The text as it stands on the pages, one string per page. */
export const pagesOf = (bytes: Uint8Array): string[] =>
  run('pdftotext', bytes, (file) => ['-layout', file, '-'])
    .split('\f')
    .slice(0, -1);

/** All words in reading order, line ends and page furniture included. */
export const wordsOf = (bytes: Uint8Array): string =>
  run('pdftotext', bytes, (file) => ['-raw', file, '-']).replace(/\s+/g, ' ');

/** Properties and page size. */
export const infoOf = (bytes: Uint8Array): string => run('pdfinfo', bytes, (file) => [file]);

/** The fonts, one line each: name, type, encoding, embedded, subset, unicode. */
export const fontsOf = (bytes: Uint8Array): string[] =>
  run('pdffonts', bytes, (file) => [file])
    .trim()
    .split('\n')
    .slice(2);

/** The file's objects, readable. */
export const objectsOf = (bytes: Uint8Array): string =>
  run('qpdf', bytes, (file) => ['--qdf', '--object-streams=disable', file, '-']);

/** Throws where qpdf finds an error or a warning. */
export const check = (bytes: Uint8Array): string => run('qpdf', bytes, (file) => ['--check', file]);

/** How far words reach to the left and to the right, points, with the page's width. */
interface Edges {
  readonly width: number;
  readonly left: number;
  readonly right: number;
}

/** Left and right edge of all words. */
export const edgesOf = (bytes: Uint8Array): Edges => edgesIn(run('pdftotext', bytes, (file) => ['-bbox', file, '-']));

/** What `wordsOf` and `edgesOf` say of a document without right-to-left letters, asked for at once, and how many pages it has. */
export function readFromLeft(bytes: Uint8Array): Edges & { readonly words: string; readonly pages: number } {
  const html = run('pdftotext', bytes, (file) => ['-raw', '-bbox', file, '-']);
  const words = [...html.matchAll(/<word [^>]*>([^<]*)</g)].map(([, word = '']) => unescaped(word));
  return { ...edgesIn(html), words: words.join(' '), pages: html.split('<page ').length - 1 };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (html: string): string => html.replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);

function edgesIn(html: string): Edges {
  const all = (pattern: RegExp) => [...html.matchAll(pattern)].map((match) => Number(match[1]));
  return {
    width: Math.min(...all(/<page width="([\d.]+)"/g)),
    left: Math.min(...all(/xMin="([\d.]+)"/g)),
    right: Math.max(...all(/xMax="([\d.]+)"/g)),
  };
}

/** How much of each page's height is empty between what is above its foot and the foot itself, by page. */
export function emptyOf(bytes: Uint8Array): number[] {
  const html = run('pdftotext', bytes, (file) => ['-bbox', file, '-']);
  return html
    .split('<page ')
    .slice(1)
    .map((page) => {
      const height = Number(/height="([\d.]+)"/.exec(page)?.[1]);
      const words = [...page.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">/g)];
      const foot = height - 80;
      const last = Math.max(...words.filter(([, top]) => Number(top) < foot).map(([, , bottom]) => Number(bottom)));
      return (foot - last) / height;
    });
}

/** Where words that match stand, points from the left edge, in reading order. */
export function placesOf(bytes: Uint8Array, word: string): { readonly left: number; readonly right: number }[] {
  const html = run('pdftotext', bytes, (file) => ['-bbox', file, '-']);
  const words = [...html.matchAll(/xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)"[^>]*>([^<]*)</g)];
  const wanted = new RegExp(`^[\\u2066-\\u2069]*${word}[\\u2066-\\u2069]*$`);
  return words
    .filter(([, , , text = '']) => wanted.test(text))
    .map(([, left, right]) => ({ left: Number(left), right: Number(right) }));
}

/** What the tools have said of each document: tests ask more than once. */
const said = new WeakMap<Uint8Array, Map<string, string>>();

function run(tool: Tool, bytes: Uint8Array, args: (file: string) => string[]): string {
  const known = said.get(bytes) ?? new Map<string, string>();
  said.set(bytes, known);
  const question = [tool, ...args('')].join(' ');
  const answer = known.get(question) ?? asked(tool, bytes, args);
  known.set(question, answer);
  return answer;
}

function asked(tool: Tool, bytes: Uint8Array, args: (file: string) => string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    writeFileSync(file, bytes);
    return execFileSync(tool, args(file), { encoding: 'utf8' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
