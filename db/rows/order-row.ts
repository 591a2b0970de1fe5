import { type Order, peopleOf } from '../../src/order/order.ts';
import { stageOf } from '../../src/order/progress/stage.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import type { Commit } from '../ports.ts';
import { storedEffect } from '../shapes/effect.ts';
import { storedEntry } from '../shapes/entry.ts';
import { storedOrder, storedVersion } from '../shapes/order.ts';

/** Throws a `StoredProblem` when something of it could not be read again. */
export function checkCommit({ order, entry, version, effects }: Commit): void {
  const number = orderNumber(order.number);
  storedOrder.check(order, `order ${number}`);
  storedEntry.check(entry, `entry ${entry.seq} of order ${number}`);
  if (version) storedVersion.check(version, `version ${version.n} of order ${number}`);
  for (const effect of effects) storedEffect.check(effect, `effect ${effect.type} of order ${number}`);
}

/** What search finds an order by, as its row has it. */
export const FINDABLE = ['content', 'requester', 'supervisor', 'coordinator', 'crew'] as const;

/** An order as its row has it. */
export function orderRow(written: Order) {
  const { latest, approvedItems, lastReport, photos, lastEntry, entryCount, ...order } = written;
  const { title, client, priority, decimals, clientOnFile, siteOnFile } = order.content;
  return {
    ...order,
    title,
    client,
    priority,
    decimals,
    clientOnFile: clientOnFile?.id ?? null,
    siteOnFile: siteOnFile?.id ?? null,
    version: latest?.n ?? 0,
    shape: storedOrder.number,
    requester: JSON.stringify(order.requester),
    supervisor: JSON.stringify(order.supervisor),
    coordinator: order.coordinator && JSON.stringify(order.coordinator),
    crew: JSON.stringify(order.crew),
    content: JSON.stringify(order.content),
    approval: order.approval && JSON.stringify(order.approval),
    source: order.source && JSON.stringify(order.source),
    progress: JSON.stringify(order.progress),
    stage: stageOf(written),
  };
}

/** Who has which role in an order, as rows say it. */
export const peopleRows = (order: Order) =>
  peopleOf(order).map(([role, { id: person }]) => ({
    ...{ team: order.team, order: order.id, person, role, state: order.state, number: order.number },
    clientOnFile: order.content.clientOnFile?.id ?? null,
    siteOnFile: order.content.siteOnFile?.id ?? null,
  }));
