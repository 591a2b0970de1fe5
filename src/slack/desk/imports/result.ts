import type { Import, ImportLine, Store } from '../../../../db/ports.ts';
import { escaped } from '../../../forms/mrkdwn.ts';
import { BYTE_ORDER_MARK, csvOf, delimiterIn } from '../../../office/imports/export.ts';
import { nameOfRecord } from '../../../office/master-data.ts';
import { plainChange } from '../../../office/records/say.ts';
import type { Words } from '../../../words/words.ts';

/** Lines that are read at once. */
const PAGE = 500;

/** What each line of a file would do, or has done, as a file, with what stands above it. */
export async function resultOf(
  { store }: { readonly store: Pick<Store, 'importLines'> },
  { team, id, kind, file }: Import,
  words: Words,
): Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly comment: string }> {
  const { imports: say, records } = words;
  const head = [say.lineHead, say.outcome.head, records.label.name, say.changesHead, say.problemHead];
  const cells = (line: ImportLine) => [
    String(line.line),
    say.outcome[outcomeOf(line)],
    line.name || (line.record ? nameOfRecord(line.record) : ''),
    line.changes.map((one) => plainChange(kind, one, words)).join('; '),
    line.problems.join('; '),
  ];
  const pieces = [BYTE_ORDER_MARK, csvOf([head], delimiterIn(words))];
  for (let from = 0; ; from += PAGE) {
    const page = await store.importLines(team, id, { from, limit: PAGE });
    pieces.push(csvOf(page.map(cells), delimiterIn(words)));
    if (page.length < PAGE) break;
  }
  const comment = say.resultComment({ file: escaped(file.name) });
  return { name: say.resultName, bytes: Buffer.from(pieces.join('')), comment };
}

/** What a line that was carried out was: a record that was added has no revision before. */
const outcomeOf = ({ outcome, revision }: ImportLine): keyof Words['imports']['outcome'] =>
  outcome !== 'done' ? outcome : revision === 0 ? 'added' : 'changed';
