import { type Order, peopleOf } from '../order.ts';
import type { Part, Party } from '../people.ts';

type Asking = Pick<Order, 'state' | 'supervisor' | 'progress'>;

/** Whether an order asked somebody in the place of its supervisor, who was away. */
export const isStandIn = ({ supervisor, progress: { asked } }: Asking, person: string): boolean =>
  supervisor.id !== person && asked.some(({ id, standIn }) => id === person && standIn);

/** Whether what an order waits for now was asked of this substitute as well: they may decide on that, also when the absence is over. */
export function isAskedStill(order: Asking, person: string): boolean {
  if (!isStandIn(order, person)) return false;
  const { state, progress } = order;
  // Each submission says itself who is asked.
  if (state === 'submitted') return true;
  const { question, reminded } = progress;
  if (state !== 'approved' || !question || question.disputed) return false;
  return reminded.some(({ about, people }) => about === 'extra_cost' && people.includes(person));
}

/** The people of an order with what each may act as on any day: substitutes only as such, and only while what they were asked waits. */
export const actingIn = (order: Parameters<typeof peopleOf>[0] & Asking): [Part, Party][] =>
  peopleOf(order).flatMap(([role, party]): [Part, Party][] => {
    if (role !== 'supervisor' || !isStandIn(order, party.id)) return [[role, party]];
    return isAskedStill(order, party.id) ? [['substitute', party]] : [];
  });

/** Whom somebody decides for, who was asked in the place of an order's supervisor. */
export const decidedFor = (order: Asking, person: string): { readonly for?: Party } =>
  isStandIn(order, person) ? { for: { id: order.supervisor.id, name: order.supervisor.name } } : {};
