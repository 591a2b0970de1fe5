import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { PickedFile } from '../../sandbox/server/acts/entries.ts';
import type { Person } from '../../sandbox/server/acts.ts';
import { wordsOf } from '../pdf/tools.ts';
import { approve, confirm, submitOrder } from '../support/acting.ts';
import { codeOn } from '../support/codes.ts';
import { type Stage, startStage } from '../support/stage.ts';
import { ANY, like, words } from '../support/words.ts';

const say = words.verify;
/** Without the signs that Slack formats by. */
const bare = (text: string) => text.replaceAll(/[*`]/g, '');
const date = ANY;
const pdf2 = words.lists.pdf({ link: ANY, version: 2 }).replace(/^<.*\|(.*)>$/, '$1');

/** What is said first of a version: with its title for those who may see it. */
const facts = {
  open: (version: number) => say.version({ order: 'SO-000001', version, date }),
  full: (version: number) => say.versionTitle({ order: 'SO-000001', version, title: `Secret ${ANY} pump`, date }),
  approved: say.approved({ name: 'Sam Lee', date }),
};
const genuine = (...lines: string[]) => like(bare(say.genuine({ facts: lines.join('\n') })));
const genuineFile = (file: string, ...lines: string[]) =>
  like(bare(say.file.genuine({ file, facts: lines.join('\n') })));

describe('whether a document is genuine and current', () => {
  let stage: Stage;
  let channel: string;
  let codes: string[];
  beforeAll(async () => {
    stage = await startStage();
    const { ana, sam, farid } = stage.people;
    channel = await submitOrder(stage, ana, sam, { job: { title: 'Secret <!channel> pump' } });
    await approve(stage, sam, channel, [farid]);
    await confirm(stage, farid, channel);
    const order = await stage.store.orderByNumber(stage.sandbox.teamId, 1);
    codes = order ? await Promise.all([1, 2].map((n) => codeOn(stage.store, order, n))) : [];
  });
  afterEach(() => {
    expect(stage.sandbox.complaints).toEqual([]);
    stage.sandbox.faults.clear();
  });
  afterAll(() => stage.stop());

  const pdf = (version: number): Buffer =>
    [...stage.sandbox.workspace.files.values()].find(({ title }) => title === `SO-000001 v${version}.pdf`)?.bytes ??
    Buffer.alloc(0);
  const answers = async (person: Person, act: () => Promise<unknown>): Promise<string> => {
    const before = person.ephemerals().length;
    await act();
    await stage.sandbox.workspace.waitFor(() => person.ephemerals().length > before);
    const [answer] = person.ephemerals().slice(before);
    expect(answer?.text).not.toContain('<!channel>');
    return bare(answer?.shown ?? '');
  };
  const typed = (person: Person, code: string) => answers(person, () => person.command(`/so verify ${code}`));
  const pointedAt = (person: Person, message: { ts: string }) =>
    answers(person, () => person.messageShortcut('verify_document', message));
  const posted = (person: Person, ...files: PickedFile[]) => person.say('general', 'Look', files);
  const asPdf = (name: string, bytes: Uint8Array): PickedFile => ({ name, bytes, mimetype: 'application/pdf' });

  describe('by the code on paper', () => {
    test('is told to those who are on the order, with how the order stands', async () => {
      const { ana } = stage.people;
      expect(wordsOf(pdf(2))).toContain(codes[1]);
      const current = await typed(ana, codes[1] ?? '');
      expect(current).toMatch(genuine(facts.full(2), say.current, facts.approved));
      expect(current).toMatch(like(say.compare({ pdf: pdf2, file: `${ANY}SHA-256${ANY}` })));
      expect(current).toContain(say.state({ state: words.order.stage.in_progress }));
      const old = await typed(ana, (codes[0] ?? '').toLowerCase().replaceAll('-', ' '));
      expect(old).toMatch(genuine(facts.full(1), say.supersededPdf({ version: 2, date, pdf: pdf2 })));
    });

    test('is told to everybody else without more than the paper says', async () => {
      const { ben } = stage.people;
      const told = await typed(ben, codes[0] ?? '');
      expect(told).toMatch(genuine(facts.open(1), say.superseded({ version: 2, date }), facts.approved));
      expect(told).not.toMatch(/Secret|Acme|SHA-256|http/);
      expect(told).not.toContain(words.order.state.approved);
    });

    test('a wrong code is answered alike whether or not there is such an order', async () => {
      const { ben } = stage.people;
      const [wrong, version, nobody] = ['SO-000001-2', 'SO-000001-9', 'SO-000999-2'].map(
        (of) => `${of}-ABCD-EFGH-JKMN`,
      );
      const told = await typed(ben, wrong ?? '');
      expect(told).toContain([bare(say.notGenuine({ code: wrong ?? '' })), say.checkCharacters].join('\n'));
      for (const other of [version ?? '', nobody ?? ''])
        expect((await typed(ben, other)).replace(other, '')).toBe(told.replace(wrong ?? '', ''));
    });

    test.each(['', 'SO-12', 'hello <!channel>', 'SO-1-2-ABCD'])(
      '“%s” is no code: there is an example',
      async (code) => {
        expect(await typed(stage.people.ana, code)).toContain(bare(say.noCode));
      },
    );
  });

  describe('as a file in Slack', () => {
    test('the PDFs that the app posted, and copies of them', async () => {
      const { ana, ben } = stage.people;
      const [first, second] = ana.messages(channel).filter(({ files }) => files.length > 0);
      expect(await pointedAt(ana, first ?? { ts: '' })).toMatch(
        genuineFile('SO-000001 v1.pdf', facts.full(1), say.supersededPdf({ version: 2, date, pdf: pdf2 })),
      );
      expect(await pointedAt(ana, second ?? { ts: '' })).toContain(bare(say.current));
      const copy = await posted(ana, asPdf('renamed.pdf', pdf(1)));
      const told = await pointedAt(ben, copy);
      expect(told).toMatch(genuineFile('renamed.pdf', facts.open(1)));
      expect(told).not.toMatch(/Secret|http/);
      expect(told).not.toContain(words.order.state.approved);
    });

    test('what is altered, foreign, no PDF, or several', async () => {
      const { ana } = stage.people;
      const altered = Buffer.from(pdf(2));
      altered[altered.length - 20] = (altered[altered.length - 20] ?? 0) ^ 1;
      const message = await posted(
        ana,
        asPdf('altered.pdf', altered),
        asPdf('ours.pdf', pdf(2)),
        asPdf('text.pdf', Buffer.from('not a PDF at all')),
        { name: 'photo.jpg', bytes: pdf(2), mimetype: 'image/jpeg' },
        asPdf('large.pdf', Buffer.alloc(20_000_001)),
      );
      const told = await pointedAt(ana, message);
      expect(told).toContain(bare(say.file.unknown({ file: 'altered.pdf' })));
      expect(told).toMatch(genuineFile('ours.pdf', facts.full(2)));
      for (const file of ['text.pdf', 'photo.jpg']) expect(told).toContain(say.file.noPdf({ file }));
      expect(told).toContain(say.file.tooLarge({ file: 'large.pdf' }));
    });

    test('a message without files', async () => {
      const { ana } = stage.people;
      expect(await pointedAt(ana, await ana.say('general', 'Nothing here'))).toContain(bare(say.noFile));
    });

    test.each([
      ['is gone', 'files.info', { kind: 'error', error: 'file_deleted' } as const, 'gone' as const],
      ['the app may not see', 'files.info', { kind: 'error', error: 'file_not_found' } as const, 'gone' as const],
      ['Slack does not hand out', 'download', { kind: 'status', status: 503 } as const, 'notNow' as const],
      ['Slack shows its login page for', 'download', { kind: 'html' } as const, 'gone' as const],
    ])('a file that %s', async (_, method, fault, expected) => {
      const { ana } = stage.people;
      const message = await posted(ana, asPdf('mine.pdf', pdf(2)));
      stage.sandbox.faults.on(method, fault);
      expect(await pointedAt(ana, message)).toContain(say.file[expected]({ file: 'mine.pdf' }));
    });

    test('A6 while Slack is too busy for it, it is not asked again', async () => {
      const { ana } = stage.people;
      const message = await posted(ana, asPdf('mine.pdf', pdf(2)));
      stage.sandbox.faults.on('files.info', { kind: 'ratelimited', retryAfter: 1 }, { times: 1 });
      const notNow = say.file.notNow({ file: 'mine.pdf' });
      expect(await pointedAt(ana, message)).toContain(notNow);
      await vi.waitFor(async () => expect(await pointedAt(ana, message)).not.toContain(notNow), {
        timeout: 5000,
        interval: 200,
      });
    });

    test('a document that was made again for a next channel, of photos that are gone: both are genuine', async () => {
      const { ana } = stage.people;
      const { store, sandbox } = stage;
      const order = await store.orderByNumber(sandbox.teamId, 1);
      const [document] = await store.documents(sandbox.teamId, order?.id ?? '');
      if (!document) throw expect.unreachable('no document');
      const anew = Buffer.concat([pdf(1), Buffer.from('\n% anew')]);
      await store.saveDocument({ ...document, sha256: createHash('sha256').update(anew).digest('hex') });
      const message = await posted(ana, asPdf('old.pdf', pdf(1)), asPdf('anew.pdf', anew));
      const told = await pointedAt(ana, message);
      for (const file of ['old.pdf', 'anew.pdf']) expect(told).toMatch(genuineFile(file, facts.full(1)));
    });
  });
});
