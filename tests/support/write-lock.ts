import Database from 'better-sqlite3';

/** Takes the write lock as a database browser would; returns how it is given back. */
export function writeLock(file: string): () => void {
  const other = new Database(file);
  other.pragma('busy_timeout = 5000');
  other.exec('begin immediate');
  return () => other.close();
}
