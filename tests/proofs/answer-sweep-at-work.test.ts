import { describe } from 'vitest';
import { dayAndNight, isAtWork, isOverview, lifeAtWork } from '../support/life-at-work.ts';
import { answersAreLost, LIMIT } from '../support/lost-answers.ts';

describe(
  'answers do not arrive while work is late, held, dearer than approved, signed; and while people are reminded',
  { timeout: LIMIT },
  () =>
    answersAreLost({
      life: lifeAtWork,
      settings: dayAndNight,
      struck: (moment) => isAtWork(moment) && !isOverview(moment),
    }),
);
