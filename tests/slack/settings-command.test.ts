import { expect, test } from 'vitest';
import { defaultSettings } from '../../src/settings.ts';
import { changedSettings } from '../../src/settings-command.ts';

test('a setting is changed by its path; what cannot be is explained', () => {
  expect(changedSettings(defaultSettings, 'company.name', 'Acme "Ltd"')).toMatchObject({
    company: { name: 'Acme "Ltd"' },
  });
  expect(changedSettings(defaultSettings, 'money.taxRate', '2100')).toMatchObject({ money: { taxRate: 2100 } });
  expect(changedSettings(defaultSettings, 'channel.private', 'false')).toMatchObject({ channel: { private: false } });
  expect(changedSettings(defaultSettings, 'channel.archiveAfterDays', 'soon')).toContain(
    'channel.archiveAfterDays cannot be soon',
  );
  expect(changedSettings(defaultSettings, 'money.currency', 'euro')).toContain('money.currency cannot be euro');
  expect(changedSettings(defaultSettings, 'company.colour', 'red')).toContain('There is no setting company.colour');
});
