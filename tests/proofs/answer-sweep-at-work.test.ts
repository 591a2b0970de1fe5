import { describe } from 'vitest';
import { dayAndNight, isAtWork, lifeAtWork } from '../support/life-at-work.ts';
import { answersAreLost, LIMIT } from '../support/lost-answers.ts';
import type { Moment } from '../support/moments.ts';

/**
 * The overview of a day is sent once a day: one whose outcome is unknown is found again by its day, and the life before had one on the
 * same day. The sweep of kills strikes it.
 */
const isOverview = ({ act, name }: Moment) => act === 'start work' && name.startsWith('chat.postMessage');

describe(
  'answers do not arrive while work is late, held, dearer than approved; and while people are reminded',
  { timeout: LIMIT },
  () =>
    answersAreLost({
      life: lifeAtWork,
      settings: dayAndNight,
      struck: (moment) => isAtWork(moment) && !isOverview(moment),
    }),
);
