import { randomUUID } from 'node:crypto';
import type { Import, ImportLine, KeptRecord, RecordsOf, Store } from '../../../db/ports.ts';
import type { Doubt } from '../../office/imports/about.ts';
import type { Mapping } from '../../office/imports/columns.ts';
import type { CsvLine } from '../../office/imports/csv.ts';
import type { Numbers } from '../../office/imports/numbers.ts';
import { cellOf, readLine } from '../../office/imports/read-line.ts';
import type { RecordKind } from '../../office/master-data.ts';
import { nameOfRecord } from '../../office/master-data.ts';
import { isSameName, plainNumber } from '../../office/records/add.ts';
import { changedFields, type RecordIdentity, recordWith, startValues, valuesOf } from '../../office/records/values.ts';
import { isolated } from '../../words/message.ts';
import type { Words } from '../../words/words.ts';

/** Lines that are looked up at once. */
const AT_ONCE = 10;
/** Records of one name that are looked at for the one that a line means. */
const OF_ONE_NAME = 20;

/** Characters of what a line calls its record that are kept. */
const NAME = 200;

/** What planning needs: how its author writes and counts, and what is on file. */
export interface Planning {
  readonly store: Pick<Store, 'record' | 'recordByExternalId' | 'recordsNamed'>;
  readonly words: Words;
  readonly currency: string;
  readonly numbers: Numbers;
}

type Reading = Pick<Import, 'team' | 'kind'>;

/** What a line comes to, and what its author may not have meant by it. */
export interface PlannedLine {
  readonly line: ImportLine;
  readonly doubts: readonly Doubt[];
}

/**
 * What each line of a file comes to, a few lines at a time and in their order; changes nothing. A record is known by its number,
 * else by its name. By its name it is never taken for one of several, and a record without a number only where the line adds to it.
 */
export async function* planned(
  reading: Reading,
  mapping: Mapping,
  lines: readonly CsvLine[],
  planning: Planning,
): AsyncGenerator<readonly PlannedLine[]> {
  const seen = new Map<string, number>();
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const some = lines.slice(from, from + AT_ONCE);
    const found = await Promise.all(some.map((line) => lookedUp(reading, mapping, line, planning)));
    yield found.map((one, at) => outcomeOf(one, from + at, seen, reading.kind, mapping, planning));
  }
}

/** A line with the record that it means, if that is on file. */
interface Found {
  readonly line: CsvLine;
  readonly identity: RecordIdentity;
  readonly record: KeptRecord | undefined;
  /** What the line calls the record; else what it is called. */
  readonly name: string;
  /** By what a second line of the same record is known. */
  readonly key: string;
  /** A sentence about the client that the line names, or about records of the same name. */
  readonly problem?: string;
  /** A sentence for where the line says something else than the record, which has no number. */
  readonly unlike?: string;
  /** Whether one of the same name has another number. */
  readonly namesake?: boolean;
}

type Match = Pick<Found, 'record' | 'problem' | 'unlike' | 'namesake'>;

async function lookedUp(
  { team, kind }: Reading,
  mapping: Mapping,
  line: CsvLine,
  { store, words }: Planning,
): Promise<Found> {
  const cell = (column: Parameters<typeof cellOf>[2]) => cellOf(mapping, line.cells, column);
  const id = randomUUID();
  const number = cell('externalId');
  const called = cell(kind === 'item' ? 'description' : 'name');
  const nameWith = (record: KeptRecord | undefined) => called || (record ? nameOfRecord(record) : '');
  if (kind !== 'site') {
    const one = await theOne({ kind }, number, called);
    return found(one, { kind, id: one.record?.id ?? id }, '');
  }
  const named = cell('client');
  const { client, problem } = await clientNamed(named);
  const none = { line, identity: { kind, id, client: '' }, record: undefined, name: called, key: `line ${line.line}` };
  if (!client) return { ...none, ...(named === '' ? {} : { problem }) };
  const one = await theOne({ kind, client: client.id }, number, called);
  return found(one, { kind, id: one.record?.id ?? id, client: client.id }, client.id);

  function found({ record, ...problems }: Match, identity: RecordIdentity, client: string): Found {
    return { line, identity, record, name: nameWith(record), key: keyOf(record, client, number, called), ...problems };
  }

  async function theOne(of: RecordsOf, number: string, name: string): Promise<Match> {
    const numbered = number === '' ? undefined : await store.recordByExternalId(team, of, number);
    if (numbered || name === '') return { record: numbered };
    const same = await sameName(of, name);
    // One that has another number is another one.
    const mine = same.filter(({ externalId }) => number === '' || externalId === '');
    const active = mine.filter((one) => one.active);
    const [record, ...others] = active.length > 0 ? active : mine;
    const { several, unnumbered } = words.imports.mistake;
    if (others.length > 0 && number === '') return { record: undefined, problem: several };
    if (!record) return { record, namesake: same.length > 0 };
    if (number === '') return { record };
    const unlike = unnumbered({ name: isolated(name.slice(0, 60)), number: isolated(number.slice(0, 60)) });
    return others.length > 0 ? { record: undefined, problem: unlike } : { record, unlike };
  }

  async function sameName<K extends RecordKind>(of: RecordsOf<K>, name: string): Promise<KeptRecord<K>[]> {
    const some = await store.recordsNamed(team, of, name, OF_ONE_NAME);
    return some.filter((one) => isSameName(nameOfRecord(one), name));
  }

  async function clientNamed(name: string): Promise<{ client?: KeptRecord<'client'>; problem: string }> {
    const { mistake } = words.imports;
    const shown = { client: name.slice(0, 60) };
    const numbered = name === '' ? undefined : await store.recordByExternalId(team, { kind: 'client' }, name);
    if (numbered) return { client: numbered, problem: '' };
    const same = name === '' ? [] : await sameName({ kind: 'client' }, name);
    const [client, ...others] = same;
    if (client && others.length === 0) return { client, problem: '' };
    return { problem: client ? mistake.clients(shown) : mistake.client(shown) };
  }
}

function keyOf(record: KeptRecord | undefined, client: string, number: string, name: string): string {
  if (record) return `record ${record.id}`;
  if (number !== '') return `number ${client} ${plainNumber(number)}`;
  return `name ${client} ${name.toLowerCase()}`;
}

function outcomeOf(
  { line, identity, record, name, key, problem, unlike, namesake = false }: Found,
  n: number,
  seen: Map<string, number>,
  kind: RecordKind,
  mapping: Mapping,
  { words, currency, numbers }: Planning,
): PlannedLine {
  const { mistake } = words.imports;
  const kept = record ? valuesOf(record) : startValues(kind);
  const { values, mistakes } = readLine(kind, mapping, line.cells, { words, currency, kept, numbers });
  const changes = record ? changedFields(kind, kept, values) : [];
  const contradicts = unlike !== undefined && changes.some((one) => one.before !== '' && one.name !== 'active');
  const before = seen.get(key);
  if (before === undefined) seen.set(key, line.line);
  const filled = line.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const missing = identity.kind === 'site' && identity.client === '' && problem === undefined;
  const problems = [
    ...(filled > mapping.width ? [mistake.cells({ n: filled, columns: mapping.width })] : []),
    ...(missing ? [mistake.field({ column: words.fields.client.label, problem: words.fields.error.required })] : []),
    ...(problem === undefined ? [] : [problem]),
    ...(contradicts ? [unlike] : []),
    ...(before === undefined ? [] : [mistake.twice({ line: before })]),
    ...mistakes,
  ];
  const facts = {
    n,
    line: line.line,
    revision: record?.revision ?? 0,
    problems,
    name: name.slice(0, NAME),
    changes: [],
  };
  if (problems.length > 0) return { line: { ...facts, outcome: 'wrong', record: null }, doubts: [] };
  const outcome = !record ? 'add' : changes.length > 0 ? 'change' : 'same';
  const doubts: Doubt[] = [
    ...(namesake && outcome === 'add' ? (['namesake'] as const) : []),
    ...(values.unitPrice?.startsWith('-') && values.unitPrice !== kept.unitPrice ? (['negative'] as const) : []),
  ];
  return { line: { ...facts, outcome, changes, record: recordWith(identity, values, currency) }, doubts };
}
