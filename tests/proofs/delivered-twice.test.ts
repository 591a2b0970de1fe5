import { temporaryFolder } from '../db/temporary-folder.ts';
import { deliveredTwice } from '../support/delivered-twice.ts';

deliveredTwice('SQLite', async () => {
  const folder = temporaryFolder();
  return { url: `file:${folder.file('orders.db')}`, remove: async () => folder.remove() };
});
