import type { KeptRecord, RecordChange } from '../../../../db/ports.ts';
import { cleanText, cut } from '../../../forms/fields/fields.ts';
import { recordText } from '../../../forms/fields/records.ts';
import type { UserInput } from '../../../forms/fields/user-input.ts';
import { escaped, mentionAuthor } from '../../../forms/mrkdwn.ts';
import { nameOfRecord, type OfficeRecord } from '../../../office/master-data.ts';
import { isSameName } from '../../../office/records/add.ts';
import { recordFields } from '../../../office/records/fields.ts';
import { type RecordError, readRecord, recordErrorText, type Typed } from '../../../office/records/read.ts';
import { fieldLabel } from '../../../office/records/say.ts';
import {
  type ChangedField,
  changedFields,
  type RecordIdentity,
  recordWith,
  startValues,
  type Values,
  valuesOf,
} from '../../../office/records/values.ts';
import { currencyDecimals } from '../../../order/amounts/currencies.ts';
import type { Deps } from '../../deps.ts';
import { outdated, type Submitted, say, show } from '../../replies/submitted.ts';
import type { View, ViewSubmission } from '../../transport/payloads.ts';
import {
  decodeRecordEditor,
  decodeRecordList,
  RECORD_LIST,
  type RecordEditor,
  recordIds,
} from '../../views/desk/ids.ts';
import { done } from '../../views/desk/list.ts';
import { changeLine, recordEditorView } from '../../views/desk/records/editor.ts';
import { searchBlock } from '../../views/desk/records/list.ts';
import { redraw, TRIES } from '../keep.ts';
import { listPage, recordsOf } from './list.ts';
import { type AtRecords, atRecords } from './office.ts';
import { drawnRecord, MEANWHILE, recordAt, typedIn } from './typed.ts';

/** Records of one name that are looked at. */
const NAMESAKES = 20;

/** The search of a list, or the editor of a record, was submitted. */
export async function recordsSubmitted(deps: Deps, payload: ViewSubmission): Promise<Submitted> {
  const { view, user } = payload;
  const editor = view.callback_id === recordIds.editor ? decodeRecordEditor(view.private_metadata) : undefined;
  for (let tries = 0; tries < TRIES; tries++) {
    const at = await atRecords(deps, user.id);
    if ('refused' in at) {
      const { refused } = at;
      const kept = editor ? typedTexts(editor, view, refused) : [];
      return say(refused, refused.forms.notice.title.refused, refused.records.officeOnly, kept);
    }
    if (view.callback_id === recordIds.list) return search(deps, at, view);
    if (!editor || currencyDecimals(editor.m) === undefined) return outdated(at.words);
    const saved = await save(deps, at, editor, view);
    if (saved) return saved;
  }
  throw new Error(`a record changed ${TRIES} times under one form`);
}

/** What somebody typed, so that it is not lost. */
function typedTexts(editor: RecordEditor, view: View, words: AtRecords['words']): UserInput[] {
  const typed = typedIn(editor, view);
  const { k: kind } = editor.l;
  return recordFields[kind].flatMap(({ name }) => {
    const text = typed[name];
    return text ? [{ label: fieldLabel(kind, name, words), text }] : [];
  });
}

async function search(deps: Deps, at: AtRecords, view: View): Promise<Submitted> {
  const state = decodeRecordList(view.private_metadata);
  if (!state) return outdated(at.words);
  const typed = Object.values(view.state?.values[searchBlock(state.k)] ?? {})[0]?.value ?? '';
  const list = await listPage(deps, at, { ...state, w: cut(cleanText(typed, false), RECORD_LIST.words), a: [] });
  return list ? show(list) : outdated(at.words);
}

/** Saves a record; undefined when somebody else was faster just now. */
async function save(deps: Deps, at: AtRecords, state: RecordEditor, view: View): Promise<Submitted | undefined> {
  const { store, team, now, log } = deps;
  const { words, person } = at;
  const { l, i: id, m } = state;
  const identity = identityOf(state);
  const isGone = identity?.kind === 'site' && !(await store.record(team, 'client', identity.client));
  const current = await recordAt(deps, l, id);
  if (!identity || isGone || (state.r > 0 && !current))
    return say(words, words.forms.notice.title.outdated, words.records.gone, typedTexts(state, view, words));

  const typed = typedIn(state, view);
  const drawn = await drawnRecord(deps, state, current);
  const kept = drawn ? valuesOf(drawn) : startValues(l.k);
  const { values, errors } = readRecord(l.k, typed, { words, currency: m, kept });
  const sentences = errorsIn(errors, words);
  const record = Object.keys(errors).length === 0 ? recordWith(identity, values, m) : undefined;
  const other = await ofSameNumber(deps, state, values.externalId ?? '');
  if (other) sentences.push(['externalId', words.records.taken({ name: nameOfRecord(other) })]);
  if (sentences.length > 0 || !record) return refused(state, kept, typed, sentences, at);

  const namesake = await ofSameName(deps, state, record, current);
  if (namesake && namesake.id !== state.n) {
    const name = escaped(recordText(nameOfRecord(namesake), namesake.externalId));
    const notice = `:warning: ${words.records.sameName({ name })}`;
    return show(
      recordEditorView({ state: { ...state, n: namesake.id }, values: kept, typed, changes: [], notice }, words),
    );
  }

  const was = current && valuesOf(current);
  if (was && changedFields(l.k, was, values).length === 0) {
    const name = escaped(nameOfRecord(current));
    const isAsDrawn = drawn && changedFields(l.k, kept, values).length === 0;
    const { unchanged, saved } = words.records;
    return closed(deps, at, state, view, isAsDrawn ? unchanged({ name }) : done(saved({ name })));
  }
  if (current && current.revision !== state.r) return overtaken(deps, at, state, { current, drawn, values, typed });
  const change = { at: Math.floor(now() / 1000), by: { id: person.id, name: person.name } };
  const saved = await store.saveRecord(team, record, state.r, change);
  if (saved.kind !== 'saved') return undefined;
  log.info(
    { event: 'records.changed', by: person.id, kind: l.k, record: id, revision: saved.revision },
    'a record was changed',
  );
  const said = done(words.records.saved({ name: escaped(nameOfRecord(record)) }));
  return closed(deps, at, state, view, said);
}

function identityOf({ l: { k: kind, c }, i: id }: RecordEditor): RecordIdentity | undefined {
  if (kind !== 'site') return { kind, id };
  return c === undefined ? undefined : { kind, id, client: c };
}

/** Another record that has the number that was typed. */
async function ofSameNumber({ store, team }: Deps, { l, i }: RecordEditor, externalId: string) {
  const other = externalId === '' ? undefined : await store.recordByExternalId(team, recordsOf(l), externalId);
  return other && other.id !== i ? other : undefined;
}

/** Another record of the name that this one is to have from now on. */
async function ofSameName({ store, team }: Deps, { l, i }: RecordEditor, record: OfficeRecord, current?: KeptRecord) {
  const name = nameOfRecord(record);
  if (current && isSameName(nameOfRecord(current), name)) return undefined;
  const named = await store.recordsNamed(team, recordsOf(l), name, NAMESAKES);
  return named.find((one) => one.id !== i && isSameName(nameOfRecord(one), name));
}

const errorsIn = (errors: Readonly<Record<string, RecordError>>, words: AtRecords['words']): [string, string][] =>
  Object.entries(errors).map(([name, error]) => [name, recordErrorText(error, words)]);

/** What is wrong stands under its fields; what is wrong on the other page is shown there. */
function refused(
  state: RecordEditor,
  values: Values,
  typed: Typed,
  sentences: readonly [string, string][],
  { words }: AtRecords,
): Submitted {
  const fields = recordFields[state.l.k];
  const pageOf = (name: string) => fields.find((one) => one.name === name)?.page;
  const here = sentences.filter(([name]) => pageOf(name) === state.p);
  if (here.length > 0) return { ack: { response_action: 'errors', errors: Object.fromEntries(here) } };
  const lines = fields.flatMap(({ name }) => {
    const sentence = sentences.find(([one]) => one === name)?.[1];
    const label = fieldLabel(state.l.k, name, words);
    return sentence ? [escaped(words.settings.line({ label, value: sentence }))] : [];
  });
  const notice = [`:warning: ${words.records.otherPage}`, ...lines].join('\n');
  const turned = { ...state, p: state.p === 0 ? 1 : 0, v: typed };
  return show(recordEditorView({ state: turned, values, typed, changes: [], notice }, words));
}

/** Somebody else has changed the record since it was drawn: what they changed is said, what was typed is kept. */
async function overtaken(
  { store, team }: Deps,
  { words }: AtRecords,
  state: RecordEditor,
  given: {
    readonly current: KeptRecord;
    readonly drawn: OfficeRecord | undefined;
    readonly values: Values;
    readonly typed: Typed;
  },
): Promise<Submitted> {
  const { current, drawn, values, typed } = given;
  const { k: kind } = state.l;
  const changes = await store.recordChanges(team, kind, state.i, MEANWHILE);
  const was = drawn ? valuesOf(drawn) : undefined;
  const mine = new Set(was ? changedFields(kind, was, values).map(({ name }) => name) : Object.keys(values));
  // What they left as it was is taken as it is now.
  const own = Object.fromEntries(Object.entries(typed).filter(([name]) => mine.has(name)));
  const shown = { ...state, r: current.revision, p: 0, v: own };
  const notice = meanwhileText(kind, { changes, was, values, current }, words);
  const drawing = { state: shown, values: valuesOf(current), typed: own, changes, notice };
  return show(recordEditorView(drawing, words));
}

function meanwhileText(
  kind: OfficeRecord['kind'],
  given: {
    readonly changes: readonly RecordChange[];
    readonly was: Values | undefined;
    readonly values: Values;
    readonly current: KeptRecord;
  },
  words: AtRecords['words'],
): string {
  const { changes, was, values, current } = given;
  const now = valuesOf(current);
  const [last] = changes;
  const head = was
    ? words.records.meanwhile[kind]({ name: last ? mentionAuthor(last.by) : '' })
    : words.records.savedAlready;
  // What was changed and changed back is told from what it was in between: what was typed.
  const changed: readonly ChangedField[] = was ? changedFields(kind, was, now) : [];
  const told = changed.length > 0 ? changed : changedFields(kind, values, now);
  return [`:warning: ${head}`, ...told.map((one) => changeLine(kind, one, words))].join('\n');
}

/** The editor closes, and the list below it says what was done. */
function closed(deps: Deps, at: AtRecords, state: RecordEditor, view: View, notice: string): Submitted {
  return {
    ack: {},
    async after() {
      const changed = await recordAt(deps, state.l, state.i);
      const list = await listPage(deps, at, state.l, { notice, ...(changed ? { changed } : {}) });
      if (list) await redraw(deps, view.previous_view_id, list);
    },
  };
}
