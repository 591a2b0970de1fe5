import { describe, expect, test } from 'vitest';
import type { KeptRecord } from '../../db/ports.ts';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import { TYPE_LIMITS, TypeData } from '../../src/office/master-data.ts';
import { basicsOf } from '../../src/office/types/edit.ts';
import { typeChanges } from '../../src/office/types/say.ts';
import { OWN_FORMS, OWN_KINDS } from '../../src/order/own-fields.ts';
import { decodeType } from '../../src/slack/views/desk/ids.ts';
import {
  fieldEditorView,
  itemEditorView,
  newField,
  typedBasics,
  typedField,
  typeEditorView,
} from '../../src/slack/views/desk/types/editor.ts';
import { MAX_TYPES, typeListView } from '../../src/slack/views/desk/types/list.ts';
import { changeText, typePageView } from '../../src/slack/views/desk/types/page.ts';
import { removeFieldView } from '../../src/slack/views/desk/types/remove.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { wordsFor } from '../../src/words/words.ts';
import { englishIn, pseudoWords } from '../support/catalogue.ts';

/** A type with as much of everything as there may be. */
function largest(sign: string, n = 0): KeptRecord<'type'> {
  const data = largestData.get(sign) ?? dataOf(sign);
  largestData.set(sign, data);
  return { kind: 'type', id: `${n}`.padEnd(36, 't'), externalId: '', active: n % 2 === 0, revision: 3, data };
}

const largestData = new Map<string, TypeData>();

function dataOf(sign: string): TypeData {
  const write = (max: number) => sign.repeat(Math.floor(max / sign.length));
  return TypeData.parse({
    ...{ name: write(TYPE_LIMITS.name), title: write(TYPE_LIMITS.title), description: write(TYPE_LIMITS.description) },
    ...{ priority: 'urgent', currency: 'CLF', closing: { photos: true, checklist: true, acceptance: true } },
    fields: Array.from({ length: TYPE_LIMITS.fields }, (_, at) => ({
      ...{ id: `${at}`.padEnd(36, 'f'), kind: OWN_KINDS[at % OWN_KINDS.length], label: write(TYPE_LIMITS.label) },
      ...{ asked: OWN_FORMS[at % OWN_FORMS.length], required: true, unit: write(TYPE_LIMITS.unit) },
      choices: Array.from({ length: TYPE_LIMITS.choices }, () => write(TYPE_LIMITS.choice)),
    })),
    items: Array.from({ length: TYPE_LIMITS.items }, (_, at) => ({
      ...{
        id: `${at}`.padEnd(36, 'i'),
        kind: 'labour',
        description: write(200),
        quantity: 999_999_999,
        unit: write(20),
      },
      unitPrice: '-1234567890.123456',
    })),
  });
}

const texts = ['x', '&', '*', 'ß', '漢', 'ع', '👩‍🚒'];
const state = (r = 3) => ({ i: 'i'.repeat(36), r, f: 'f'.repeat(36), m: 'CLF' });

describe.each([...LANGUAGES, 'pseudo'])('order types in %s', (language) => {
  const words = language === 'pseudo' ? pseudoWords : wordsFor(language);
  test.each(texts)('keep Slack’s limits with every text as long as it may be: %s', (sign) => {
    const type = largest(sign);
    const { revision: _, ...before } = type;
    const after = { ...before, active: false, data: { ...type.data, name: 'n', fields: [], items: [] } };
    const changes = Array.from({ length: 5 }, (_, at) => ({ at, by: { id: 'U1', name: sign }, before, after }));
    const [field] = type.data.fields;
    const views = [
      typeListView([], words),
      typeListView(
        Array.from({ length: MAX_TYPES + 1 }, (_, n) => largest(sign, n)),
        words,
        'done',
      ),
      typePageView(type, changes, words, 'done'),
      typeEditorView({ state: state(0), typed: new Map() }, words),
      typeEditorView({ state: state(), typed: typedBasics(basicsOf(type)), notice: sign.repeat(3000) }, words),
      removeFieldView({ state: state(), label: field?.label ?? '' }, words),
      fieldEditorView({ state: state(), typed: newField }, words),
      fieldEditorView({ state: state(), typed: field ? typedField(field) : new Map() }, words),
      itemEditorView({ state: state(), typed: new Map() }, words),
      itemEditorView(
        {
          state: { ...state(), g: 99 },
          typed: new Map([
            ['onFile', `record:${'i'.repeat(36)}`],
            ['description', sign.repeat(50)],
          ]),
        },
        words,
      ),
    ];
    for (const view of views) expect(validateView(JSON.parse(JSON.stringify(view)))).toEqual([]);
    if (language !== 'pseudo') for (const { title } of views) expect(title.text).not.toContain('…');
    for (const { private_metadata = '' } of views)
      if (private_metadata) expect(decodeType(private_metadata)).toBeDefined();
  });
});

test('what was added to a type, or removed, is said to be, and not to have been nothing', () => {
  const words = wordsFor('en');
  const full = largest('x');
  const bare = { ...full, data: { ...full.data, title: '', fields: [], items: full.data.items.slice(0, 1) } };
  const [item] = full.data.items;
  const one = { ...bare, data: { ...bare.data, title: 'Yearly', items: [] } };
  const said = (before: typeof full, after: typeof full) =>
    typeChanges(before, after, words).map((change) => changeText(change, words));
  const { label } = words.types;
  const quantity = (item?.quantity ?? 0) / 1000;
  const names = `${item?.description}: ${quantity} ${item?.unit}`.slice(0, 199);
  expect(said(bare, one)).toEqual([
    words.settings.line({ label: label.title, value: 'Yearly' }),
    words.settings.history.removed({ label: label.items, names: `${names}…` }),
  ]);
  const nothing = `${words.types.nothing} →`;
  expect(said(one, bare).join('\n')).not.toContain(nothing);
  expect(said(one, full).join('\n')).not.toContain(nothing);
});

test('nothing in them is English but what people typed', () => {
  const type = largest('漢');
  const views = [
    typeListView([type], pseudoWords),
    typePageView(type, [], pseudoWords),
    typeEditorView({ state: state(), typed: typedBasics(basicsOf(type)) }, pseudoWords),
    fieldEditorView({ state: state(), typed: newField }, pseudoWords),
    itemEditorView({ state: state(), typed: new Map([['onFile', '']]) }, pseudoWords),
  ];
  for (const view of views) expect(englishIn(JSON.parse(JSON.stringify(view)), /CLF/g)).toEqual([]);
});
