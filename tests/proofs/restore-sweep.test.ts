import { describe } from 'vitest';
import { everyBackupIsRestored } from '../support/restored.ts';

describe('a backup is restored after what was owed in it has been delivered', () =>
  everyBackupIsRestored({ moments: 50 }));
