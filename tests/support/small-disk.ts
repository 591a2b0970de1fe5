import { spawnSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';

/** Whether a process may have a file system of its own here (Linux, as root). */
export const canMount =
  spawnSync('unshare', [
    '-m',
    'sh',
    '-c',
    'mount -t tmpfs -o size=1m tmpfs /mnt && echo mounted',
  ]).stdout?.toString() === 'mounted\n';

/** A command that starts another with a small disk mounted on `folder`, which nobody else sees. */
export const onSmallDisk = (folder: string, megabytes: number): string[] => [
  'unshare',
  '-m',
  'sh',
  '-c',
  `mount -t tmpfs -o size=${megabytes}m tmpfs ${folder} && exec "$@"`,
  'sh',
];

/** The path at which others see a file of such a process. */
export const seenFrom = (pid: number, path: string): string => `/proc/${pid}/root${path}`;

/** Fills the disk up with one file, to the last byte; returns how that is undone. */
export function fillUp(file: string): () => void {
  const fd = openSync(file, 'w');
  for (let size = 65_536; size > 0; ) {
    try {
      writeSync(fd, Buffer.alloc(size));
    } catch {
      size = Math.floor(size / 2);
    }
  }
  closeSync(fd);
  return () => rmSync(file);
}
