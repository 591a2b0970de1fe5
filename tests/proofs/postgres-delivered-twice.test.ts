import { ownDatabase } from '../db/postgres-database.ts';
import { deliveredTwice } from '../support/delivered-twice.ts';

deliveredTwice('PostgreSQL', ownDatabase);
