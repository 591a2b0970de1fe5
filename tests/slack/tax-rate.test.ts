import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../../src/settings.ts';
import { changedSettings, saidBack, shownSettings } from '../../src/settings-command.ts';

const set = (text: string) => changedSettings(defaultSettings, 'money.taxRate', text);

describe('B7 the tax rate is a percentage, and what was understood is said back', () => {
  test.each([
    ['19', 19_000, '19 %'],
    ['19%', 19_000, '19 %'],
    [' 19 % ', 19_000, '19 %'],
    ['19,5', 19_500, '19.5 %'],
    ['8.875', 8875, '8.875 %'],
    ['8,875', 8875, '8.875 %'],
    ['9.975 %', 9975, '9.975 %'],
    ['0', 0, '0 %'],
    ['0.19%', 190, '0.19 %'],
    ['1', 1000, '1 %'],
    ['100', 100_000, '100 %'],
    ['21.000', 21_000, '21 %'],
    ['１９％', 19_000, '19 %'],
    ['١٩٪', 19_000, '19 %'],
  ])('%s', (text, taxRate, said) => {
    const settings = set(text);
    if (typeof settings === 'string') throw expect.unreachable(settings);
    expect(settings.money.taxRate).toBe(taxRate);
    expect(saidBack(settings, 'money.taxRate')).toBe(`money.taxRate is ${said}`);
    expect(shownSettings(settings).money.taxRate).toBe(said);
    expect(changedSettings(defaultSettings, 'money.taxRate', said)).toEqual(settings);
  });

  test.each([
    ['0.19', 'it can mean 0.19% or 19%; enter the one you mean, with the percent sign'],
    ['0,07', 'it can mean 0.07% or 7%; enter the one you mean, with the percent sign'],
    ['0.08875', 'enter 8.875%, as a percentage'],
    ['0.001', 'it can mean 0.001% or 0.1%; enter the one you mean, with the percent sign'],
    ['0.0001', 'a tax rate has at most 3 decimals'],
    ['0.088751', 'a tax rate has at most 3 decimals'],
    ['2100', 'a tax rate is at most 100 %; for 21 % enter 21'],
    ['100.001', 'a tax rate is at most 100 %, not 100.001 %'],
    ['1000000', 'a tax rate is at most 100 %, not 1000000 %'],
    ['8.8755', 'a tax rate has at most 3 decimals'],
    ['-19', 'a tax rate cannot be negative'],
    ['', 'enter a percentage such as 19 or 8.875'],
    ['%', 'enter a percentage such as 19 or 8.875'],
    ['nineteen', 'enter a percentage such as 19 or 8.875'],
    ['1e1', 'enter a percentage such as 19 or 8.875'],
    ['19 USD', 'enter a percentage such as 19 or 8.875'],
  ])('not %s', (text, why) => {
    expect(set(text)).toBe(`money.taxRate cannot be ${text}: ${why}.`);
  });
});

test.each(['CLF', 'COU', 'MXV', 'UYI', 'UYW', 'CHE', 'BOV', 'XDR', 'USN', 'XCG', 'ZWG', 'KWD', 'COP'])(
  'B10 %s is a currency',
  (code) => {
    expect(changedSettings(defaultSettings, 'money.currency', code)).toMatchObject({ money: { currency: code } });
  },
);

test('what is changed is said back as it is kept', () => {
  const settings = changedSettings(defaultSettings, 'company.name', 'Acme "Ltd"');
  if (typeof settings === 'string') throw expect.unreachable(settings);
  expect(saidBack(settings, 'company.name')).toBe('company.name is "Acme \\"Ltd\\""');
  expect(saidBack(settings, 'channel.private')).toBe('channel.private is true');
  expect(saidBack(settings, 'company.logo')).toBe('company.logo is removed');
});
