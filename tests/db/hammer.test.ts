import { afterEach, test } from 'vitest';
import { hammered } from '../support/hammered.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
afterEach(() => folder.remove());

test('three processes on one new file: nothing is lost, nothing is doubled', { timeout: 60_000 }, () =>
  hammered(folder.file('hammer.db'), 12),
);
