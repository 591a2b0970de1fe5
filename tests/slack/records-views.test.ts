import type { ModalView } from '@slack/types';
import { describe, expect, test } from 'vitest';
import type { KeptRecord } from '../../db/ports.ts';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import {
  CatalogueItem,
  Client,
  RECORD_KINDS,
  RECORD_LIMITS,
  type RecordKind,
  Site,
} from '../../src/office/master-data.ts';
import { pagesOf, recordFields } from '../../src/office/records/fields.ts';
import { typedOf } from '../../src/office/records/say.ts';
import { startValues, valuesOf } from '../../src/office/records/values.ts';
import { decodeRecordEditor, decodeRecordList, RECORD_LIST, type RecordList } from '../../src/slack/views/desk/ids.ts';
import { RECORD_CHANGES_SHOWN, recordEditorView } from '../../src/slack/views/desk/records/editor.ts';
import { RECORDS_SHOWN, recordListView } from '../../src/slack/views/desk/records/list.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { type Words, wordsFor } from '../../src/words/words.ts';
import { englishIn, pseudoWords } from '../support/catalogue.ts';

const limits = RECORD_LIMITS;

/** A record with every text as long as it may be. */
function longest(kind: RecordKind, sign: string, n: number): KeptRecord {
  const write = (max: number) => sign.repeat(Math.floor(max / sign.length));
  const facts = {
    id: `${crypto.randomUUID()}`,
    externalId: write(limits.externalId),
    active: n % 2 === 0,
    revision: 3,
  };
  const [name, address, contact] = [write(limits.name), write(limits.address), write(limits.contact)];
  switch (kind) {
    case 'client': {
      const paid = { taxId: write(limits.taxId), language: 'pt', paymentNotes: write(limits.notes) };
      return { ...facts, kind, data: Client.parse({ name, address, contact, ...paid }) };
    }
    case 'site':
      return {
        ...{ ...facts, kind, client: 'c'.repeat(64) },
        data: Site.parse({ name, address, contact, accessNotes: write(limits.notes) }),
      };
    case 'item': {
      const priced = { unit: write(limits.unit), unitPrice: '-1234567890.123456', currency: 'CLF' };
      return {
        ...facts,
        kind,
        data: CatalogueItem.parse({ kind: 'labour', description: write(limits.description), ...priced }),
      };
    }
  }
}

const id = () => 'i'.repeat(36);
const stateOf = (k: RecordKind, w: string, pages: number): RecordList => ({
  ...{ k, w, a: Array.from({ length: pages }, id) },
  ...(k === 'site' ? { c: 'c'.repeat(36) } : {}),
});

/** Every modal of clients, sites and the catalogue: empty, and as full as it can be. */
function views(words: Words, signs = ['&', '😀', '"', '\n<']): [string, ModalView][] {
  return RECORD_KINDS.flatMap((kind): [string, ModalView][] => {
    const list = { later: false, currency: 'EUR', maySet: false, client: 'Acme' };
    const empty = recordListView({ ...list, state: stateOf(kind, '', 0), records: [] }, words);
    const none = recordListView({ ...list, state: stateOf(kind, 'xyz', 0), records: [] }, words);
    const start = { l: stateOf(kind, '', 0), i: 'new', r: 0, p: 0, m: 'EUR' };
    const fresh = recordEditorView({ state: start, values: startValues(kind), typed: {}, changes: [] }, words);
    const filled = signs.flatMap((sign): [string, ModalView][] => {
      const records = Array.from({ length: RECORDS_SHOWN }, (_, n) => longest(kind, sign, n));
      const [record, other] = records;
      if (!record || !other) return [];
      const w = sign.repeat(Math.floor(RECORD_LIST.words / sign.length));
      const state = stateOf(kind, w, RECORD_LIST.pages);
      const changed = { changed: longest(kind, sign, 0), notice: sign.repeat(1500) };
      const full = { ...list, later: true, maySet: true, client: sign.repeat(40), ...changed };
      const change = { at: 1_700_000_000, by: { id: 'U1', name: sign.repeat(40) }, before: other, after: record };
      const changes = Array(RECORD_CHANGES_SHOWN + 5).fill(change);
      const values = valuesOf(record);
      const typed = Object.fromEntries(
        recordFields[kind].map((one) => [one.name, typedOf(one, values[one.name] ?? '', words, 'CLF')]),
      );
      const editors = Array.from({ length: pagesOf(kind) }, (_, p): [string, ModalView] => {
        // What Slack carries is what was typed on the other page.
        const others = recordFields[kind].filter(({ page }) => page !== p).map(({ name }) => [name, typed[name] ?? '']);
        const editing = { l: state, i: id(), r: 3, p, m: 'EUR', v: Object.fromEntries(others) };
        return [
          `${kind}, page ${p}`,
          recordEditorView({ state: editing, values, typed, changes, notice: sign }, words),
        ];
      });
      return [[`${kind}, full list of ${sign}`, recordListView({ ...full, state, records }, words)], ...editors];
    });
    return [[`${kind}, empty`, empty], [`${kind}, none`, none], [`${kind}, new`, fresh], ...filled];
  });
}

const plainJson = (value: unknown) => JSON.parse(JSON.stringify(value));

const all: [string, Words][] = [
  ...LANGUAGES.map((one): [string, Words] => [one, wordsFor(one)]),
  ['pseudo', pseudoWords],
];

describe.each(all)('in %s', (language, words) => {
  test('Slack takes every list and editor, empty and full, and what they carry can be read again', () => {
    for (const [name, view] of views(words)) {
      expect(validateView(plainJson(view)), name).toEqual([]);
      const carried = view.private_metadata ?? '';
      expect(decodeRecordEditor(carried) ?? decodeRecordList(carried), name).toBeDefined();
    }
  });

  test.skipIf(language === 'pseudo')('every title is whole', () => {
    for (const [name, { title }] of views(words)) expect(title.text, name).not.toContain('…');
  });

  test('Slack takes Home with everything that somebody may have there', () => {
    const may = { mayAct: true, maySubmit: true, maySet: true, mayKeepRecords: true, seesAll: true };
    const mine = { page: { s: '' as const }, orders: [], newer: false, older: false };
    const home = homeView({ ...may, mine, failures: { total: 0, causes: [] } }, words);
    expect(validateView(plainJson(home))).toEqual([]);
  });
});

test('no English is written into lists and editors', () => {
  const written = views(pseudoWords, ['循']).flatMap(([name, view]) => {
    const english = englishIn(plainJson(view), /Acme|xyz|EUR|CLF/g);
    return english.length > 0 ? [[name, english]] : [];
  });
  expect(written).toEqual([]);
});
