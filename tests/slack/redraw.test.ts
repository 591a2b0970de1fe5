import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../db/open.ts';
import type { PersonRecord, Store } from '../../db/ports.ts';
import { orderForms } from '../../src/forms/forms.ts';
import type { Deps } from '../../src/slack/deps.ts';
import { freshDraft, type KeptDraft, placeOf, seenIn } from '../../src/slack/drafts/drafts.ts';
import { startSession } from '../../src/slack/forms/form-session.ts';
import { redraw } from '../../src/slack/forms/redraw.ts';
import type { Drawn, Views } from '../../src/slack/replies/open-views.ts';
import { decodePage } from '../../src/slack/views/ids.ts';
import { wordsFor } from '../../src/words/words.ts';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { quietDeps } from '../support/deps.ts';
import { newDatabase } from '../support/new-database.ts';

const VIEW = 'V1';
const about = { team: 'T1', person: 'UANA', form: 'submit', order: '', source: '' } as const;
const key = { team: 'T1', person: 'UANA', form: 'submit', order: '' };
const [first = '', second = '', third = ''] = orderForms.submit.form.pages.map(({ id }) => id);
const ana: PersonRecord = {
  ...{ team: 'T1', id: 'UANA', name: 'Ana Ruiz', timeZone: 'UTC', kind: 'member', admin: false, fetchedAt: 0 },
};

describe('a page is drawn again after something happened on it', () => {
  let folder: ReturnType<typeof temporaryFolder>;
  let store: Store;
  let deps: Deps;
  /** What the person has before them; the hash is Slack's, another with every drawing. */
  let screen: { page: string; hash: string };
  let drawings: number;
  let lastDrawn: string | undefined;
  /** What happens while Slack is at the n-th drawing; an answer, when Slack gives none of its own. */
  let meanwhile: ((n: number) => Promise<Drawn | undefined>) | undefined;

  beforeEach(async () => {
    folder = temporaryFolder();
    await newDatabase(folder.file('orders.db'));
    store = await openStore(`file:${folder.file('orders.db')}`);
    screen = { page: first, hash: 'opened' };
    drawings = 0;
    lastDrawn = undefined;
    meanwhile = undefined;
    const update: Views['update'] = async (_, drawing, hash) => {
      drawings++;
      const answer = await meanwhile?.(drawings);
      if (answer) return answer;
      if (hash !== undefined && hash !== screen.hash) return 'overtaken';
      screen = { page: decodePage(drawing.private_metadata ?? '')?.p ?? '', hash: `drawn ${drawings}` };
      lastDrawn = screen.hash;
      return 'shown';
    };
    const known = async () => ana;
    const { people, views, ...rest } = quietDeps(store);
    deps = {
      ...rest,
      people: { ...people, find: known, known },
      views: { ...views, update, lastHash: () => lastDrawn },
    };
    await keep((draft) => draft);
  });
  afterEach(async () => {
    await store.close();
    folder.remove();
  });

  /** The draft of the form, which is open on its first page. */
  const keep = (change: (draft: KeptDraft) => KeptDraft) =>
    deps.drafts.change(key, async (kept) => {
      const { form } = orderForms.submit;
      const context = {
        ...about,
        now: 0,
        order: undefined,
        people: new Map(),
        currency: 'EUR',
        decimals: 2,
        taxRate: 0,
        pricesFor: 'everybody' as const,
      };
      const start = form.start({
        ...context,
        person: ana,
        locale: 'en-GB',
        words: wordsFor('en-GB'),
        allowOwnApproval: false,
      });
      const fresh = seenIn(freshDraft(start, 'K1'), { id: VIEW, page: first, at: '0', behind: [] });
      return { draft: change(kept ?? fresh), result: undefined };
    });
  /** The person goes on: their answer shows them the page, and everything in the draft. */
  async function goOn(page: string): Promise<undefined> {
    await keep((draft) => seenIn(draft, { ...placeOf(draft, VIEW, first), page }));
    screen = { page, hash: `gone on to ${page}` };
  }
  const addItem = (id: string) =>
    keep((draft) => ({
      ...draft,
      items: [...draft.items, { id, kind: 'material', description: id, quantity: 1000, unit: 'pcs', unitPrice: null }],
    }));
  const redrawAnswered = () => drawWith(undefined);
  const drawAgain = () => drawWith('opened');
  const drawWith = async (hash: string | undefined) => {
    const session = await startSession(deps, { ...about, copyOf: '' });
    if ('sorry' in session) throw new Error(session.sorry);
    await redraw(deps, session, 'K1', { id: VIEW, page: first, base: 0, hash, opened: undefined });
  };

  test('it shows what the draft says now', async () => {
    await addItem('Pump');
    await drawAgain();
    expect({ screen, drawings }).toEqual({ screen: { page: first, hash: 'drawn 1' }, drawings: 1 });
  });

  test('somebody who has gone on before that is left alone, however far they go', async () => {
    await addItem('Pump');
    await goOn(second);
    meanwhile = async () => goOn(third);
    await drawAgain();
    expect({ screen, drawings }).toEqual({ screen: { page: second, hash: `gone on to ${second}` }, drawings: 0 });
  });

  test('and so is somebody who goes on while Slack draws', async () => {
    meanwhile = async () => goOn(second);
    await drawAgain();
    expect({ screen, drawings }).toEqual({ screen: { page: second, hash: `gone on to ${second}` }, drawings: 1 });
  });

  test('or while Slack is in trouble, until it is tried again', async () => {
    let tries = 0;
    const { updates, ...rest } = deps;
    const again = async (_: string, show: () => Promise<boolean>) => {
      for (; !(await show()); tries++) await goOn(second);
    };
    deps = { ...rest, updates: { show: again } };
    meanwhile = async (n) => (n === 1 ? 'later' : goOn(third));
    await drawAgain();
    expect({ screen, drawings, tries }).toEqual({
      ...{ screen: { page: second, hash: `gone on to ${second}` }, drawings: 1, tries: 1 },
    });
  });

  test('what stands there already, though its answer was lost, does not throw back somebody who goes on', async () => {
    const { updates, ...rest } = deps;
    const again = async (_: string, show: () => Promise<boolean>) => {
      while (!(await show()));
    };
    deps = { ...rest, updates: { show: again } };
    meanwhile = async (n) => {
      if (n === 1) screen = { page: first, hash: 'drawn, and nobody heard of it' };
      if (n === 1) return 'later';
      return n === 3 ? goOn(second) : undefined;
    };
    await addItem('Pump');
    await drawAgain();
    expect(screen.page).toBe(second);
  });

  test('over its own drawing it draws with the hash of that: nobody is thrown back', async () => {
    await addItem('Pump');
    await drawAgain();
    await addItem('Seal');
    meanwhile = async (n) => (n === 3 ? goOn(second) : undefined);
    await drawAgain();
    expect({ screen, drawings }).toEqual({ screen: { page: second, hash: `gone on to ${second}` }, drawings: 3 });
  });

  test('what another process has drawn meanwhile may lack it: it is drawn all the same', async () => {
    screen = { page: first, hash: 'drawn by another' };
    await drawAgain();
    expect({ screen, drawings }).toEqual({ screen: { page: first, hash: 'drawn 2' }, drawings: 2 });
  });

  test('A1 a page that was too large for the answer is drawn once, whatever stands in for it', async () => {
    screen = { page: 'loading', hash: 'answered' };
    await redrawAnswered();
    expect({ screen, drawings }).toEqual({ screen: { page: first, hash: 'drawn 1' }, drawings: 1 });
  });

  test('A1 somebody who went on from there meanwhile, and is thrown back by the drawing, gets their page again', async () => {
    meanwhile = async (n) => (n === 1 ? goOn(second) : undefined);
    await redrawAnswered();
    expect(screen.page).toBe(second);
  });

  test('and who was thrown back by that gets their page again', async () => {
    screen = { page: first, hash: 'drawn by another' };
    meanwhile = async (n) => (n === 2 ? goOn(second) : undefined);
    await drawAgain();
    expect({ page: screen.page, drawings }).toEqual({ page: second, drawings: 3 });
  });
});
