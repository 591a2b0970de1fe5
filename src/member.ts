import type { Member } from './order/permissions.ts';
import type { Settings } from './settings.ts';

/** A person with what the settings make of them: whom they name, by id, as the office. */
export const memberOf = <P extends Member>(person: P, { roles }: Pick<Settings, 'roles'>): P & Member => ({
  ...person,
  office: person.office === true || roles.office.includes(person.id),
});
