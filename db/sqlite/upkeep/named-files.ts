import type { NamedFile } from '../../../src/files/audit-files.ts';
import { reading } from './reading.ts';

/** The files that a database says are kept; it may be in use. Throws a `DatabaseProblem`. */
export const namedFilesIn = (file: string): Promise<NamedFile[]> =>
  reading(file, (client) =>
    client
      .prepare<[], NamedFile>(
        `select k.sha256, k.size, k.name, o.number, k.team
         from kept_files as k join orders as o on o.team = k.team and o.id = k.order_id order by k.team, o.number, k.at`,
      )
      .all(),
  );
