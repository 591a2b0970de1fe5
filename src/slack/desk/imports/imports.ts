import type { Import } from '../../../../db/ports.ts';
import { escaped } from '../../../forms/mrkdwn.ts';
import { unreadableText } from '../../../office/imports/about.ts';
import { CSV_LIMITS } from '../../../office/imports/csv.ts';
import { RECORD_KINDS, type RecordKind } from '../../../office/master-data.ts';
import type { Words } from '../../../words/words.ts';
import type { Deps } from '../../deps.ts';
import { shownImport } from '../../import-shown.ts';
import type { Caller } from '../../replies/open-views.ts';
import { outdated, type Submitted, say } from '../../replies/submitted.ts';
import type { BlockActions, View, ViewSubmission } from '../../transport/payloads.ts';
import { decodeImport, importIds } from '../../views/desk/ids.ts';
import { importMessage } from '../../views/desk/import-message.ts';
import { importBlocks, importModal } from '../../views/desk/records/import.ts';
import { words as sentence } from '../../views/message.ts';
import { notice } from '../../views/notice.ts';
import { redraw } from '../keep.ts';
import { type AtRecords, atRecords } from '../records/office.ts';
import { exportOf, templateOf } from './export.ts';
import { resultOf } from './result.ts';

/** Where a button was pressed; `form`: the one that takes a file, where it stands there. */
interface Where {
  readonly caller: Caller;
  readonly form?: Pick<View, 'id' | 'private_metadata' | 'state'>;
}

/** A button of imports was pressed: in the modal that takes a file, or in the message of one. */
export async function importPressed(deps: Deps, payload: BlockActions, caller: Caller): Promise<void> {
  const [action] = payload.actions;
  const id = (action?.action_id ?? '').replace(/:.*$/, '');
  const value = action?.value ?? '';
  const at = await atRecords(deps, caller.person);
  if ('refused' in at) return refuse(deps, caller, at.refused);
  const kind = RECORD_KINDS.find((one) => one === value);
  const where: Where = payload.view?.callback_id === importIds.modal ? { caller, form: payload.view } : { caller };
  switch (id) {
    case importIds.open:
      return deps.views.show(caller, importModal({ id: crypto.randomUUID(), kind: kind ?? 'client' }, at.words));
    case importIds.template:
      if (kind) return sendTemplate(deps, at, where, kind);
      break;
    case importIds.export:
      if (kind) return sendExport(deps, at, where, kind);
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
    return first ? sendResult(deps, at, { caller }, one) : tell(deps, caller, at.words.imports.resultGone);
  }
  const owed = [{ type: 'apply_import' as const, import: one.id }];
  const cancel = (from: Import['state']) => store.goOn(team, one.id, from, 'cancelled', [], deps.now());
  const done =
    id === importIds.apply
      ? await store.goOn(team, one.id, 'planned', 'applying', owed, deps.now())
      : (await cancel('reading')) || (await cancel('planned'));
  if (done) deps.nudge();
  const now = (await store.import(team, one.id)) ?? one;
  // Who presses twice sees by the message that it is done.
  const wanted: readonly Import['state'][] = id === importIds.apply ? ['applying', 'applied'] : ['cancelled'];
  if (!done && !wanted.includes(now.state)) await tell(deps, caller, headlineOf(now, at.words));
  if (now.channel === null || now.ts === null || now.state === 'applying') return;
  await deps.redrawMessage(now.channel, now.ts, await shownImport(store, now, at.settings));
}

const headlineOf = (one: Import, words: Words): string => importMessage(one, { wrong: [], changing: [] }, words).text;

const tell = (deps: Deps, caller: Caller, text: string): Promise<void> => deps.views.say(caller, sentence(text));

async function sendTemplate(deps: Deps, { words }: AtRecords, at: Where, kind: RecordKind) {
  const { imports: say } = words;
  const comment = say.templateComment({ kind: say.kind[kind], button: say.open });
  return send(deps, at, words, kind, async () => ({
    name: `${say.kind[kind]}.csv`,
    bytes: templateOf(kind, words),
    comment,
  }));
}

async function sendExport(deps: Deps, { words, settings }: AtRecords, at: Where, kind: RecordKind) {
  const { imports: say } = words;
  return send(deps, at, words, kind, async () => {
    const { bytes, lines } = await exportOf(deps.store, deps.team, kind, words, settings.money.currency);
    return { name: `${say.kind[kind]}.csv`, bytes, comment: say.exported({ kind: say.kind[kind], n: lines }) };
  });
}

function sendResult(deps: Deps, { words }: AtRecords, at: Where, one: Import): Promise<void> {
  return send(deps, at, words, one.kind, () => resultOf(deps, one, words));
}

/** Sends a file by direct message, which is said at once where the button was; when that fails they press it again. */
async function send(
  deps: Deps,
  { caller, form }: Where,
  words: Words,
  kind: RecordKind,
  make: () => Promise<{ readonly name: string; readonly bytes: Uint8Array; readonly comment: string }>,
): Promise<void> {
  const { imports: say } = words;
  const text = say.exporting({ kind: say.kind[kind] });
  const state = decodeImport(form?.private_metadata ?? '');
  // The form stays, with all that was picked in it.
  if (form && state)
    await redraw(deps, form.id, importModal({ id: state.i, kind: kindIn(form) ?? kind, notice: text }, words));
  else await deps.views.show(caller, notice(words, say.title, text));
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
  const [fileInput] = Object.values(inputs[importBlocks.file] ?? {});
  const kind = kindIn(view);
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

/** What somebody says is in the file. */
function kindIn({ state }: Pick<View, 'state'>): RecordKind | undefined {
  const [input] = Object.values(state?.values[importBlocks.kind] ?? {});
  return RECORD_KINDS.find((one) => one === input?.selected_option?.value);
}

const errors = (text: string): Submitted => ({
  ack: { response_action: 'errors', errors: { [importBlocks.file]: text } },
});
