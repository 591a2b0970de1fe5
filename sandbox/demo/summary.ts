import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RemoteSandbox, RemoteState } from '../client.ts';
import { chapter, print, styled, table, WIDTH, wrapped } from './terminal.ts';

/** Prints what is there in the end, writes the PDFs into the folder, and returns how many complaints there are. */
export async function sumUp(sandbox: RemoteSandbox, folder: string, shownFolder: string): Promise<number> {
  const { channels, files, complaints } = await sandbox.state();
  chapter('What is there in the end');
  print('', ...channelTable(channels), '');
  const pdfs = files.filter(({ mimetype, size }) => mimetype === 'application/pdf' && size > 0);
  const rows = pdfs.map(({ name, size, bytes, channels: [place = ''] }) => {
    const safe = name.replaceAll(/[^\w .-]/g, '_');
    writeFileSync(join(folder, safe), bytes);
    return [join(shownFolder, safe), `${(size / 1024).toFixed(1)} kB`, `#${place}`];
  });
  print(...table(['PDF', 'size', 'posted in'], rows), '');
  for (const { kind, text } of complaints) print(...wrapped(styled('red', `${kind}: ${text}`), WIDTH, '  '));
  const count = `${complaints.length} ${complaints.length === 1 ? 'complaint' : 'complaints'} from the sandbox`;
  print(styled(complaints.length === 0 ? 'green' : 'red', count));
  return complaints.length;
}

function channelTable(channels: RemoteState['channels']): string[] {
  const rows = channels
    .filter(({ creator }) => creator === 'Service Orders')
    .map(({ name, isArchived, files, topic }) => [
      `#${name}`,
      topic.split(' · ')[2] ?? '',
      isArchived ? 'archived' : 'open',
      String(files.length),
    ]);
  return table(['channel', 'order', 'channel', 'PDFs'], rows);
}
