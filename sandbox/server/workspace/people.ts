import { newId } from '../ids.ts';
import type { User } from './entities.ts';
import { DEFAULT_LOCALE } from './locales.ts';

interface Fixture extends Partial<User> {
  key: string;
  realName: string;
  title: string;
}

const guest = { isRestricted: true };
const owner = { isAdmin: true, isOwner: true, isPrimaryOwner: true };

// biome-ignore format: a table reads best as a table
const FIXTURES: readonly Fixture[] = [
  { key: 'ana',    realName: 'Ana Ruiz',      title: 'Service desk' },
  { key: 'ben',    realName: 'Ben Okafor',    title: 'Service desk' },
  { key: 'sam',    realName: 'Sam Lee',       title: 'Supervisor', tz: 'Europe/London' },
  { key: 'sofia',  realName: 'Sofia Marin',   title: 'Supervisor' },
  { key: 'carla',  realName: 'Carla Weber',   title: 'Coordinator', tz: 'Europe/Berlin' },
  { key: 'farid',  realName: 'Farid Haddad',  title: 'Field worker' },
  { key: 'fiona',  realName: 'Fiona Walsh',   title: 'Field worker' },
  { key: 'felix',  realName: 'Felix Brandt',  title: 'Field worker', tz: 'America/New_York' },
  { key: 'gus',    realName: 'Gus Novak',     title: 'Subcontractor', ...guest },
  { key: 'gina',   realName: 'Gina Costa',    title: 'Client contact', ...guest, isUltraRestricted: true },
  { key: 'adam',   realName: 'Adam Novotny',  title: 'IT', isAdmin: true },
  { key: 'olga',   realName: 'Olga Petrov',   title: 'Managing director', ...owner },
  { key: 'dora',   realName: 'Dora Klein',    title: 'Left the company', deleted: true },
  { key: 'ext',    realName: 'Eva Extern',    title: 'Partner company', isStranger: true },
  { key: 'otherbot', realName: 'Standup Bot', title: '', isBot: true },
];

/** The people of "Northwind Field Services", plus Slackbot; a new id for everybody on each call. */
export function northwindPeople(teamId: string): User[] {
  const people = FIXTURES.map((fixture) => toUser(teamId, fixture));
  return [...people, toUser(teamId, { id: 'USLACKBOT', key: 'slackbot', realName: 'Slackbot', title: '' })];
}

/** One more member, known by this key. */
export function newMember(teamId: string, key: string, realName: string): User {
  return toUser(teamId, { key, realName, title: 'Field services' });
}

/** The app's own bot user. */
export function botUser(teamId: string, displayName: string): User {
  return toUser(teamId, { key: 'app', realName: displayName, title: '', isBot: true, email: '' });
}

function toUser(teamId: string, fixture: Fixture): User {
  const handle = fixture.realName.toLowerCase().replaceAll(/[^a-z]+/g, '.');
  return {
    id: newId('U'),
    handle,
    email: fixture.isBot ? '' : `${handle}@northwind.example`,
    phone: '',
    tz: 'Europe/Madrid',
    locale: DEFAULT_LOCALE,
    teamId: fixture.isStranger ? newId('T') : teamId,
    deleted: false,
    isBot: false,
    isAdmin: false,
    isOwner: false,
    isPrimaryOwner: false,
    isRestricted: false,
    isUltraRestricted: false,
    isStranger: false,
    updated: Math.floor(Date.now() / 1000),
    ...fixture,
  };
}
