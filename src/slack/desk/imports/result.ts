import type { Import, ImportLine, Store } from '../../../../db/ports.ts';
import { escaped } from '../../../forms/mrkdwn.ts';
import { BYTE_ORDER_MARK, csvOf, delimiterIn } from '../../../office/imports/export.ts';
import { nameOfRecord } from '../../../office/master-data.ts';
import { plainChange, plainValues } from '../../../office/records/say.ts';
import { valuesOf } from '../../../office/records/values.ts';
import type { Words } from '../../../words/words.ts';

/** Lines that are read at once. */
const PAGE = 500;
/** Characters of the file's name that its result has in its own. */
const FILE_NAME = 100;

type ResultStore = Pick<Store, 'importLines' | 'record'>;

/**
 * What each line of a file would do, or has done, as a file, with what stands above it: of a new record all that it says, of
 * another one what changes.
 */
export async function resultOf(
  { store }: { readonly store: ResultStore },
  { team, id, kind, file }: Import,
  words: Words,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly comment: string }> {
  const { imports: say, records } = words;
  const head = [say.lineHead, say.outcome.head, records.label.name, say.changesHead, say.problemHead];
  const clients = new Map<string, string>();
  const cells = (line: ImportLine) => [
    String(line.line),
    say.outcome[outcomeOf(line)],
    line.name || (line.record ? nameOfRecord(line.record) : ''),
    whatOf(line).join('; '),
    line.problems.join('; '),
  ];
  const pieces = [BYTE_ORDER_MARK, csvOf([head], delimiterIn(words))];
  for (let from = 0; ; from += PAGE) {
    const page = await store.importLines(team, id, { from, limit: PAGE });
    await nameClients(page);
    pieces.push(csvOf(page.map(cells), delimiterIn(words)));
    if (page.length < PAGE) break;
  }
  const comment = say.resultComment({ file: escaped(file.name) });
  return { name: nameOf(file.name, words), bytes: Buffer.from(pieces.join('')), comment };

  function whatOf({ record, revision, changes }: ImportLine): string[] {
    if (!record || revision > 0) return changes.map((one) => plainChange(kind, one, words));
    const client = record.kind === 'site' ? clients.get(record.client) : undefined;
    return [
      ...(client === undefined ? [] : [words.settings.line({ label: words.fields.client.label, value: client })]),
      ...plainValues(kind, valuesOf(record), words),
    ];
  }

  /** What the clients of new sites are called. */
  async function nameClients(page: readonly ImportLine[]): Promise<void> {
    for (const { record, revision } of page) {
      if (record?.kind !== 'site' || revision > 0 || clients.has(record.client)) continue;
      const client = await store.record(team, 'client', record.client);
      clients.set(record.client, client ? nameOfRecord(client) : '');
    }
  }
}

/** `clients – import result.csv` for the lines of `clients.csv`. */
const nameOf = (file: string, { imports: say }: Words): string =>
  say.resultName({ file: file.replace(/\.[^.]*$/, '').slice(0, FILE_NAME) });

/** What a line that was carried out was: a record that was added has no revision before. */
const outcomeOf = ({ outcome, revision }: ImportLine): keyof Words['imports']['outcome'] =>
  outcome !== 'done' ? outcome : revision === 0 ? 'added' : 'changed';
