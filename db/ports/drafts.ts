import type { KeptDraft } from '../shapes/draft.ts';

/** Whose unfinished form: one per person, form and order ('' for a new order). */
export interface DraftKey {
  readonly team: string;
  readonly person: string;
  readonly form: string;
  readonly order: string;
}

export interface Draft extends DraftKey {
  /** What was typed so far, as the form keeps it. */
  readonly data: KeptDraft;
  readonly updatedAt: number;
}

/** A draft as it was read. `stored`: how it stands in its row, by which it is known again when it is saved. */
export type FoundDraft = DraftKey & { readonly stored: string | null; readonly updatedAt: number } & (
    | { readonly data: KeptDraft; readonly problem?: undefined }
    /** It cannot be read, for this reason. */
    | { readonly data: undefined; readonly problem: string }
  );

/** Unfinished forms. */
export interface Drafts {
  draft(key: DraftKey): Promise<FoundDraft | undefined>;
  /**
   * Saves it if nobody changed it since it was read: `before` is how it was stored then, undefined when there was no draft.
   * False: it has changed or gone meanwhile, and nothing was saved.
   */
  saveDraft(draft: Draft, before: string | null | undefined): Promise<boolean>;
  removeDraft(key: DraftKey): Promise<void>;
}
