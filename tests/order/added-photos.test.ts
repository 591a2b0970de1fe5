import { describe, expect, test } from 'vitest';
import type { Attachment } from '../../src/order/content.ts';
import type { Order } from '../../src/order/order.ts';
import { actions, actor, ana, closure, decided, doer, inState, report, taken } from '../support/workflow.ts';

const file = (fileId: string, changes: Partial<Attachment> = {}): Attachment => ({
  ...{ fileId, name: `${fileId}.jpg`, mimetype: 'image/jpeg', size: 1 },
  ...changes,
});
const add = (...photos: Attachment[]) => ({ type: 'add_photos', photos }) as const;
const idsOf = (photos: readonly Attachment[] | undefined) => (photos ?? []).map(({ fileId }) => fileId);
const confirm = (base: number, ...photos: Attachment[]) =>
  ({ ...actions(base).confirm_partial, report: { ...report, photos } }) as ReturnType<
    typeof actions
  >['confirm_partial'];
const shown = ({ latest }: Order) => [idsOf(latest?.report?.photos), idsOf(latest?.closure?.photos)];

describe('photos that are added between versions', () => {
  const added = taken(inState.approved, add(file('F1'), file('F2', { shows: 'before' }))).order;

  test('are the next version’s that reports work, before its own, each once', () => {
    const { order } = taken(added, confirm(1, file('F2'), file('F3')));
    expect(shown(order)).toEqual([['F1', 'F2', 'F3'], []]);
    expect(idsOf(order.photos)).toEqual(['F1', 'F2', 'F3']);
    expect(order.progress.photos).toBeUndefined();
  });

  test('are the closing’s, where no work is reported with it', () => {
    const { order } = taken(added, { ...actions().close_not_performed, closure: closure('not_performed') } as never);
    expect(shown(order)).toEqual([[], ['F1', 'F2']]);
  });

  test('stay until there is such a version', () => {
    expect(idsOf(taken(added, actions().hold).order.progress.photos)).toEqual(['F1', 'F2']);
  });

  test('come on top of those that wait already, without the ones that the order has', () => {
    const { order } = taken(added, add(file('F2'), file('F3')));
    expect(idsOf(order.progress.photos)).toEqual(['F1', 'F2', 'F3']);
    const after = taken(order, confirm(1)).order;
    expect(decided(after, add(file('F1'), file('F3')), { by: doer.add_photos })).toMatchObject({
      refusal: { reason: 'photos_known' },
    });
    expect(shown(taken(after, confirm(2, file('F1'), file('F4'))).order)).toEqual([['F4'], []]);
  });

  test('are for those who take part in the order, while it is open', () => {
    for (const role of ['crew', 'coordinator', 'supervisor', 'requester'] as const)
      expect(decided(inState.approved, add(file('F1')), { by: actor(ana, role) }).kind).toBe('accepted');
    expect(decided(inState.approved, add(file('F1')), { by: actor(ana) })).toMatchObject({
      refusal: { reason: 'not_allowed' },
    });
    for (const state of ['submitted', 'completed', 'rejected'] as const)
      expect(decided(inState[state], add(file('F1')), { by: doer.add_photos })).toMatchObject({
        refusal: { reason: 'wrong_state' },
      });
  });
});
