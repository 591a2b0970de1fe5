import type { JsonObject } from '../../sandbox/server/json.ts';
import { awayIds, encodeAway, encodeChosen, encodeSeveral, severalIds } from '../../src/slack/views/ids.ts';
import { awayBlocks } from '../../src/slack/views/inbox/away.ts';
import { severalBlocks } from '../../src/slack/views/inbox/several.ts';
import { forgedPress, forgedSubmission, stateWith } from './forged.ts';
import type { Stage } from './stage.ts';

/** What every button of the inbox and of preferences carries; some ids are of modals only, and are pressed all the same. */
const values: Readonly<
  Record<keyof typeof severalIds | `own_${keyof typeof awayIds}`, readonly [id: string, value: string]>
> = {
  open: [severalIds.open, ''],
  modal: [severalIds.modal, ''],
  own_open: [awayIds.open, encodeAway({ r: 0 })],
  own_modal: [awayIds.modal, ''],
  own_back: [awayIds.back, encodeAway({ r: 0 })],
  own_digest: [awayIds.digest, encodeAway({ r: 0, d: 0 })],
};

/** Every button of the inbox and of preferences, pressed by this person. */
export const personalPresses = (stage: Stage, person: string): [string, JsonObject][] =>
  Object.values(values).map(([id, value]) => [id, forgedPress(stage, person, id, value)]);

/** The modal of several approvals with these orders ticked, as this person would send it; `k`: by what it is known again. */
export function forgedSeveral(
  stage: Stage,
  person: string,
  orders: readonly { readonly id: string; readonly submission: number }[],
  k: string = crypto.randomUUID(),
): JsonObject {
  const ticked = orders.map(({ id, submission }) => encodeChosen({ o: id, s: submission }));
  const state = stateWith({ [severalBlocks.orders(0)]: ticked, [severalBlocks.signature]: 'Somebody' });
  const view = { callback_id: severalIds.modal, private_metadata: encodeSeveral({ k }), state };
  return forgedSubmission(stage, person, { form: 'approve', order: '', view });
}

/** The modal of an absence, as this person would send it; the last day as `2026-12-31`, and who decides meanwhile. */
export function forgedAbsence(
  stage: Stage,
  person: string,
  { last, substitute, r = 0 }: { readonly last: string; readonly substitute: string; readonly r?: number },
): JsonObject {
  const state = stateWith({ [awayBlocks.last]: last, [awayBlocks.substitute]: substitute });
  const view = { callback_id: awayIds.modal, private_metadata: encodeAway({ r }), state };
  return forgedSubmission(stage, person, { form: 'submit', order: '', view });
}
