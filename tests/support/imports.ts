import type { SubmitResult } from '../../sandbox/server/acts/submit.ts';
import type { Person } from '../../sandbox/server/acts.ts';
import type { RecordKind } from '../../src/office/master-data.ts';
import { decodeImport } from '../../src/slack/views/desk/ids.ts';

/** A file that somebody picks, and of what kind it is. */
export interface Brought {
  readonly kind: RecordKind;
  readonly text: string | Uint8Array;
  readonly name?: string;
}

/** Brings a file in, from the list of clients. The id of its import, and what came of the submission. */
export async function bring(
  person: Person,
  { kind, text, name = `${kind}.csv` }: Brought,
): Promise<{ readonly id: string; readonly result: SubmitResult }> {
  await person.openHome();
  await person.press('records_clients', { home: true });
  await person.modal('records_list');
  await person.press('imports_open');
  const { privateMetadata } = await person.modal('imports_file');
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  await person.fill({ 'import-kind': kind, 'import-file': [{ name, bytes, mimetype: 'text/csv' }] });
  const result = await person.submit();
  return { id: decodeImport(privateMetadata)?.i ?? '', result };
}

/** Says that what the newest message about a file proposes is to be done. */
export const applyNewest = (person: Person): Promise<void> =>
  person.press('imports_apply', { message: person.directMessages().at(-1) });
