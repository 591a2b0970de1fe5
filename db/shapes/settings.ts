import { z } from 'zod';
import { stored } from './stored.ts';

/** Groups of settings by name; what they may say is for src/settings.ts to judge, which keeps what it cannot use. */
const Groups = z.record(z.string(), z.unknown());

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A workspace's settings. In the first shape the tax rate is in hundredths of a percent, in the second in thousandths. */
export const storedSettings = stored(Groups).next(Groups, ({ money, ...rest }) => {
  if (!isGroup(money)) return money === undefined ? rest : { ...rest, money };
  const { taxRate } = money;
  return { ...rest, money: { ...money, ...(typeof taxRate === 'number' ? { taxRate: taxRate * 10 } : {}) } };
});
