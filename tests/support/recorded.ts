import type { JsonObject } from '../../sandbox/server/json.ts';
import { approve, beginOrder, close, confirm, decide, next, open, sent, submitOrder, typicalOrder } from './acting.ts';
import type { Stage } from './stage.ts';

/** A payload that Slack delivered, as the sandbox recorded it. */
export interface Recorded {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly label: string;
  readonly payload: JsonObject;
}

/** Plays every act that has a payload of its own kind: commands, shortcuts, buttons, forms, the item editor, Home. */
export async function playedShortly(stage: Stage): Promise<void> {
  const { ana, sam, farid } = stage.people;
  const { idle, sandbox } = stage;
  const channel = await submitOrder(stage, ana, sam);
  await approve(stage, sam, channel, [farid]);
  for (const line of ['list', 'show SO-1', 'history SO-1', 'verify SO-1-1-ABCD-EFGH-JKMN', 'help', 'nonsense'])
    await ana.command(`/so ${line}`);
  await ana.openHome();
  await idle();
  await ana.press('order_show', { home: true, nth: 0 });
  await ana.modal('notice');
  await ana.closeModal(true);
  await ana.shortcut('new_service_order');
  await ana.modal('submit');
  await ana.closeModal(true);
  const said = await ana.say('general', 'The pump <leaks> & drips');
  await ana.messageShortcut('create_service_order', said);
  await ana.modal('submit');
  await ana.closeModal(true);
  const issued = ana.messages(channel).find(({ files }) => files.length > 0);
  if (issued) await ana.messageShortcut('verify_document', issued);
  await beginOrder(ana, sam);
  await ana.press('item_add');
  await ana.modal('item');
  await ana.closeModal(true);
  sandbox.workspace.admin.changePerson('fiona', { title: 'Lead' });
  await idle();
}

/** Plays everything that can become of an order as well, so that every form was sent and orders are in every state. */
export async function playedWholly(stage: Stage): Promise<void> {
  const { ana, sam, carla, farid, fiona } = stage.people;
  const channel = await submitOrder(stage, ana, sam, { when: { ...typicalOrder.when(), coordinator: carla } });
  await decide(stage, sam, 'request_changes', channel, 'Which pump?');
  await open(ana, 'resubmit', channel);
  await next(ana);
  await next(ana);
  await sent(ana);
  await stage.idle();
  await approve(stage, sam, channel, [farid]);
  await confirm(stage, farid, channel, { items: [{ description: 'Seal', quantity: '2', unitPrice: '5' }] });
  await open(sam, 'assign', channel);
  await sam.fill({ crew: [farid, fiona] });
  await sent(sam);
  const ended = await submitOrder(stage, ana, sam);
  await approve(stage, sam, ended, [farid]);
  await close(stage, farid, ended, 'with_changes', {
    acceptance: 'unavailable',
    note: 'Two bolts more',
  });
  await decide(stage, sam, 'reopen', ended, 'It leaks again');
  await close(stage, farid, ended, 'not_performed', { reasonCode: 'weather' });
  await decide(stage, sam, 'reject', await submitOrder(stage, ana, sam), 'No budget');
  await decide(stage, ana, 'withdraw', await submitOrder(stage, ana, sam), 'Solved itself');
  await submitOrder(stage, ana, sam);
  await playedShortly(stage);
}

/** One payload of every kind that was delivered so far: the newest of each label, with what was pressed or sent. */
export function recordedKinds({ sandbox }: Stage): Recorded[] {
  const kinds = new Map<string, Recorded>();
  for (const { type, label, payload } of sandbox.inspector.envelopes())
    if (type === 'events_api' || type === 'slash_commands' || type === 'interactive') {
      const command = typeof payload.text === 'string' && type === 'slash_commands' ? payload.text.split(' ')[0] : '';
      kinds.set(`${label} ${command}`, { type, label, payload });
    }
  return [...kinds.values()];
}
