import { z } from 'zod';
import type { DraftKey, Store } from '../../db/store.ts';
import type { Draft, Raw } from '../forms/form.ts';
import { ITEM_KINDS } from '../order/order.ts';

const Attachment = z.object({ fileId: z.string(), name: z.string(), mimetype: z.string(), size: z.number() });
const RawShape: z.ZodType<Raw> = z.union([z.string(), z.number(), z.null(), z.array(z.string()), z.array(Attachment)]);

/**
 * A view of the form: the page it shows, the `action_ts` of its last dispatch that was kept, and the fields in which it
 * still shows what was there before another view was typed into.
 */
const Place = z.object({ id: z.string(), page: z.string(), at: z.string(), behind: z.array(z.string()) });
export type Place = z.infer<typeof Place>;

const Kept = z.object({
  /** The repeat key of this filling-in. */
  key: z.string(),
  /** Where the form is open, the view heard last at the end. */
  views: z.array(Place).default([]),
  generation: z.number().int(),
  itemOffset: z.number().int(),
  /** Something was typed: only then is it worth saying that a draft was found. */
  touched: z.boolean(),
  values: z.record(z.string(), RawShape),
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(ITEM_KINDS),
      description: z.string(),
      quantity: z.number().int(),
      unit: z.string(),
      unitPrice: z
        .string()
        .regex(/^-?\d+(\.\d{1,6})?$/)
        .nullable(),
    }),
  ),
  money: z.object({ currency: z.string(), decimals: z.number().int() }).optional(),
  base: z.number().int(),
  submission: z.number().int(),
});

/** A form half filled in, as it is kept on the server. */
export type KeptDraft = z.infer<typeof Kept>;

/** What came of working on a draft; without `draft` it stays as it was. */
export interface Worked<T> {
  readonly draft?: KeptDraft | undefined;
  readonly result: T;
}

/** Drafts as forms use them: one at a time per person, form and order. */
export interface Drafts {
  load(key: DraftKey): Promise<KeptDraft | undefined>;
  /**
   * Gives the draft as it is (undefined: there is none) to `work` and keeps what it makes of it. Payloads of this
   * process take turns; when another process changed the draft meanwhile, `work` is done again on what it is then.
   */
  change<T>(key: DraftKey, work: (kept: KeptDraft | undefined) => Promise<Worked<T>>): Promise<T>;
}

/** How often work on a draft is done again because another process was faster; each loser means a winner. */
const TRIES = 20;

/** Keeps drafts in the store. */
export function createDrafts(store: Store, now: () => number): Drafts {
  const queues = new Map<string, Promise<unknown>>();

  async function read(key: DraftKey) {
    const data = (await store.draft(key))?.data;
    return { data, kept: Kept.safeParse(data).data };
  }

  async function changed<T>(key: DraftKey, work: (kept: KeptDraft | undefined) => Promise<Worked<T>>): Promise<T> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const { data, kept } = await read(key);
      const { draft, result } = await work(kept);
      if (draft === undefined || draft === kept) return result;
      if (await store.saveDraft({ ...key, data: draft, updatedAt: now() }, data)) return result;
    }
    throw new Error(`a draft of ${key.form} changed ${TRIES} times under one payload`);
  }

  return {
    load: async (key) => (await read(key)).kept,
    async change(key, work) {
      const name = JSON.stringify([key.team, key.person, key.form, key.order]);
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
  return {
    key,
    views: [],
    generation: 0,
    itemOffset: 0,
    touched: false,
    values: { ...start.values },
    items: [...start.items],
    money: start.money,
    base: start.base,
    submission: start.submission,
  };
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
