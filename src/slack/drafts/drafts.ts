import { createHmac, randomUUID } from 'node:crypto';
import type { DraftKey, FoundDraft, Store } from '../../../db/ports.ts';
import type { KeptDraft, Place } from '../../../db/shapes/draft.ts';
import type { Draft } from '../../forms/draft.ts';

export type { KeptDraft, Place };

/** What came of working on a draft; without `draft` it stays as it was. */
export interface DraftUpdate<T> {
  readonly draft?: KeptDraft | undefined;
  /** Stored although nobody has touched it: it has files, which another process could not begin it with again. */
  readonly brings?: boolean;
  readonly result: T;
}

/**
 * Drafts as forms use them: one at a time per person, form and order. One that nobody has touched is only remembered, for
 * the life of the process: opening a form and closing it again leaves nothing behind.
 */
export type Drafts = ReturnType<typeof createDrafts>;

/** How often work on a draft is done again because another process was faster; each loser means a winner. */
const TRIES = 20;

/** Untouched drafts that are remembered; of an older one the form knows enough to go on. */
const REMEMBERED = 500;

const nameOf = (key: DraftKey): string => JSON.stringify([key.team, key.person, key.form, key.order]);

/**
 * Keeps drafts in the store. `unreadable` hears why one is begun again. `secret`: what only our processes know; without it
 * only this process knows its keys again.
 */
export function createDrafts(
  store: Store,
  now: () => number,
  unreadable: (problem: string) => void,
  secret: string = randomUUID(),
) {
  const signed = (key: DraftKey, nonce: string) =>
    `${nonce}.${createHmac('sha256', secret)
      .update(`${nameOf(key)} ${nonce}`)
      .digest('base64url')
      .slice(0, 22)}`;
  const queues = new Map<string, Promise<unknown>>();
  const untouched = new Map<string, KeptDraft>();

  async function read(key: DraftKey): Promise<{ found: FoundDraft | undefined; kept: KeptDraft | undefined }> {
    const found = await store.draft(key);
    if (found?.problem) unreadable(found.problem);
    return { found, kept: found ? found.data : untouched.get(nameOf(key)) };
  }

  function remember(key: DraftKey, draft: KeptDraft): void {
    untouched.delete(nameOf(key));
    untouched.set(nameOf(key), draft);
    const [oldest] = untouched.keys();
    if (untouched.size > REMEMBERED && oldest !== undefined) untouched.delete(oldest);
  }

  async function changed<T>(key: DraftKey, work: (kept: KeptDraft | undefined) => Promise<DraftUpdate<T>>): Promise<T> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const { found, kept } = await read(key);
      const { draft, brings = false, result } = await work(kept);
      if (draft === undefined || draft === kept) return result;
      if (!draft.touched && !found && !brings) {
        remember(key, draft);
        return result;
      }
      if (await store.saveDraft({ ...key, data: draft, updatedAt: now() }, found?.stored)) {
        untouched.delete(nameOf(key));
        return result;
      }
    }
    throw new Error(`a draft of ${key.form} changed ${TRIES} times under one payload`);
  }

  return {
    /** An idempotency key for filling in this form: the same for the same `basis`, in whatever process; without it a new one. */
    newKey: (key: DraftKey, basis?: string): string =>
      signed(
        key,
        basis === undefined ? randomUUID() : createHmac('sha256', secret).update(basis).digest('hex').slice(0, 36),
      ),
    /** Whether that is one that `newKey` gave for just this person, form and order, in this process or another. */
    isOurs: (key: DraftKey, repeatKey: string): boolean => signed(key, repeatKey.slice(0, 36)) === repeatKey,
    /** Forgets a draft with this key that nobody has touched: its form was closed. */
    async closed(key: DraftKey, draftKey: string): Promise<void> {
      const { found } = await read(key);
      if (found?.data?.key === draftKey && !found.data.touched) await store.removeDraft(key, found.stored);
    },
    load: async (key: DraftKey): Promise<KeptDraft | undefined> => (await read(key)).kept,
    /**
     * Gives the draft as it is (undefined: there is none) to `work` and keeps what it makes of it. Payloads of this
     * process take turns; when another process changed the draft meanwhile, `work` is done again on what it is then.
     */
    async change<T>(key: DraftKey, work: (kept: KeptDraft | undefined) => Promise<DraftUpdate<T>>): Promise<T> {
      const name = nameOf(key);
      const before = queues.get(name) ?? Promise.resolve();
      const mine = () => changed(key, work);
      const turn = before.then(mine, mine);
      queues.set(name, turn);
      try {
        return await turn;
      } finally {
        if (queues.get(name) === turn) queues.delete(name);
      }
    },
  };
}

/** A draft nobody has typed into yet. */
export function freshDraft(start: Draft, key: string): KeptDraft {
  const { values, items } = start;
  const untouched = { views: [], generation: 0, itemOffset: 0, touched: false };
  return { ...start, ...untouched, key, values: { ...values }, items: [...items] };
}

/** The draft after its author was told that its prices are lost. */
export function toldOfPrices({ pricesLost, ...draft }: KeptDraft): KeptDraft {
  return draft;
}

/** Views that a draft remembers; nobody has a form open in more places at once. */
const VIEWS = 4;

/** Where a view of the form is; `page` is what the view itself says, until the draft knows of it. */
export const placeOf = ({ views }: KeptDraft, id: string, page: string): Place =>
  views.find((view) => view.id === id) ?? { id, page, at: '0', behind: [] };

/** The draft, last seen in this view. */
export const seenIn = (draft: KeptDraft, place: Place): KeptDraft => ({
  ...draft,
  views: [...draft.views.filter(({ id }) => id !== place.id), place].slice(-VIEWS),
});
