import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type KilledApp, startKilledApp } from '../support/killed-app.ts';
import { asks, filesOf, linesIn, NOON, ordered } from '../support/order-export.ts';

/** The calls of an export, in their order. */
const CALLS = [
  'conversations.open',
  'files.getUploadURLExternal',
  'upload',
  'files.completeUploadExternal',
  'files.info',
] as const;

describe('killed while orders are exported', () => {
  let app: KilledApp;
  beforeAll(async () => {
    app = await startKilledApp();
    await ordered(app, 'First', NOON);
    await ordered(app, 'Second', NOON + 1);
  });
  afterAll(() => app.stop());

  test.each(CALLS)(
    'after %s: the file is there once, and whole',
    async (method) => {
      const { sandbox, settled } = app;
      const { adam } = sandbox.people;
      const before = filesOf(app, adam).length;
      const struck = app.killAfter(method, 1);
      await asks(adam);
      await settled();
      sandbox.faults.clear();
      expect(struck()).toBe(true);
      const [file, ...more] = filesOf(app, adam).slice(before);
      expect(more).toEqual([]);
      expect(linesIn(file?.text ?? '').map(({ Title }) => Title)).toEqual(['First', 'Second']);
      await adam.closeModal(true).catch(() => undefined);
      expect(sandbox.complaints).toEqual([]);
    },
    120_000,
  );
});
