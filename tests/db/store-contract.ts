import { afterEach, beforeEach, describe } from 'vitest';
import type { Store } from '../../db/ports.ts';
import { importsContract } from './imports-contract.ts';
import { listsContract } from './lists-contract.ts';
import { masterDataContract } from './master-data-contract.ts';
import { ordersContract } from './orders-contract.ts';
import { outboxContract } from './outbox-contract.ts';
import { referencesContract } from './references-contract.ts';
import { remindersContract } from './reminders-contract.ts';
import { searchContract } from './search-contract.ts';
import { sharedContract } from './shared-contract.ts';
import { submittedOrdersContract } from './submitted-orders-contract.ts';

/** A fresh database. `again` opens another connection to it; `asBefore` writes rows as releases of before left them (SQL). */
export interface Fresh {
  readonly store: Store;
  again(): Promise<Store>;
  asBefore(sql: string): Promise<void>;
}

/** The database of the test that runs. */
export type Current = () => Fresh;

/** What every adapter of the store port promises. `open` is asked for a database before each test, and its `remove` after it. */
export function storeContract(open: () => Promise<Fresh & { remove(): Promise<void> }>): void {
  let fresh: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    fresh = await open();
  });
  afterEach(() => fresh.remove());
  const current: Current = () => fresh;
  describe('orders', () => ordersContract(current));
  describe('lists', () => listsContract(current));
  describe('orders of a period', () => submittedOrdersContract(current));
  describe('what comes by itself', () => remindersContract(current));
  describe('search', () => searchContract(current));
  describe('outbox', () => outboxContract(current));
  describe('references, people, settings', () => referencesContract(current));
  describe('what the office keeps on file', () => masterDataContract(current));
  describe('files of records', () => importsContract(current));
  describe('what instances share', () => sharedContract(current));
}
