import { expect, test, vi } from 'vitest';
import type { Language } from '../../src/words/languages.ts';
import { wordsFor } from '../../src/words/words.ts';
import { companies } from './companies.ts';
import { leakedEnglish, saidIn } from './leaked-english.ts';
import { officeAdmin } from './office-admin.ts';
import { type OfficeCast, PATIENT } from './office-cast.ts';
import { officeOrder } from './office-order.ts';
import { startStage } from './stage.ts';

/**
 * A company's first weeks in one language: what it has on file comes by CSV, an order type is defined, an order of it is lived
 * whole, and the type is changed afterwards.
 */
export const officeLife = (mode: 'socket' | 'http', language: Language): void =>
  test(`a company's clients, catalogue and order types, in ${language} over ${mode}`, async () => {
    const company = companies[language];
    const { locale } = company;
    const cast = ['adam', 'ana', 'sam', 'farid', 'carla'] as const;
    const locales = Object.fromEntries(cast.map((name) => [name, locale] as const));
    const stage = await startStage(mode, { locales });
    try {
      await stage.set({ workspace: { locale }, document: { locale } });
      for (const name of cast)
        await vi.waitFor(async () => {
          expect(await stage.store.person(stage.sandbox.teamId, stage.people[name].id)).toMatchObject({ locale });
        }, PATIENT);
      const scene: OfficeCast = { stage, company, words: wordsFor(locale), own: { ...company.ask } };
      const [admin, order] = [officeAdmin(scene), officeOrder(scene)];
      await admin.bringsFiles();
      const type = await admin.definesType();
      const channel = await order.submits(type);
      await order.isDone(channel, type);
      const papers = await order.isRead(channel);
      await order.isUntouchedBy(() => admin.changesType(type), type);
      expect(stage.sandbox.complaints).toEqual([]);
      const said = saidIn(stage.sandbox.inspector.entries);
      expect(said.length).toBeGreaterThan(200);
      if (language !== 'en') expect(leakedEnglish([...said, ...papers], language)).toEqual([]);
    } finally {
      await stage.stop();
    }
  }, 60_000);
