import type { Person } from '../sandbox/server/acts.ts';
import type { Sandbox } from '../sandbox/server/server.ts';
import type { Party } from '../src/order/people.ts';
import type { Cast } from './seed.ts';
import { hired } from './stage.ts';

/** Who asks: one with many orders, an admin, one with few. */
export interface Persons {
  readonly clerk: Person;
  readonly admin: Person;
  readonly rare: Person;
}

/** The people of the bench; of a saved workspace, those who are there already. */
export function castOf(sandbox: Sandbox): { cast: Cast; persons: Persons } {
  const { ana, sam, farid, ben, adam } = sandbox.people;
  const party = ({ id, name }: Person): Party => ({ id, name });
  const cast = {
    requesters: [ana, ...hired(sandbox, 'Clerk', 30)].map(party),
    supervisors: [sam, ...hired(sandbox, 'Supervisor', 9)].map(party),
    crew: [farid, ...hired(sandbox, 'Worker', 60)].map(party),
    rare: party(ben),
  };
  return { cast, persons: { clerk: ana, admin: adam, rare: ben } };
}
