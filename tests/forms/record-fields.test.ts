import { describe, expect, test } from 'vitest';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import { parse } from '../../src/forms/answers.ts';
import type { FormContext } from '../../src/forms/context.ts';
import type { Raw } from '../../src/forms/draft.ts';
import { OPTION, option, readChoice, recordText } from '../../src/forms/fields/records.ts';
import {
  type CatalogueLine,
  choiceIn,
  keptText,
  nothingOnFile,
  type OnFile,
  optionValue,
} from '../../src/forms/on-file.ts';
import { filledFrom, itemDraft, itemForm, itemFrom, mustBeOnFile } from '../../src/forms/pages/item.ts';
import { follow } from '../../src/forms/pages/place.ts';
import { submissionForm } from '../../src/forms/pages/submission.ts';
import { alphabets } from '../support/extremes.ts';
import { context, drawn, orderFor } from '../support/forms.ts';
import { everyPage } from '../support/pages.ts';
import { words } from '../support/words.ts';
import { item } from '../support/workflow.ts';

const { error } = words.fields;
const facts = { externalId: 'C-1', taxId: '', address: '', language: '', paymentNotes: '' };
const clients: OnFile['clientRecords'] = new Map([
  ['c1', { active: true, name: 'Acme', onFile: { id: 'c1', ...facts } }],
  ['c2', { active: false, name: 'Globex', onFile: { id: 'c2', ...facts } }],
]);
const atSite = (id: string, client: string, active = true) =>
  [
    id,
    {
      ...{ active, client, location: `Site ${id}`, contact: `Somebody at ${id}` },
      onFile: { id, externalId: '', name: `Site ${id}`, accessNotes: '' },
    },
  ] as const;
const siteRecords: OnFile['siteRecords'] = new Map([atSite('s1', 'c1'), atSite('s2', 'c2'), atSite('s3', 'c1', false)]);
const line: CatalogueLine = {
  id: 'l1',
  externalId: 'P-1',
  active: true,
  kind: 'labour',
  description: 'Fitter',
  unit: '',
};
const lines: OnFile['lines'] = new Map([
  ['l1', line],
  ['l2', { ...line, id: 'l2', description: 'Gone', active: false }],
]);
const known: OnFile = { ...nothingOnFile, clientRecords: clients, siteRecords, lines, clients: true, items: true };
const about = (changes: Partial<OnFile> = {}, more: Partial<FormContext> = {}) =>
  context(undefined, { onFile: { ...known, ...changes }, ...more });

describe('what is kept of an answer', () => {
  test.each([
    ['Acme', { kind: 'text', value: 'Acme' }],
    ['record:c1', { kind: 'record', value: 'c1' }],
    ['add:Acme', { kind: 'add', value: 'Acme' }],
    ['text:record:c1', { kind: 'text', value: 'record:c1' }],
    ['text:', { kind: 'text', value: '' }],
    ['a\nrecord:c1', { kind: 'text', value: 'a\nrecord:c1' }],
    ['', undefined],
    [null, undefined],
    [7, undefined],
  ])('%j', (kept, choice) => expect(choiceIn(kept)).toEqual(choice));

  test.each(['Acme', 'record:c1', 'text:x', 'add:x', 'record:', ' record:x', '株式会社'])(
    'nobody names a record by typing %j',
    (typed) => {
      expect(choiceIn(keptText(typed))).toEqual({ kind: 'text', value: typed });
      expect(readChoice({ value: typed })).toBe(keptText(typed));
      expect(readChoice({ selected_option: { value: optionValue({ kind: 'text', value: typed }) } })).toBe(
        keptText(typed),
      );
    },
  );

  test('an option is as long as Slack takes it, or is none', () => {
    for (const write of Object.values(alphabets)) {
      expect(recordText(write(80), write(60)).length).toBeLessThanOrEqual(OPTION.text);
      expect(option(write(200), { kind: 'record', value: 'c1' })?.text.text.length).toBeLessThanOrEqual(OPTION.text);
    }
    expect(option('x', { kind: 'text', value: 'x'.repeat(OPTION.value) })).toBeUndefined();
    expect(option('', { kind: 'text', value: '' })).toBeUndefined();
  });
});

const { client, location } = submissionForm.fields;

describe('the client', () => {
  test.each<[Raw, Partial<OnFile>, object]>([
    ['record:c1', {}, { ok: { name: 'Acme', onFile: { id: 'c1', ...facts } } }],
    ['record:c2', {}, { error: error.inactiveClient({ name: 'Globex' }) }],
    ['record:c9', {}, { error: error.option }],
    ['add:Initech', {}, { error: error.option }],
    ['add:Initech', { adds: true }, { error: error.option }],
    ['Initech', {}, { ok: { name: 'Initech' } }],
    ['text:record:c1', {}, { ok: { name: 'record:c1' } }],
    ['Initech', { freeClients: false }, { error: error.clientNotOnFile }],
    ['Initech', { freeClients: false, clients: false }, { ok: { name: 'Initech' } }],
    [' ', {}, { error: error.required }],
    [null, {}, { error: error.required }],
    ['x'.repeat(121), {}, { error: error.tooLong({ max: 120, length: 121 }) }],
  ])('%j with %j', (raw, changes, accepted) => expect(client.accept(raw, about(changes))).toEqual(accepted));

  test('an order that has one keeps it, whatever the settings say since', () => {
    const order = orderFor.edit ?? expect.unreachable();
    const at = context(order, { onFile: { ...known, freeClients: false } });
    expect(client.accept(order.content.client, at)).toEqual({ ok: { name: order.content.client } });
    expect(client.accept('Another', at)).toEqual({ error: error.clientNotOnFile });
  });

  test('is a line of text until a client is on file', () => {
    expect(client.render('Acme', about({ clients: false })).type).toBe('plain_text_input');
    expect(client.render('record:c2', about({ clients: false })).type).toBe('external_select');
    expect(client.render('Acme', about())).toMatchObject({ type: 'external_select', min_query_length: 0 });
    expect(client.render('record:c1', about())).toMatchObject({ initial_option: { text: { text: 'Acme · C-1' } } });
  });
});

describe('the service location', () => {
  const chosen = { client: 'c1', sites: true };
  test.each<[Raw, Partial<OnFile>, object]>([
    ['record:s1', chosen, { ok: expect.objectContaining({ location: 'Site s1', client: 'c1' }) }],
    ['record:s3', chosen, { error: error.inactiveSite({ name: 'Site s3' }) }],
    ['record:s9', chosen, { error: error.option }],
    ['1 Way', chosen, { ok: { location: '1 Way' } }],
    ['1 Way', { ...chosen, freeClients: false }, { error: error.siteNotOnFile }],
    ['1 Way', { client: 'c1', freeClients: false }, { ok: { location: '1 Way' } }],
    ['add:Depot', { ...chosen, adds: true }, { error: error.option }],
  ])('%j with %j', (raw, changes, accepted) => expect(location.accept(raw, about(changes))).toEqual(accepted));

  test.each<[string, Raw, Partial<OnFile>]>([
    ['external_select', null, chosen],
    ['external_select', null, { client: 'c1', adds: true }],
    ['external_select', 'record:s3', { client: 'c1' }],
    ['plain_text_input', null, { client: 'c1' }],
    // Its client is no longer active: as words it would stay when another one is chosen.
    ['external_select', 'record:s1', { sites: true, adds: true }],
    ['plain_text_input', 'Site s1', { sites: true, adds: true }],
  ])('is a %s for %j with %j', (type, raw, changes) => expect(location.render(raw, about(changes)).type).toBe(type));

  test('a site of another client is refused', () => {
    const values = { client: 'record:c1', location: 'record:s2' };
    const { errors } = parseSubmission(values);
    expect(errors).toMatchObject({ location: error.otherSite });
  });
});

const draft = (values: Readonly<Record<string, Raw>>) => ({ values, items: [], base: 0, submission: 0 });
const parseSubmission = (values: Readonly<Record<string, Raw>>) => {
  const read = parse(submissionForm, draft(values), about({ client: 'c1', sites: true }));
  return 'errors' in read ? read : { errors: {} };
};

describe('what follows from an answer', () => {
  const followed = (before: Record<string, Raw>, after: Record<string, Raw>, changes: Partial<OnFile> = {}) =>
    follow(draft(before), draft(after), about(changes)).values;
  test('another client has other sites, and Slack forgets what its inputs had', () => {
    const before = { client: 'record:c1', location: 'record:s1', clientTurn: 3 };
    expect(followed(before, { ...before, client: 'record:c2' })).toMatchObject({ location: null, clientTurn: 4 });
    expect(followed(before, { ...before, client: 'Initech' })).toMatchObject({ location: null, clientTurn: 4 });
    expect(followed({ ...before, client: 'x' }, before)).toMatchObject({ location: 'record:s1', clientTurn: 4 });
    expect(followed(before, { ...before, client: 'x' }, { clients: false })).toMatchObject({ location: null });
    expect(followed(before, before)).toEqual(before);
    expect(followed({ client: 'a', location: 'b' }, { client: 'ab', location: 'b' }, { clients: false })).toEqual({
      ...{ client: 'ab', location: 'b' },
    });
  });
  test.each<[Raw, string | undefined, string]>([
    [null, undefined, 'Somebody at s1'],
    [' ', undefined, 'Somebody at s1'],
    ['Mr. Own', undefined, 'Mr. Own'],
    ['Somebody at s2', 'record:s2', 'Somebody at s1'],
  ])('a site brings its contact where %j stands there', (contact, before, expected) => {
    expect(followed({ location: before ?? null }, { location: 'record:s1', contact })).toMatchObject({
      contact: expected,
    });
  });
});

describe('what a record filled in goes with it', () => {
  const theirs = 'Somebody at s1';
  test.each<[string, Record<string, Raw>, Raw]>([
    ['its contact, with another client', { client: 'record:c2' }, null],
    ['its contact, with words instead', { location: '1 Way' }, null],
    ['its contact, with another site', { location: 'record:s2' }, 'Somebody at s2'],
    ['no contact that was typed', { client: 'record:c2', contact: 'Mr. Own' }, 'Mr. Own'],
    ['nothing that was typed into it', { location: '1 Way', contact: `${theirs}, 2nd floor` }, `${theirs}, 2nd floor`],
    ['nothing while the site stays', { title: 'Pump' }, theirs],
  ])('%s', (_, typed, contact) => {
    const before = { client: 'record:c1', location: 'record:s1', contact: theirs };
    expect(follow(draft(before), draft({ ...before, ...typed }), about()).values.contact).toBe(contact);
  });

  test('also where an order says it in words, since its client is no longer active', () => {
    const { content, ...order } = orderFor.edit ?? expect.unreachable();
    const siteOnFile = { id: 's2', externalId: '', name: 'Site s2', accessNotes: '' };
    const at = about({}, { order: { ...order, content: { ...content, location: 'Site s2', siteOnFile } } });
    const before = { client: 'Globex', location: 'Site s2', contact: 'Somebody at s2' };
    const after = { ...before, client: 'record:c1' };
    expect(follow(draft(before), draft(after), at).values).toMatchObject({ location: null, contact: null });
    const typed = { ...before, location: '1 Way', contact: 'Mr. Own' };
    expect(follow(draft(typed), draft({ ...typed, client: 'record:c1' }), at).values).toMatchObject({
      ...{ location: '1 Way', contact: 'Mr. Own' },
    });
  });
});

describe('a line of the catalogue', () => {
  const filled = (
    changes: Record<string, Raw> = {},
    onFile: Partial<OnFile> = {},
    before?: ReturnType<typeof item>,
  ) => {
    const at = about(onFile);
    const { values } = filledFrom(line, '64', {}, at);
    const read = parse(itemForm, draft({ ...values, ...changes }), at);
    if ('errors' in read) return read.errors;
    return itemFrom(read.answers, 'i1', at, before);
  };
  test('fills in what it says, and one of it', () =>
    expect(filled()).toEqual({
      ...{
        id: 'i1',
        kind: 'labour',
        description: 'Fitter',
        quantity: 1000,
        unit: 'h',
        unitPrice: '64',
        onFile: 'l1',
        code: 'P-1',
      },
    }));
  test('stays it with another quantity and price', () =>
    expect(filled({ quantity: '3', unitPrice: '60' })).toMatchObject({
      onFile: 'l1',
      quantity: 3000,
      unitPrice: '60',
    }));
  test.each([{ description: 'Fitter, night' }, { kind: 'service' }, { unit: 'day' }])(
    'is another one with %j',
    (changes) => expect(filled(changes)).not.toHaveProperty('onFile'),
  );
  test('that is no longer active is not taken', () =>
    expect(filled({ onFile: 'record:l2' })).toEqual({ onFile: error.inactiveItem({ name: 'Gone' }) }));
  test('that does not exist is not taken', () =>
    expect(filled({ onFile: 'record:l9' })).toEqual({ onFile: error.option }));
  test('is kept by an item that has it, when nothing is on file any more', () => {
    const before = item('i1', { kind: 'labour', description: 'Fitter', unit: 'h', onFile: 'l1' });
    const at = about({ items: false, lines: new Map() });
    const read = parse(itemForm, draft({ ...itemDraft(before, at).values, quantity: '5' }), at);
    expect('answers' in read && itemFrom(read.answers, 'i1', at, before)).toMatchObject({
      onFile: 'l1',
      quantity: 5000,
    });
  });
  test.each<[string, boolean, Partial<OnFile>, Partial<FormContext>, ReturnType<typeof item> | undefined, string?]>([
    ['where anything may be added', false, {}, {}, undefined],
    ['where the settings forbid it', true, { freeItems: false }, {}, undefined],
    ['while the catalogue is empty', false, { freeItems: false, items: false }, {}, undefined],
    ['by who sees no prices', false, { freeItems: false }, { seesPrices: false }, undefined],
    ['that was free before', false, { freeItems: false }, {}, item('i1')],
    ['that was in the catalogue before', true, { freeItems: false }, {}, item('i1', { onFile: 'l1' })],
    ['of the catalogue', false, { freeItems: false }, {}, undefined, 'l1'],
  ])('must be taken for an item %s: %s', (_, must, onFile, more, before, taken) => {
    const one = taken === undefined ? item('i1') : item('i1', { onFile: taken });
    expect(mustBeOnFile(one, about(onFile, more), before)).toBe(must);
  });
});

describe('the pages with what is on file stand in Slack', () => {
  test.each(Object.entries(alphabets))('in %s', (_, write) => {
    const longest: Partial<OnFile> = {
      ...{ client: 'c1', sites: true, adds: true, turn: 99 },
      clientRecords: new Map([
        ['c1', { active: true, name: write(80), onFile: { id: 'c1', ...facts, externalId: write(60) } }],
      ]),
      siteRecords: new Map([
        [
          's1',
          {
            ...{ active: true, client: 'c1', location: write(337), contact: write(120) },
            onFile: { id: 's1', externalId: write(60), name: write(80), accessNotes: '' },
          },
        ],
      ]),
      lines: new Map([['l1', { ...line, externalId: write(60), description: write(200), unit: write(20) }]]),
    };
    for (const values of [
      { client: 'record:c1', location: 'record:s1' },
      { client: write(120), location: write(255) },
    ])
      everyPage(submissionForm, draft(values), about(longest));
    const at = about(longest);
    everyPage(itemForm, itemDraft(item('i1', { onFile: 'l1' }), at), at);
    expect(validateView(drawn(itemForm, itemForm.start(at), at, 'item'))).toEqual([]);
  });
});
