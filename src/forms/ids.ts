/** Action ids of the buttons that every form shares. Input actions are `field-<generation>` (fields.ts). */
export const formActions = {
  back: 'form_back',
  discard: 'form_discard',
  reload: 'form_reload',
  addItem: 'item_add',
  addHours: 'hours_add',
  editItem: 'item_edit',
  removeItem: 'item_remove',
  restoreItem: 'item_restore',
  earlierItems: 'items_earlier',
  laterItems: 'items_later',
} as const;

export type FormAction = (typeof formActions)[keyof typeof formActions];

/** What the action ids of inputs that search what is on file begin with, by what they look for. */
export const searchInputs = { client: 'field-client', site: 'field-site', item: 'field-item' } as const;

/** The button that shows the earlier orders at the place of a form, or of an order. */
export const EARLIER_JOBS = 'orders_earlier';

/** The callback id of a form's modal, and back. */
export const formCallbackId = (form: string): string => `form:${form}`;
export const formOfCallbackId = (callbackId: string): string | undefined => /^form:(\w+)$/.exec(callbackId)?.[1];
