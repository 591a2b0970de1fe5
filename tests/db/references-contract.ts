import { expect, test } from 'vitest';
import type { ChannelRef, PersonRecord, PostRef } from '../../db/ports.ts';
import { defaultSettings } from '../../src/settings.ts';
import { draftData, NOW, owe, TEAM } from './samples.ts';
import type { Current } from './store-contract.ts';

/** A document as it is recorded, but for what it is of. */
const issued = {
  team: TEAM,
  sha256: 'ab',
  size: 9,
  copy: 'priced' as const,
  language: 'en',
  fileId: 'F1',
  permalink: '',
  channel: null,
  ts: null,
  marked: false,
};

export function referencesContract(current: Current): void {
  test('channels: the latest is the order’s, all lead back to it', async () => {
    const { store } = current();
    await owe(store, 'o1', []);
    const first: ChannelRef = {
      team: TEAM,
      order: 'o1',
      n: 1,
      channel: 'C1',
      name: 'so-000001',
      cardTs: null,
      pinned: false,
      cardStuck: null,
      topic: '',
      bookmark: null,
      archivedAt: null,
      lost: null,
    };
    expect(await store.channel(TEAM, 'o1')).toBeUndefined();
    await store.saveChannel(first);
    const known = {
      ...first,
      cardTs: '1.1',
      pinned: true,
      cardStuck: 'told' as const,
      topic: 'Approved',
      bookmark: 'Bk1',
      archivedAt: 77,
    };
    await store.saveChannel(known);
    expect(await store.channel(TEAM, 'o1')).toEqual(known);
    const second = { ...first, n: 2, channel: 'C2' };
    await store.saveChannel(second);
    expect(await store.channel(TEAM, 'o1')).toEqual(second);
    expect(await store.channelById(TEAM, 'C1')).toEqual(known);
    expect(await store.channelById(TEAM, 'C2')).toEqual(second);
    expect(await store.channelById('T2', 'C2')).toBeUndefined();
    const lost = { how: 'archived', by: 'UREQ', at: 1.5 } as const;
    await store.updateChannel(second, { channel: 'C3', name: 'renamed', archivedAt: 78, lost });
    expect(await store.channel(TEAM, 'o1')).toEqual({
      ...second,
      channel: 'C3',
      name: 'renamed',
      archivedAt: 78,
      lost,
    });
    await store.updateChannel(second, { archivedAt: null, lost: null });
    expect(await store.channelById(TEAM, 'C3')).toMatchObject({ archivedAt: null, lost: null });
    expect(await store.channelById(TEAM, 'C1')).toEqual(known);
    expect(await store.channel('T2', 'o1')).toBeUndefined();
  });

  test('posts: known by channel and ts, several to one person', async () => {
    const { store } = current();
    await owe(store, 'o1', []);
    const post: PostRef = {
      team: TEAM,
      order: 'o1',
      purpose: 'request',
      person: 'USUP',
      channel: 'D1',
      ts: '1.1',
      entry: 2,
      settled: false,
    };
    await store.savePost({ ...post, ts: '2.1', entry: null });
    await store.savePost(post);
    await store.savePost({ ...post, settled: true });
    expect(await store.posts(TEAM, 'o1', 'request')).toEqual([
      { ...post, settled: true },
      { ...post, ts: '2.1', entry: null },
    ]);
    expect(await store.posts('T2', 'o1', 'request')).toEqual([]);
  });

  test('documents: one per version', async () => {
    const { store } = current();
    await owe(store, 'o1', []);
    const document = {
      team: TEAM,
      order: 'o1',
      version: 1,
      copy: 'work' as const,
      language: 'en',
      sha256: 'ab',
      size: 9,
      fileId: 'F1',
      permalink: 'https://x',
      channel: 'C1',
      ts: '1.1',
      marked: false,
    };
    await store.saveDocument({ ...document, version: 2, channel: null, ts: null });
    await store.saveDocument({ ...document, version: 2, marked: true });
    await store.saveDocument({ ...document, fileId: 'F0' });
    await store.saveDocument(document);
    expect(await store.documents(TEAM, 'o1')).toEqual([document, { ...document, version: 2, marked: true }]);
    expect(await store.documents('T2', 'o1')).toEqual([]);
    expect(await store.documentByFile(TEAM, 'F1')).toMatchObject({ version: expect.any(Number) });
    expect(await store.documentByFile(TEAM, 'F0')).toBeUndefined();
    expect(await store.documentByFile('T2', 'F1')).toBeUndefined();
  });

  test('documents: whatever was ever issued is known by its bytes', async () => {
    const { store } = current();
    await owe(store, 'o1', []);
    const document = { ...issued, order: 'o1', version: 2 };
    expect(await store.issuedAs(TEAM, 'ab')).toBeUndefined();
    await store.saveDocument(document);
    await store.saveDocument({ ...document, permalink: 'https://x' });
    await store.saveDocument({ ...document, sha256: 'cd', fileId: 'F2' });
    expect(await store.issuedAs(TEAM, 'ab')).toEqual({ order: 'o1', version: 2, copy: 'priced' });
    expect(await store.issuedAs(TEAM, 'cd')).toEqual({ order: 'o1', version: 2, copy: 'priced' });
    expect(await store.issuedAs('T2', 'ab')).toBeUndefined();
    expect(await store.issuedAs(TEAM, 'AB')).toBeUndefined();
  });

  test('documents: those with prices that went elsewhere are known by whom they went to, by their file and by their bytes', async () => {
    const { store } = current();
    await owe(store, 'o1', []);
    const { marked, ...facts } = issued;
    const priced = { ...facts, order: 'o1', version: 1, recipient: 'COFFICE', fileId: 'F7', sha256: 'p1' };
    await store.saveDocument({ ...issued, order: 'o1', version: 1, copy: 'work' });
    await store.saveDocument({ ...priced, permalink: 'https://x' });
    await store.saveDocument({ ...priced, recipient: 'U1', fileId: 'F8' });
    await store.saveDocument(priced);
    expect(await store.pricedDocuments(TEAM, 'o1')).toEqual([priced, { ...priced, recipient: 'U1', fileId: 'F8' }]);
    expect(await store.pricedDocuments('T2', 'o1')).toEqual([]);
    expect(await store.documents(TEAM, 'o1')).toEqual([{ ...issued, order: 'o1', version: 1, copy: 'work' }]);
    expect(await store.documentByFile(TEAM, 'F8')).toMatchObject({ recipient: 'U1', copy: 'priced' });
    expect(await store.issuedAs(TEAM, 'p1')).toEqual({ order: 'o1', version: 1, copy: 'priced' });
    expect(await store.issuedAs(TEAM, 'ab')).toEqual({ order: 'o1', version: 1, copy: 'work' });
  });

  test('nothing is kept about an order that is not there', async () => {
    const { store } = current();
    await expect(store.saveDocument({ ...issued, order: 'o9', version: 1 })).rejects.toThrow();
  });

  test('drafts: one per person, form and order', async () => {
    const { store } = current();
    const key = { team: TEAM, person: 'U1', form: 'submit', order: '' };
    const [one, two, three] = ['a', 'b', 'c'].map((name) => ({ ...draftData, key: name }));
    if (!one || !two || !three) throw expect.unreachable();
    await store.saveDraft({ ...key, data: one, updatedAt: 1 }, undefined);
    await store.saveDraft({ ...key, data: two, updatedAt: 2 }, (await store.draft(key))?.stored);
    await store.saveDraft({ ...key, order: 'o1', data: three, updatedAt: 3 }, undefined);
    expect(await store.draft(key)).toMatchObject({ ...key, data: two, updatedAt: 2 });
    expect(await store.draft({ ...key, order: 'o1' })).toMatchObject({
      ...key,
      order: 'o1',
      data: three,
      updatedAt: 3,
    });
    expect(await store.draft({ ...key, team: 'T2' })).toBeUndefined();
    const stored = (await store.draft(key))?.stored ?? '';
    await store.removeDraft(key, stored);
    await store.removeDraft(key, stored);
    expect(await store.draft(key)).toBeUndefined();
    expect(await store.draft({ ...key, order: 'o1' })).toBeDefined();
  });

  test('a draft is saved, and removed, only as long as it is what was read', async () => {
    const { store, again } = current();
    const other = await again();
    const key = { team: TEAM, person: 'U1', form: 'submit', order: '' };
    const of = (name: string) => ({ ...key, data: { ...draftData, key: name }, updatedAt: 1 });
    expect(await store.saveDraft(of('pump'), '{}')).toBe(false);
    expect(await store.saveDraft(of('pump'), undefined)).toBe(true);
    expect(await other.saveDraft(of('hose'), undefined)).toBe(false);
    const read = (await other.draft(key))?.stored;
    expect(await store.saveDraft(of('pump, seal'), read)).toBe(true);
    expect(await other.saveDraft(of('pump, hose'), read)).toBe(false);
    expect((await other.draft(key))?.data?.key).toBe('pump, seal');
    await other.removeDraft(key, read ?? '');
    expect((await store.draft(key))?.data?.key).toBe('pump, seal');
    await store.removeDraft(key, (await store.draft(key))?.stored ?? '');
    expect(await other.saveDraft(of('y'), read)).toBe(false);
    expect(await store.draft(key)).toBeUndefined();
    await other.close();
  });

  test('people: as last read', async () => {
    const { store } = current();
    const person: PersonRecord = {
      team: TEAM,
      id: 'U1',
      name: 'Ana',
      timeZone: 'Europe/Prague',
      kind: 'member',
      admin: true,
      fetchedAt: NOW,
      updated: 100,
      locale: 'es-LA',
    };
    await store.savePeople([person, { ...person, id: 'U2', admin: false }]);
    await store.savePeople([{ ...person, name: 'Ana B', kind: 'guest', admin: false }]);
    await store.savePeople([]);
    expect(await store.person(TEAM, 'U1')).toEqual({ ...person, name: 'Ana B', kind: 'guest', admin: false });
    expect(await store.person(TEAM, 'U2')).toEqual({ ...person, id: 'U2', admin: false });
    expect(await store.person('T2', 'U1')).toBeUndefined();
    // F9: what is older than what is kept changes nothing.
    await store.savePeople([{ ...person, updated: 99, name: 'Ana C' }]);
    expect(await store.person(TEAM, 'U1')).toMatchObject({ name: 'Ana B', admin: false });
    const { locale: _, ...silent } = person;
    await store.savePeople([{ ...silent, id: 'U6', admin: false }]);
    expect(await store.person(TEAM, 'U6')).toMatchObject({ locale: '' });
    const admin = { ...person, id: 'U3', name: 'Olga' };
    await store.savePeople([admin, { ...admin, id: 'U4', kind: 'deactivated' }, { ...admin, id: 'U5', name: 'Adam' }]);
    expect((await store.admins(TEAM, 10)).map(({ id }) => id)).toEqual(['U5', 'U3']);
    expect(await store.admins(TEAM, 1)).toHaveLength(1);
    expect(await store.admins('T2', 10)).toEqual([]);
  });

  test('settings: defaults until saved, per workspace', async () => {
    const { store } = current();
    expect(await store.settings(TEAM)).toEqual(defaultSettings);
    const mine = { ...defaultSettings, approval: { ...defaultSettings.approval, allowOwn: true } };
    await store.saveSettings(TEAM, defaultSettings);
    await store.saveSettings(TEAM, mine);
    expect(await store.settings(TEAM)).toEqual(mine);
    expect(await store.settings('T2')).toEqual(defaultSettings);
  });

  test('assets: bytes by their hash, per workspace, never changed', async () => {
    const { store } = current();
    const asset = {
      team: TEAM,
      sha256: 'ab',
      type: 'image/png',
      width: 3,
      height: 2,
      bytes: new Uint8Array([0, 255, 7]),
    } as const;
    expect(await store.asset(TEAM, 'ab')).toBeUndefined();
    await store.saveAsset(asset);
    await store.saveAsset({ ...asset, bytes: new Uint8Array([1]) });
    const kept = await store.asset(TEAM, 'ab');
    expect({ ...kept, bytes: [...(kept?.bytes ?? [])] }).toEqual({ ...asset, bytes: [0, 255, 7] });
    expect(await store.asset('T2', 'ab')).toBeUndefined();
  });

  test('alive until it is closed', async () => {
    const { again } = current();
    const store = await again();
    expect(await store.alive()).toBe(true);
    await store.close();
    expect(await store.alive()).toBe(false);
  });

  test('kept files: in the order in which they were kept; what is known stays as it is', async () => {
    const { store } = current();
    await owe(store, 'o1', []);
    await owe(store, 'o2', []);
    const kept = { team: TEAM, order: 'o1', sha256: 'ab', name: 'SO-000001 v1.pdf', size: 9, version: 1, at: 5 };
    const document = { ...kept, kind: 'document', fileId: '' } as const;
    const photo = { ...kept, kind: 'attachment', fileId: 'F1', version: 0, name: 'pump.jpg', at: 4 } as const;
    for (const file of [document, photo, { ...photo, fileId: 'F2', at: 6 }]) await store.saveKeptFile(file);
    await store.saveKeptFile({ ...document, name: 'another name', at: 9 });
    await store.saveKeptFile({ ...document, order: 'o2' });
    expect(await store.keptFiles(TEAM, 'o1')).toEqual([photo, document, { ...photo, fileId: 'F2', at: 6 }]);
    expect(await store.keptFiles(TEAM, 'o2')).toEqual([{ ...document, order: 'o2' }]);
    expect(await store.keptFiles('T2', 'o1')).toEqual([]);
  });

  test('signing links: an order’s newest counts, until it is withdrawn; those before are withdrawn by it', async () => {
    const { store } = current();
    await owe(store, 'o1', []);
    await owe(store, 'o2', []);
    const link = { team: TEAM, order: 'o1', version: 1, person: 'U1', at: 5, expires: 9 };
    const [first, second, other] = ['a', 'b', 'c'].map((sign) => sign.repeat(64)) as [string, string, string];
    const withdrawn = async () =>
      Promise.all([first, second, other].map(async (hash) => (await store.signingLink(hash))?.withdrawn));
    expect(await withdrawn()).toEqual([undefined, undefined, undefined]);
    await store.saveSigningLink({ ...link, hash: first });
    await store.saveSigningLink({ ...link, hash: other, order: 'o2' });
    expect(await store.signingLink(first)).toEqual({ ...link, hash: first, withdrawn: false });
    await store.saveSigningLink({ ...link, hash: second, version: 2 });
    expect(await withdrawn()).toEqual([true, false, false]);
    await store.withdrawSigningLinks(TEAM, 'o1');
    expect(await withdrawn()).toEqual([true, true, false]);
    expect(await store.signingLink(second)).toEqual({ ...link, hash: second, version: 2, withdrawn: true });
    await store.withdrawSigningLinks(TEAM, 'o1');
    const third = { ...link, hash: 'd'.repeat(64) };
    await store.saveSigningLink(third);
    expect(await store.signingLink(third.hash)).toEqual({ ...third, withdrawn: false });
    // What an order says of its links is none itself.
    expect(await store.signingLink(`${TEAM} o1`)).toBeUndefined();
  });
}
