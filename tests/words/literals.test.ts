import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
// Comes with Vitest, which reads every file with it.
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Who reads what these say are operators: on the command line, in logs, in metrics, in the configuration. */
const FOR_OPERATORS = [
  'src/config.ts',
  'src/files/',
  'src/http/',
  'src/log.ts',
  'src/main.ts',
  'src/metrics.ts',
  'src/pictures/decode-logo.ts',
  'src/pictures/decoder.ts',
  'src/private-files.ts',
  'src/service.ts',
  'src/settings-command.ts',
  'src/settings.ts',
  'src/slack-api/installation.ts',
  'src/slack/transport/socket-connections.ts',
  'src/start-notices.ts',
  'src/tax-rate.ts',
];

/** Lists of codes and names: of currencies, of Slack's errors, of fonts and scripts, of formats, of columns in other systems; headers. */
const CODES = [
  'src/office/imports/headings.ts',
  'src/web/headers.ts',
  'src/order/amounts/currencies.ts',
  'src/slack-api/slack-codes.ts',
  'src/pdf/fonts/',
  'src/pictures/formats/',
];

/** Ids, names and code: no sentences, or none of ours. */
const NO_SENTENCES: Readonly<Record<string, readonly string[]>> = {
  'src/forms/mrkdwn.ts': ['<!date^{}^{date_short_pretty} {time}|{}>'],
  'src/outbox/effects/channel/metadata.ts': ['{}/superseded v{}'],
  'src/outbox/effects/files/without-metadata.ts': ['Exif', 'Photoshop'],
  // The product, as it names itself in the properties of a PDF; a text to warm the fonts up; what a worker loads.
  'src/pdf/template/template.tsx': ['Service Orders for Slack'],
  'src/pdf/worker.ts': ['Sample'],
  'src/pdf/renderer.ts': ['import { register } from {}; register();', 'The PDF {}', 'The warm-up render'],
  'src/pdf/template/parts/qr.ts': ['Alphanumeric', 'Byte'],
  // A command, which is the same in every language.
  'src/pdf/document.ts': ['/service-order verify'],
  'src/pictures/child.ts': ['ulimit -d {} 2>/dev/null; exec "$@"'],
  // An error of the SDK's is known by it.
  'src/slack-api/classify-error.ts': ['Retry header'],
  'src/slack/transport/gate.ts': ['of no kind that we know', 'for workspace {}', 'not whole: {}'],
  'src/slack/transport/response-url.ts': ['application/json; charset=utf-8'],
};

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string' && 'start' in value;

/** Every node with those around it, the nearest first. */
function* nodesIn(value: unknown, around: readonly Node[] = []): Generator<readonly [Node, readonly Node[]]> {
  if (Array.isArray(value)) for (const one of value) yield* nodesIn(one, around);
  if (!isNode(value)) return;
  yield [value, around];
  for (const [key, child] of Object.entries(value)) if (key !== 'type') yield* nodesIn(child, [value, ...around]);
}

/** The text of a literal, with `{}` for what is put into it. */
function textOf({ type, value, quasis }: Node): string | undefined {
  if (type === 'Literal' || type === 'JSXText') return typeof value === 'string' ? value.trim() : undefined;
  if (type !== 'TemplateLiteral' || !Array.isArray(quasis)) return undefined;
  return quasis.map(({ value }: { value: { cooked: string } }) => value.cooked).join('{}');
}

/** Two words beside one another, or one with a capital as on a button. */
const SAID = /\p{L}[\p{L}’']*[^\p{L}\n]* [^\p{L}\n]*\p{L}|^\p{Lu}\p{Ll}{2,}$/u;
/** Calls and errors that only operators read. */
const LOGGED = /(^|\.)(trace|debug|info|warn|error|fatal|warnOnce|passOver)$/;
const THROWN = /(Error|Problem|RegExp|Unanswered|Fenced|Later|Stopped|NotFetched|ChannelLost)$/;

const filesOf = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.tsx?$/.test(name) && !name.startsWith('words/') && !name.includes('node_modules'))
    .map((name) => {
      const text = readFileSync(join(root, folder, name), 'utf8');
      const nodes = [...nodesIn(parseAst(text, { lang: name.endsWith('x') ? 'tsx' : 'ts' }))];
      return { file: `${folder}/${name}`, text, nodes };
    });
const sources = filesOf('src');

/** Words of the code: what types list. */
const ofTypes = new Set(
  [...sources, ...filesOf('db')].flatMap(({ nodes }) =>
    nodes.flatMap(([{ type, literal }]) => (type === 'TSLiteralType' && isNode(literal) ? [textOf(literal)] : [])),
  ),
);

/** The literals of a file that people may read. */
function sentences({ text, nodes }: (typeof sources)[number]): string[] {
  const code = (node: unknown) => (isNode(node) ? text.slice(node.start, node.end) : '');
  return nodes.flatMap(([node, around]) => {
    // Between the tags of a page.
    const inPage = around[0]?.type === 'TaggedTemplateExpression';
    const said = inPage
      ? textOf(node)
          ?.replaceAll(/<[^>]*>/g, ' ')
          .trim()
      : textOf(node);
    if (said === undefined || !SAID.test(said) || ofTypes.has(said)) return [];
    const own = around.slice(
      0,
      Math.max(
        0,
        around.findIndex(({ type }) => /Function/.test(type)),
      ) || undefined,
    );
    const forOperators = own.some(
      ({ type, callee, source }) =>
        source !== undefined ||
        type === 'TSLiteralType' ||
        (type === 'CallExpression' && LOGGED.test(code(callee))) ||
        (type === 'NewExpression' && THROWN.test(code(callee))),
    );
    return forOperators ? [] : [said];
  });
}

const found = sources
  .filter(({ file }) => ![...FOR_OPERATORS, ...CODES].some((one) => file.startsWith(one)))
  .map((source) => ({ file: source.file, sentences: sentences(source) }));

describe('what people read stands in the catalogues', () => {
  test('no other file has a sentence', () => {
    const others = found
      .map(({ file, sentences }) => ({ file, said: sentences.filter((one) => !NO_SENTENCES[file]?.includes(one)) }))
      .filter(({ said }) => said.length > 0);
    expect(others).toEqual([]);
  });

  test('a file that has lost its exception is no exception any more', () => {
    const unused = Object.entries(NO_SENTENCES).flatMap(([file, texts]) => {
      const has = found.find((one) => one.file === file)?.sentences ?? [];
      return texts.filter((text) => !has.includes(text)).map((text) => `${file}: ${text}`);
    });
    expect(unused).toEqual([]);
    const named = [...FOR_OPERATORS, ...CODES].filter((one) => !sources.some(({ file }) => file.startsWith(one)));
    expect(named).toEqual([]);
  });
});
