import { describe, expect, test } from 'vitest';
import { slackDate } from '../../sandbox/ui/text/dates.ts';

describe('Slack’s dates, as the page shows them', () => {
  const soon = Date.now() / 1000;
  test.each([
    ['en-US', 'today', 'tomorrow'],
    ['de-DE', 'heute', 'morgen'],
    ['es-LA', 'hoy', 'mañana'],
    ['fr-FR', 'aujourd’hui', 'demain'],
    ['pt-BR', 'hoje', 'amanhã'],
  ])('in %s', (locale, today, tomorrow) => {
    const reader = { zone: 'Europe/Madrid', locale };
    expect(slackDate(soon, '{date_short_pretty}', reader)).toBe(today);
    expect(slackDate(soon + 86_400, '{date_pretty}', reader)).toBe(tomorrow);
    const far = slackDate(1_795_003_600, '{date_short} {time}', reader);
    expect(far).toMatch(/2026.*[:h]\d\d/);
  });
});
