import { describe, expect, test } from 'vitest';
import { validateView } from '../../sandbox/server/blocks/validate.ts';
import type { OrderExport } from '../../src/order/effect.ts';
import { NO_FAILURES } from '../../src/slack/home/failures.ts';
import { exportModal } from '../../src/slack/views/desk/export.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { firstPage } from '../../src/slack/views/ids.ts';
import { LANGUAGES } from '../../src/words/languages.ts';
import { wordsFor } from '../../src/words/words.ts';
import { pseudoWords } from '../support/catalogue.ts';

const start: OrderExport = {
  ...{ from: '2026-01-01', to: '2026-11-28', zone: 'America/Argentina/ComodRivadavia' },
  which: 'all',
  orderType: '',
  lines: 'order',
};

describe('the form that asks which orders are exported', () => {
  test.each([...LANGUAGES.map((one) => [one, wordsFor(one)] as const), ['at its longest', pseudoWords] as const])(
    '%s: stands in Slack, with as many types as there may be, and with none',
    (_, words) => {
      const types = Array.from({ length: 99 }, (_, n) => ({ id: `${n}`.padStart(36, 'i'), name: 'Ж'.repeat(200) }));
      for (const some of [types, []]) {
        const view = exportModal({ id: crypto.randomUUID(), start, types: some }, words);
        expect(validateView(view)).toEqual([]);
        expect(view.blocks.some((block) => 'block_id' in block && block.block_id === 'export-type')).toBe(
          some.length > 0,
        );
      }
    },
  );

  test('its button is in the Home of who sees every order, and in nobody else’s', () => {
    const mine = { page: firstPage, orders: [], newer: false, older: false };
    const content = { mayAct: true, maySubmit: true, waiting: [], mine, failures: NO_FAILURES };
    const shows = (seesAll: boolean) => JSON.stringify(homeView({ ...content, seesAll }, wordsFor('en')));
    expect(shows(true)).toContain('exports_open');
    expect(shows(false)).not.toContain('exports_open');
  });
});
