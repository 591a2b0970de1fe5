import { setTimeout as rest } from 'node:timers/promises';
import type { SubmittedOrder } from '../../../db/ports.ts';
import { nextDay, startOfDay } from '../../office/orders/days.ts';
import { createExportFile, type FileLimits } from '../../office/orders/export-file.ts';
import type { OwnColumn } from '../../office/orders/own-columns.ts';
import { statesExported } from '../../office/orders/states.ts';
import type { OrderExport } from '../../order/effect.ts';
import type { Words } from '../../words/words.ts';
import type { AnyAttempt } from '../executor.ts';

/** Orders that are looked at together: in SQLite a few milliseconds, in which nobody else is answered. */
const TOGETHER = 10;
/** The longest rest after them, milliseconds: the half of the time belongs to people. */
const REST = 100;
/** Types of orders that name themselves and the columns of their fields. */
const TYPES = 200;

/** Where a file begins: after which order (its number), and with which columns of own fields. */
export interface FileStart {
  readonly after: number;
  readonly columns: readonly OwnColumn[];
}

/** A file of orders, and after which order the next one begins; null where it is the last. */
export interface MadeFile {
  readonly bytes: Uint8Array;
  readonly orders: number;
  readonly items: number;
  readonly columns: readonly OwnColumn[];
  readonly next: number | null;
}

/** Makes the file of an export that begins there, a few orders at a time; rests as long after them. Its reader sees all prices. */
export async function makeFile(
  { store, claimed: { team } }: Pick<AnyAttempt, 'store' | 'claimed'>,
  asked: OrderExport,
  start: FileStart,
  words: Words,
  limits: FileLimits,
): Promise<MadeFile> {
  const { from, to, zone, which, orderType, lines } = asked;
  const states = statesExported(which);
  const within = { from: startOfDay(from, zone), until: startOfDay(nextDay(to), zone), ...(states ? { states } : {}) };
  const codes = new Map<string, string>();
  const kept = await store.recordsByName(team, { kind: 'type' }, { limit: TYPES });
  const types = kept.map(({ id, data }) => ({ id, ...data }));
  const names = new Map(types.map(({ id, name }) => [id, name]));
  const reader = {
    ...{ words, zone },
    codeOf: (id: string) => codes.get(id) ?? '',
    typeNameOf: (id: string) => names.get(id),
  };
  const file = createExportFile(lines, reader, start.columns, limits);
  const next = await filled();
  const pieces: Uint8Array[] = [];
  for (const piece of file.pieces(types)) {
    pieces.push(Buffer.from(piece));
    await rest(0);
  }
  return { bytes: Buffer.concat(pieces), ...file.counts(), columns: file.columns(), next };

  /** Takes orders until there are no more, or the file is full: after which order the next file begins then. */
  async function filled(): Promise<number | null> {
    for (let after = start.after; ; ) {
      const begun = performance.now();
      const page = await store.submittedOrders(team, { after, limit: TOGETHER, ...within });
      const orders = page.orders.filter(({ order }) => orderType === '' || order.content.type?.id === orderType);
      if (lines === 'item') await learnCodes(orders);
      for (const one of orders) {
        if (!file.add(one)) return after;
        after = one.order.number;
      }
      if (page.next === null) return null;
      after = page.next;
      await rest(Math.min(performance.now() - begun, REST));
    }
  }

  /** Looks up the codes of what orders took from the catalogue. */
  async function learnCodes(orders: readonly SubmittedOrder[]): Promise<void> {
    const taken = orders.flatMap(({ order }) => order.content.items.flatMap(({ onFile }) => onFile ?? []));
    for (const id of new Set(taken)) {
      if (codes.has(id)) continue;
      codes.set(id, (await store.record(team, 'item', id))?.externalId ?? '');
    }
  }
}
