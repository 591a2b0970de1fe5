import { expect, vi } from 'vitest';
import type { Person } from '../../sandbox/server/acts.ts';
import type { Words } from '../../src/words/words.ts';
import type { Company } from './companies.ts';
import type { Stage } from './stage.ts';

export const PATIENT = { timeout: 15_000, interval: 10 };
export type Values = Parameters<Person['fill']>[0];
export type Label = keyof Company['ask'];

/** A company on its stage, with what it reads. `own`: how the inputs of its own fields are called, as soon as they are defined. */
export interface OfficeCast {
  readonly stage: Stage;
  readonly company: Company;
  readonly words: Words;
  readonly own: Record<Label, string>;
}

/** Spaces of all kinds are one, and what makes words bold is left out. */
export const plain = (text = ''): string => text.replaceAll('*', '').replace(/\s+/g, ' ');

/** Waits until a modal says this. */
export const shows = (person: Person, text: string): Promise<void> =>
  vi.waitFor(() => expect(plain(person.topModal()?.shown)).toContain(plain(text)), PATIENT);
