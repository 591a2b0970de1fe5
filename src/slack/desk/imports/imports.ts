import type { Import, ImportLine } from '../../../../db/ports.ts';
import { escaped } from '../../../forms/mrkdwn.ts';
import { unreadableText } from '../../../office/imports/about.ts';
import { CSV_LIMITS } from '../../../office/imports/csv.ts';
import { BYTE_ORDER_MARK, csvOf, delimiterIn } from '../../../office/imports/export.ts';
import { nameOfRecord, RECORD_KINDS, type RecordKind } from '../../../office/master-data.ts';
import type { Words } from '../../../words/words.ts';
import type { Deps } from '../../deps.ts';
import type { Caller } from '../../replies/open-views.ts';
import { outdated, type Submitted, say } from '../../replies/submitted.ts';
import type { BlockActions, ViewSubmission } from '../../transport/payloads.ts';
import { decodeImport, importIds } from '../../views/desk/ids.ts';
import { importMessage, MISTAKES_SHOWN } from '../../views/desk/import-message.ts';
import { importBlocks, importModal } from '../../views/desk/records/import.ts';
import { words as sentence } from '../../views/message.ts';
import { notice } from '../../views/notice.ts';
import { type AtRecords, atRecords } from '../records/office.ts';
import { exportOf, templateOf } from './export.ts';

/** A button of imports was pressed: in the modal that takes a file, or in the message of one. */
export async function importPressed(deps: Deps, payload: BlockActions, caller: Caller): Promise<void> {
  const [action] = payload.actions;
  const id = (action?.action_id ?? '').replace(/:.*$/, '');
  const value = action?.value ?? '';
  const at = await atRecords(deps, caller.person);
  if ('refused' in at) return refuse(deps, caller, at.refused);
  const kind = RECORD_KINDS.find((one) => one === value);
  switch (id) {
    case importIds.open:
      return deps.views.show(caller, importModal({ id: crypto.randomUUID(), kind: kind ?? 'client' }, at.words));
    case importIds.template:
      if (kind) return sendTemplate(deps, at, caller, kind);
      break;
    case importIds.export:
      if (kind) return sendExport(deps, at, caller, kind);
      break;
    case importIds.apply:
    case importIds.cancel:
    case importIds.result: {
      const one = await deps.store.import(deps.team, value);
      if (one) return withImport(deps, at, caller, one, id);
    }
  }
  const { forms, reply } = at.words;
  return deps.views.show(caller, notice(at.words, forms.notice.title.outdated, reply.oldButton));
}

function refuse(deps: Deps, caller: Caller, words: Words): Promise<void> {
  return deps.views.show(caller, notice(words, words.forms.notice.title.refused, words.imports.notYours));
}

/** What is done with an import that was read; who has decided before is seen by the message. */
async function withImport(deps: Deps, at: AtRecords, caller: Caller, one: Import, id: string): Promise<void> {
  const { store, team } = deps;
  if (id === importIds.result) {
    const [first] = await store.importLines(team, one.id, { from: 0, limit: 1 });
    return first ? sendResult(deps, at, caller, one) : tell(deps, caller, at.words.imports.resultGone);
  }
  const owed = [{ type: 'apply_import' as const, import: one.id }];
  const done =
    id === importIds.apply
      ? await store.goOn(team, one.id, 'planned', 'applying', owed, deps.now())
      : await store.goOn(team, one.id, 'planned', 'cancelled', [], deps.now());
  if (done) deps.nudge();
  const now = (await store.import(team, one.id)) ?? one;
  if (!done) await tell(deps, caller, headlineOf(now, at.words));
  if (now.channel === null || now.ts === null || now.state === 'applying') return;
  const wrong = await store.importLines(team, one.id, { from: 0, limit: MISTAKES_SHOWN, outcomes: ['wrong'] });
  await deps.redrawMessage(now.channel, now.ts, importMessage(now, wrong, at.words));
}

const headlineOf = (one: Import, words: Words): string => importMessage(one, [], words).text;

const tell = (deps: Deps, caller: Caller, text: string): Promise<void> => deps.views.say(caller, sentence(text));

async function sendTemplate(deps: Deps, { words }: AtRecords, caller: Caller, kind: RecordKind) {
  const { imports: say } = words;
  const comment = say.templateComment({ kind: say.kind[kind], button: say.open });
  return send(deps, caller, words, kind, async () => ({
    name: `${say.kind[kind]}.csv`,
    bytes: templateOf(kind, words),
    comment,
  }));
}

async function sendExport(deps: Deps, { words, settings }: AtRecords, caller: Caller, kind: RecordKind) {
  const { imports: say } = words;
  return send(deps, caller, words, kind, async () => {
    const { bytes, lines } = await exportOf(deps.store, deps.team, kind, words, settings.money.currency);
    return { name: `${say.kind[kind]}.csv`, bytes, comment: say.exported({ kind: say.kind[kind], n: lines }) };
  });
}

/** Lines that are read at once. */
const PAGE = 500;

async function sendResult(deps: Deps, { words }: AtRecords, caller: Caller, one: Import): Promise<void> {
  const { imports: say } = words;
  const { outcome } = say;
  return send(deps, caller, words, one.kind, async () => {
    const pieces = [
      BYTE_ORDER_MARK,
      csvOf([[say.lineHead, outcome.head, words.records.label.name, say.problemHead]], delimiterIn(words)),
    ];
    for (let from = 0; ; from += PAGE) {
      const page = await deps.store.importLines(deps.team, one.id, { from, limit: PAGE });
      const cells = ({ line, outcome: came, record, problems }: ImportLine) => [
        String(line),
        outcome[came],
        record ? nameOfRecord(record) : '',
        problems.join('; '),
      ];
      pieces.push(csvOf(page.map(cells), delimiterIn(words)));
      if (page.length < PAGE) break;
    }
    const comment = say.resultComment({ file: escaped(one.file.name) });
    return { name: say.resultName, bytes: Buffer.from(pieces.join('')), comment };
  });
}

/** Sends a file by direct message, which is said at once where the button was; when that fails they press it again. */
async function send(
  deps: Deps,
  caller: Caller,
  words: Words,
  kind: RecordKind,
  make: () => Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly comment: string }>,
): Promise<void> {
  const { imports: say } = words;
  await deps.views.show(caller, notice(words, say.title, say.exporting({ kind: say.kind[kind] })));
  try {
    await deps.sendDocument(caller.person, await make());
  } catch (error) {
    deps.log.warn({ event: 'export.failed', error: String(error) }, 'a file of records was not sent');
    await deps.views.say({ ...caller, trigger: '' }, sentence(`:warning: ${say.exportFailed}`));
  }
}

/** A file was sent in: it is looked at, and its author hears of it by direct message. */
export async function importSubmitted(deps: Deps, { user, view }: ViewSubmission): Promise<Submitted> {
  const at = await atRecords(deps, user.id);
  if ('refused' in at) return say(at.refused, at.refused.forms.notice.title.refused, at.refused.imports.notYours);
  const { words, person } = at;
  const state = decodeImport(view.private_metadata);
  const inputs = view.state?.values ?? {};
  const [kindInput] = Object.values(inputs[importBlocks.kind] ?? {});
  const [fileInput] = Object.values(inputs[importBlocks.file] ?? {});
  const kind = RECORD_KINDS.find((one) => one === kindInput?.selected_option?.value);
  const file = fileInput?.files?.[0];
  if (!state || !kind || view.callback_id !== importIds.modal) return outdated(words);
  if (!file) return errors(words.fields.error.required);
  if (file.size > CSV_LIMITS.bytes) return errors(unreadableText({ code: 'too_large' }, kind, words));
  const begun: Import = {
    ...{
      team: deps.team,
      id: state.i,
      kind,
      state: 'reading',
      sha256: '',
      about: '',
      next: 0,
      channel: null,
      ts: null,
    },
    by: { id: person.id, name: person.name },
    at: Math.floor(deps.now() / 1000),
    file: { id: file.fileId, name: file.name, size: file.size },
    counts: { add: 0, change: 0, same: 0, wrong: 0, done: 0, moved: 0 },
  };
  await deps.store.beginImport(begun, { type: 'read_import', import: begun.id }, deps.now());
  deps.nudge();
  return say(words, words.imports.title, words.imports.started({ file: escaped(file.name) }));
}

const errors = (text: string): Submitted => ({
  ack: { response_action: 'errors', errors: { [importBlocks.file]: text } },
});
