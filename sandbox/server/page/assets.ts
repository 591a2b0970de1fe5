import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const UI = fileURLToPath(new URL('../../ui/', import.meta.url));
const TYPES: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  wasm: 'application/wasm',
};

/** A file of the page, compressed. */
export interface Asset {
  type: string;
  gzipped: Buffer;
}

let built: Promise<Map<string, Asset>> | undefined;
const kept = new Map<string, Promise<Asset | undefined>>();

/** Bundles the page, once in a process; takes a few hundred milliseconds. */
export function buildPage(): Promise<Map<string, Asset>> {
  built ??= bundle();
  return built;
}

/** The file of that name, or undefined when the page has none. */
export async function pageAsset(name: string): Promise<Asset | undefined> {
  const bundled = (await buildPage()).get(name);
  if (bundled !== undefined) return bundled;
  const path = otherFiles(name);
  if (path === undefined) return undefined;
  const reading = kept.get(name) ?? readFile(path).then((bytes) => asset(name, bytes));
  kept.set(name, reading);
  return reading;
}

async function bundle(): Promise<Map<string, Asset>> {
  const { build } = await import('esbuild');
  const result = await build({
    entryPoints: [`${UI}main.tsx`, `${UI}css/main.css`],
    outdir: UI,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    external: ['/page/assets/*'],
    logLevel: 'silent',
  });
  return new Map(
    result.outputFiles.map(({ path, contents }) => {
      const name = path.slice(UI.length);
      return [name, asset(name, contents)];
    }),
  );
}

const asset = (name: string, bytes: Uint8Array): Asset => ({
  type: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
  gzipped: gzipSync(bytes),
});

/** What is served as it is: the page itself, the logo, and the PDF viewer, which the page loads when it is needed. */
function otherFiles(name: string): string | undefined {
  if (name === 'index.html' || name === 'logo.svg') return UI + name;
  const pdfjs = /^pdf\/(pdf\.min\.mjs|pdf\.worker\.min\.mjs)$/.exec(name)?.[1];
  if (pdfjs === undefined) return undefined;
  return createRequire(import.meta.url).resolve(`pdfjs-dist/legacy/build/${pdfjs}`);
}
