import type { Action } from '../order/action.ts';
import type { Order } from '../order/order.ts';
import type { Words } from '../words/words.ts';

/** An action that one tap takes, without a form. */
export interface AtOnce {
  button(words: Words): string;
  readonly style?: 'primary';
  /** The number of the entry that who sees the button knows of, where the action must name it. */
  seen?(order: Pick<Order, 'progress'>): number | undefined;
  /** The action; `seen`: what the button carried. Undefined where it carried nothing that names what is meant. */
  action(seen: number | undefined): Action | undefined;
}

/** Every such action by its type, in the order in which their buttons are shown. */
export const atOnce = {
  resume: {
    button: ({ forms }) => forms.button.resume,
    style: 'primary',
    seen: ({ progress }) => progress.hold?.entry,
    action: (seen) => (seen === undefined ? undefined : { type: 'resume', seen }),
  },
  start_work: {
    button: ({ forms }) => forms.button.start_work,
    style: 'primary',
    action: () => ({ type: 'start_work' }),
  },
} satisfies Record<string, AtOnce>;

export type AtOnceId = keyof typeof atOnce;

export const isAtOnceId = (id: string): id is AtOnceId => Object.hasOwn(atOnce, id);
