import { describe } from 'vitest';
import { dayAndNight, lifeAtWork } from '../support/life-at-work.ts';
import { everyBackupIsRestored } from '../support/restored.ts';

describe('a backup is restored while work is late, held, dearer than approved, signed; and after people were reminded', () =>
  everyBackupIsRestored({ life: lifeAtWork, settings: { ...dayAndNight, channel: {} }, moments: 90 }));
