import { afterEach, test } from 'vitest';
import { temporaryFolder } from '../db/temporary-folder.ts';
import { hammered } from '../support/hammered.ts';

const folder = temporaryFolder();
afterEach(() => folder.remove());

test('three processes on one new file: nothing is lost, nothing is doubled', { timeout: 60_000 }, () =>
  hammered(folder.file('hammer.db'), 60),
);
