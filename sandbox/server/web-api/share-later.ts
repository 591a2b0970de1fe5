import { postFiles } from '../changes/files.ts';
import type { Draft } from '../changes/messages.ts';
import type { JsonObject } from '../json.ts';
import type { Channel, StoredFile } from '../workspace/entities.ts';
import type { World } from '../world.ts';

/** Shares files of the app in a channel a moment later, as Slack does after its scan; lost when the channel closes meanwhile. A fault of `share` keeps them out. */
export function shareLater(world: World, channel: Channel, files: StoredFile[], draft: Draft): void {
  const done = world.workspace.begin();
  const share = () => {
    const open = !channel.archived && channel.members.has(world.workspace.bot.id);
    if (open) postFiles(world.workspace, channel, files, draft);
    else complainLost(world, channel, files);
    done();
  };
  const fault = world.faults.take('share', { channel: channel.id, files: files.map(({ id }) => id) });
  const delay = fault?.kind === 'latency' ? fault.ms : world.timing.fileShareDelayMs;
  if (fault && fault.kind !== 'latency') done();
  else if (delay <= 0) share();
  else setTimeout(share, delay);
}

function complainLost(world: World, channel: Channel, files: StoredFile[]): void {
  const details: JsonObject = { channel: channel.name, files: files.map((file) => file.title) };
  const text = `#${channel.name} was closed before the file had appeared in it: wait for the share before archiving`;
  world.complaints.raise('file_lost', text, details);
}
