import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { JsonObject } from '../../sandbox/server/json.ts';
import { channelsWords, readersWords } from '../../src/slack/words-for.ts';
import { wordsFor } from '../../src/words/words.ts';
import { command } from '../support/forged.ts';
import { type Stage, startStage } from '../support/stage.ts';

/** A busy computer takes its time. */
const PATIENT = { timeout: 10_000 };

describe('whose words somebody reads', () => {
  let stage: Stage;
  beforeEach(async () => {
    const locales = { ana: 'es-LA', sam: 'de-DE', farid: 'ja-JP' } as const;
    stage = await startStage('socket', { locales });
  });
  afterEach(() => stage.stop());

  const stored = (id: string) => stage.store.person(stage.sandbox.teamId, id);
  const becomes = (id: string, locale: string) =>
    vi.waitFor(async () => expect(await stored(id)).toMatchObject({ locale }), PATIENT);
  const readBy = async (id: string) =>
    readersWords(await stored(id), await stage.store.settings(stage.sandbox.teamId)).locale;
  const userChange = (user: JsonObject) =>
    stage.sandbox.deliver({
      type: 'events_api',
      label: 'user_change',
      acceptsResponse: false,
      payload: {
        ...{ type: 'event_callback', team_id: stage.sandbox.teamId, event_id: `Ev${crypto.randomUUID()}` },
        event: { type: 'user_change', user },
      },
    });

  test('everybody’s is known when the app has started, and followed when it changes', async () => {
    const { ana, sam } = stage.people;
    await becomes(ana.id, 'es-LA');
    await becomes(sam.id, 'de-DE');
    expect([await readBy(ana.id), await readBy(sam.id)]).toEqual(['es-419', 'de-DE']);
    ana.setLanguage('pt-BR');
    await becomes(ana.id, 'pt-BR');
    expect(await readBy(ana.id)).toBe('pt-BR');
  });

  test('a Home that is open is drawn again in the new language', async () => {
    const { ana } = stage.people;
    await becomes(ana.id, 'es-LA');
    await ana.openHome();
    const titled = (locale: string) => wordsFor(locale).home.mine;
    expect(JSON.stringify(ana.home())).toContain(titled('es-LA'));
    // Slack has its answer first, however slow it is itself.
    stage.sandbox.faults.on('views.publish', { kind: 'latency', ms: 2000 });
    ana.setLanguage('de-DE');
    await vi.waitFor(() => expect(JSON.stringify(ana.home())).toContain(titled('de-DE')), PATIENT);
    const heard = stage.sandbox.inspector.acks().filter(({ label }) => label.includes('user_change'));
    expect(heard.length).toBeGreaterThan(0);
    expect(Math.max(...heard.map(({ ms }) => ms))).toBeLessThan(1500);
  });

  test('where an event does not name it, it stays until Slack is asked, when they next do something', async () => {
    const { sam } = stage.people;
    await becomes(sam.id, 'de-DE');
    const inSlack = stage.sandbox.workspace.users.get(sam.id);
    const updated = Math.floor(Date.now() / 1000) + 100;
    if (inSlack) Object.assign(inSlack, { locale: 'fr-FR', updated });
    await userChange({ id: sam.id, team_id: stage.sandbox.teamId, real_name: 'Samuel', tz: 'UTC', updated });
    await vi.waitFor(async () => expect(await stored(sam.id)).toMatchObject({ name: 'Samuel' }), PATIENT);
    expect(await stored(sam.id)).toMatchObject({ locale: 'de-DE' });
    await command(stage, sam.id, 'list');
    await becomes(sam.id, 'fr-FR');
  });

  test('what is no language leaves the one that is known', async () => {
    const { sam } = stage.people;
    await becomes(sam.id, 'de-DE');
    const changed = { id: sam.id, team_id: stage.sandbox.teamId, real_name: 'Samuel', updated: 4_000_000_000 };
    for (const locale of [7, 'x'.repeat(5000), null, '']) {
      await userChange({ ...changed, locale });
      await stage.sandbox.idle();
    }
    await vi.waitFor(async () => expect(await stored(sam.id)).toMatchObject({ name: 'Samuel' }), PATIENT);
    expect(await stored(sam.id)).toMatchObject({ locale: 'de-DE' });
  });

  test('who has a language that the app does not speak reads the workspace’s, as channels do', async () => {
    const { farid } = stage.people;
    await becomes(farid.id, 'ja-JP');
    expect(await readBy(farid.id)).toBe('en-GB');
    await stage.set({ workspace: { locale: 'es-419' } });
    expect(await readBy(farid.id)).toBe('es-419');
    expect(channelsWords(await stage.store.settings(stage.sandbox.teamId)).locale).toBe('es-419');
    expect(await readBy('U0NOBODY')).toBe('es-419');
  });
});
