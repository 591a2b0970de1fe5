import { beforeEach, describe, expect, test } from 'vitest';
import type { Store } from '../../db/ports.ts';
import type { Action } from '../../src/order/action.ts';
import type { Order } from '../../src/order/order.ts';
import type { Party, Role } from '../../src/order/people.ts';
import { decide } from '../../src/order/workflow.ts';
import { policyOf } from '../../src/orders.ts';
import { defaultSettings } from '../../src/settings.ts';
import { content, firstCommit, items, NOW, newOrder, party, saved, TEAM } from './samples.ts';

/** A database whose history is changed behind the app's back, and audited. */
export interface Ground {
  open(): Promise<Store>;
  /** Changes it as somebody may who can write everything, and knows of what keeps history from being changed. */
  tamper(sql: string): Promise<void>;
  audit(): Promise<{ told: string[]; counts: object; unsealed: unknown[] }>;
}

const [req, sup, crew] = [party('UREQ'), party('USUP'), party('UCREW')];
const report = { workDone: 'New seal', startedAt: 1, endedAt: 2, reason: 'Worn', photos: [] };
const closure = { outcome: 'with_changes' as const, reasonCode: null, explanation: '', endedAt: 3, note: '' };
const plan = { crew: [crew], coordinator: null, plannedStart: null };

/** From the submission to the end, as the workflow decides it: seven entries and three versions. */
const LIFE: readonly [Party, Role, Action][] = [
  [req, 'requester', { type: 'submit', content: content(), supervisor: sup, coordinator: null, source: null }],
  [sup, 'supervisor', { type: 'request_changes', submission: 1, reason: 'Which hall?' }],
  [req, 'requester', { type: 'resubmit', content: content('In hall 3'), supervisor: sup, coordinator: null }],
  [sup, 'supervisor', { type: 'approve', submission: 2, ...plan, comment: 'Soon, please', signature: 'Sam' }],
  [sup, 'supervisor', { type: 'assign', ...plan, plannedStart: 9 }],
  [crew, 'crew', { type: 'confirm_partial', base: 1, items: items(3), report }],
  [crew, 'crew', { type: 'close', base: 2, closure: { ...closure, acceptance: null, photos: [] } }],
];

/** Lives that life. */
export async function live(to: Store, id: string): Promise<Order> {
  let order: Order | undefined;
  for (const [index, [actor, role, action]] of LIFE.entries()) {
    const decision = decide(order ?? { state: 'new', team: TEAM, id }, action, {
      actor: { ...actor, roles: [role], timeZone: 'UTC' },
      at: NOW / 1000 + index,
      key: `${id} ${index}`,
      policy: { ...policyOf(defaultSettings), tolerance: { percent: 1_000_000, amount: null } },
    });
    if (decision.kind !== 'accepted') throw new Error(JSON.stringify(decision));
    order = saved(await to.commit({ ...decision, spentDraft: null, now: NOW }));
  }
  if (!order) throw new Error('nothing was done');
  return order;
}

/** What three such lives come to. */
export const whole = { orders: 3, entries: 21, versions: 9, erased: 0, lostNumbers: 0 };

/** What an audit finds, whatever the database. `given` is asked once for each test. */
export function auditContract(given: () => Ground): void {
  describe('a history that proves itself', () => {
    let ground: Ground;
    let store: Store;
    beforeEach(async () => {
      ground = given();
      store = await ground.open();
      for (const id of ['o1', 'o2', 'o3']) await live(store, id);
    });

    test('everything is what was written, while the app goes on', async () => {
      expect(await ground.audit()).toEqual({ told: [], counts: whole, unsealed: [] });
      const order = await store.orderByNumber(TEAM, 2);
      expect(order?.lastEntry.seq).toBe(7);
      await store.commit(firstCommit(newOrder('o4')));
      expect(await ground.audit()).toMatchObject({ told: [], counts: { orders: 4, entries: 22 } });
    });

    const second = "order_id = 'o2'";
    test.each([
      [
        'a reason',
        `update entries set action = replace(action, 'Which hall?', 'No') where ${second} and seq = 2`,
        'entry 2: what was done is not',
      ],
      [
        'who acted',
        `update entries set "by" = replace("by", 'USUP', 'UREQ') where ${second} and seq = 4`,
        'entry 4: who acted',
      ],
      ['when', `update entries set at = at - 86400 where ${second} and seq = 3`, 'entry 3: it does not follow'],
      ['the kind of action', `update entries set type = 'reject' where ${second} and seq = 2`, 'entry 2: it does not'],
      ['the key', `update entries set "key" = 'x' where ${second} and seq = 2`, 'entry 2: it does not follow'],
      ['a text and its digest', taken('action', 'action_salt', 'action_digest'), 'entry 2: it does not follow'],
      ['removed entry', `delete from entries where ${second} and seq = 3`, 'entry 3: it is missing'],
      [
        'removed entry, the later ones moved up',
        `delete from entries where ${second} and seq = 3; update entries set seq = seq - 1 where ${second} and seq > 3`,
        'entry 3: it does not follow',
      ],
      [
        'removed end',
        `delete from entries where ${second} and seq = 7; delete from versions where ${second} and n = 3;
       delete from printed_codes where ${second} and version = 3`,
        'entry 6: it is not the last that was written',
      ],
      [
        'swapped entries',
        `update entries set seq = 99 where ${second} and seq = 2; update entries set seq = 2 where ${second} and seq = 3;
       update entries set seq = 3 where ${second} and seq = 99`,
        'entry 2: it does not follow',
      ],
      [
        'an entry of another order',
        taken('"by"', 'action', 'by_salt', 'by_digest', 'action_salt', 'action_digest', 'digest'),
        'entry 2: it does not follow',
      ],
      [
        'a version',
        `update versions set body = replace(body, '"title":"', '"title":"Cheap ') where ${second} and n = 2`,
        'version 2: its content',
      ],
      ['a removed version', `delete from versions where ${second} and n = 2`, 'version 2: it is missing'],
      [
        'an added version',
        `insert into versions (team, order_id, n, body, shape, body_salt, body_digest, digest)
       select team, order_id, 4, body, shape, body_salt, body_digest, digest from versions where ${second} and n = 3`,
        'version 4: no entry made it',
      ],
      [
        'a printed code',
        `update printed_codes set digits = 'AAAABBBBCCCC' where ${second} and version = 1`,
        'version 1: the code printed on it',
      ],
      ['a removed code', `delete from printed_codes where ${second} and version = 1`, 'version 1: the code printed on'],
      [
        'the decimals',
        "update orders set decimals = 0 where id = 'o2'",
        'version 1: the code printed on it, or the dec',
      ],
      [
        'an appended entry',
        `insert into entries (team, order_id, seq, at, "by", action, "key", shape)
       select team, order_id, 8, at, "by", '{"type":"reopen","reason":""}', 'forged', shape from entries where ${second} and seq = 4`,
        'entry 8: it was not written by this program',
      ],
      ['an appended entry with digests', appended('x'), 'entry 8: it does not follow'],
      [
        'a removed chain',
        `delete from chains where ${second}`,
        'the whole order: it was not written by this program, or its chain was removed',
      ],
      ['another end of the chain', "update chains set head = 'x' where order_id = 'o2'", 'entry 7: it is not the last'],
      ['another seal', "update chains set seal = 'x' where order_id = 'o2'", 'entry 7: the seal'],
    ])('%s was changed: it is named, and only that order', async (_, sql, what) => {
      await ground.tamper(sql);
      const { told } = await ground.audit();
      expect(told).toHaveLength(1);
      expect(told[0]).toContain(`SO-000002 (workspace ${TEAM}), ${what}`);
    });

    test('a removed order is named, also the newest', async () => {
      const remove = (id: string) =>
        `${['printed_codes', 'versions', 'entries', 'chains', 'order_people', 'effects']
          .map((table) => `delete from ${table} where order_id = '${id}';`)
          .join('')}delete from orders where id = '${id}'`;
      await ground.tamper(remove('o2'));
      expect((await ground.audit()).told).toEqual([`SO-000002 (workspace ${TEAM}): the order is missing.`]);
      await ground.tamper(remove('o3'));
      expect((await ground.audit()).told).toEqual([
        `SO-000002 to SO-000003 (workspace ${TEAM}): the orders are missing.`,
      ]);
      await ground.tamper("delete from orders where id = 'o1'");
      expect((await ground.audit()).told).toEqual([
        `SO-000001 to SO-000003 (workspace ${TEAM}): the orders are missing.`,
        'There are entries of orders that are missing.',
        'There are versions of orders that are missing.',
      ]);
    });

    test('a person’s words can be erased with their salt: the chain stays whole, and the rest is still proved', async () => {
      await ground.tamper(`update entries set action = '', action_salt = null where order_id = 'o2' and seq = 2;
            update entries set "by" = '', by_salt = null where order_id = 'o2' and seq = 2;
            update versions set body = '', body_salt = null where order_id = 'o2' and n = 2`);
      expect(await ground.audit()).toMatchObject({ told: [], counts: { ...whole, erased: 3 } });
      await ground.tamper("update entries set action = '{}' where order_id = 'o2' and seq = 2");
      expect((await ground.audit()).told).toEqual([
        expect.stringContaining('SO-000002 (workspace T1), entry 2: what was done'),
      ]);
    });

    /** These columns as another order's entry has them. */
    function taken(...columns: string[]): string {
      const theirs = columns.map((one) => `${one} = (select ${one} from entries where order_id = 'o1' and seq = 3)`);
      return `update entries set ${theirs.join(', ')} where ${second} and seq = 2`;
    }

    function appended(digest: string): string {
      return `insert into entries select team, order_id, 8, at, "by", action, null, 'forged', shape, type, by_salt, by_digest, action_salt, action_digest, '${digest}'
      from entries where ${second} and seq = 2`;
    }
  });
}
