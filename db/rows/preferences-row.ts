import type { Preferences } from '../ports.ts';
import { Party } from '../shapes/parts.ts';
import { json } from '../shapes/stored.ts';

/** What holds for everybody who has said nothing. */
const USUAL = { digest: true, awayUntil: null, substitute: null, revision: 0 } as const;

/** Preferences as their row has them, and back. */
export const preferencesRow = ({ digest, awayUntil, substitute }: Preferences) => ({
  digest,
  awayUntil,
  substitute: substitute && JSON.stringify({ id: substitute.id, name: substitute.name }),
});

export function preferencesOf(
  row:
    | {
        readonly digest: boolean;
        readonly awayUntil: number | null;
        readonly substitute: string | null;
        readonly revision: number;
      }
    | undefined,
): Preferences & { readonly revision: number } {
  if (!row) return USUAL;
  const { digest, awayUntil, substitute, revision } = row;
  return { digest, awayUntil, substitute: substitute === null ? null : Party.parse(json(substitute)), revision };
}
