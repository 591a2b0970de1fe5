import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { DraftKey, Store } from '../../db/store.ts';
import type { Draft, Raw } from '../forms/form.ts';
import { ITEM_KINDS } from '../order/order.ts';

const Attachment = z.object({ fileId: z.string(), name: z.string(), mimetype: z.string(), size: z.number() });
const RawShape: z.ZodType<Raw> = z.union([z.string(), z.number(), z.null(), z.array(z.string()), z.array(Attachment)]);

const Kept = z.object({
  /** The repeat key of this filling-in. */
  key: z.string(),
  page: z.string(),
  generation: z.number().int(),
  itemOffset: z.number().int(),
  /** Something was typed: only then is it worth saying that a draft was found. */
  touched: z.boolean(),
  /** The `action_ts` of the last dispatch that was kept; older ones come late and are passed over. */
  actionTs: z.string(),
  values: z.record(z.string(), RawShape),
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(ITEM_KINDS),
      description: z.string(),
      quantity: z.number().int(),
      unit: z.string(),
      unitPrice: z.number().int().nullable(),
    }),
  ),
  base: z.number().int(),
  submission: z.number().int(),
});

/** A form half filled in, as it is kept on the server. */
export type KeptDraft = z.infer<typeof Kept>;

/** Drafts as forms use them: one at a time per person, form and order. */
export interface Drafts {
  load(key: DraftKey): Promise<KeptDraft | undefined>;
  save(key: DraftKey, draft: KeptDraft): Promise<void>;
  remove(key: DraftKey): Promise<void>;
  /** Runs after whatever else is under way on this draft, so that two payloads at once do not undo one another. */
  exclusively<T>(key: DraftKey, work: () => Promise<T>): Promise<T>;
}

/** Keeps drafts in the store. */
export function createDrafts(store: Store, now: () => number): Drafts {
  const queues = new Map<string, Promise<unknown>>();
  return {
    async load(key) {
      const parsed = Kept.safeParse((await store.draft(key))?.data);
      return parsed.success ? parsed.data : undefined;
    },
    save: (key, data) => store.saveDraft({ ...key, data, updatedAt: now() }),
    remove: (key) => store.removeDraft(key),
    async exclusively(key, work) {
      const name = JSON.stringify([key.team, key.person, key.form, key.order]);
      const before = queues.get(name) ?? Promise.resolve();
      const turn = before.then(work, work);
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
export function freshDraft(start: Draft, page: string): KeptDraft {
  return {
    key: randomUUID(),
    page,
    generation: 0,
    itemOffset: 0,
    touched: false,
    actionTs: '0',
    values: { ...start.values },
    items: [...start.items],
    base: start.base,
    submission: start.submission,
  };
}
