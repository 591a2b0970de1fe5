import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
// Comes with Vitest, which reads every file with it.
import { parseAst } from 'rolldown/parseAst';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Who reads what these say are operators: on the command line, in logs, in metrics, in the configuration. */
const FOR_OPERATORS = [
  'src/config.ts',
  'src/http/',
  'src/log.ts',
  'src/main.ts',
  'src/metrics.ts',
  'src/service.ts',
  'src/settings-command.ts',
  'src/settings.ts',
  'src/start-notices.ts',
  'src/tax-rate.ts',
];

/** Rooms that still have sentences of their own. None is added; one that has none left is taken off. */
const NOT_YET: readonly string[] = [];

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
const THROWN = /(Error|Problem|RegExp|Unanswered|Fenced|Later)$/;

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith('words/'))
  .map((name) => {
    const text = readFileSync(join(root, 'src', name), 'utf8');
    const nodes = [...nodesIn(parseAst(text, { lang: name.endsWith('x') ? 'tsx' : 'ts' }))];
    return { file: `src/${name}`, text, nodes };
  });

/** Words of the code: what types list. */
const ofTypes = new Set(
  sources.flatMap(({ nodes }) =>
    nodes.flatMap(([{ type, literal }]) => (type === 'TSLiteralType' && isNode(literal) ? [textOf(literal)] : [])),
  ),
);

/** The literals of a file that people may read. */
function sentences({ text, nodes }: (typeof sources)[number]): string[] {
  const code = (node: unknown) => (isNode(node) ? text.slice(node.start, node.end) : '');
  return nodes.flatMap(([node, around]) => {
    const said = textOf(node);
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
  .filter(({ file }) => !FOR_OPERATORS.some((one) => file.startsWith(one)))
  .map((source) => ({ file: source.file, sentences: sentences(source) }))
  .filter(({ sentences }) => sentences.length > 0);
const isNotYet = (file: string) => NOT_YET.some((room) => file.startsWith(room));

describe('what people read stands in the catalogues', () => {
  test('no other file has a sentence', () => {
    expect(found.filter(({ file }) => !isNotYet(file))).toEqual([]);
  });

  test('a room whose sentences have all moved is no exception any more', () => {
    expect(NOT_YET.filter((room) => !found.some(({ file }) => file.startsWith(room)))).toEqual([]);
  });
});
