import { type Admin, createAdmin } from './changes/admin.ts';
import { type ChannelSummary, type FileSummary, summarizeChannel, summarizeFile } from './shown/channel-summary.ts';
import { Workspace } from './workspace/workspace.ts';

/** The workspace as a sandbox hands it out: with what its owner does by hand, and with snapshots to read. */
export class SandboxWorkspace extends Workspace {
  readonly admin: Admin = createAdmin(this);

  /** The channel of that name or id, as a snapshot; throws when there is none. */
  channel(nameOrId: string): ChannelSummary {
    return summarizeChannel(this, this.conversation(nameOrId));
  }

  /** Snapshots of every channel (not the direct messages), oldest first. */
  channels(): ChannelSummary[] {
    return this.allChannels().map((channel) => summarizeChannel(this, channel));
  }

  /** The file of that id, title or name (the newest one), with its bytes; throws when there is none. */
  file(nameOrId: string): FileSummary {
    return summarizeFile(this, this.storedFile(nameOrId));
  }
}
