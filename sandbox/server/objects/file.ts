import type { JsonObject } from '../json.ts';
import type { Channel, StoredFile } from '../workspace/entities.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { thumbnailFields } from './thumbnails.ts';

/** The file object; `shares` fills only once the file has appeared in a channel. */
export function fileObject(workspace: Workspace, file: StoredFile): JsonObject {
  const shares: Record<'public' | 'private', Record<string, JsonObject[]>> = { public: {}, private: {} };
  for (const { channel, ts } of file.shares) {
    const kind = workspace.conversations.get(channel)?.kind === 'public' ? 'public' : 'private';
    const name = workspace.conversations.get(channel)?.name ?? '';
    shares[kind][channel] = [...(shares[kind][channel] ?? []), { ts, channel_name: name, team_id: workspace.teamId }];
  }
  const extension = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? 'binary';
  const address = `${workspace.url}files-pri/${workspace.teamId}-${file.id}`;
  const ids = file.shares.map((share) => share.channel);
  const inKind = (kind: Channel['kind']) => ids.filter((id) => workspace.conversations.get(id)?.kind === kind);
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: extension,
    pretty_type: extension.toUpperCase(),
    ...(file.owner === '' ? {} : { user: file.owner }),
    user_team: workspace.teamId,
    editable: false,
    size: file.bytes?.length ?? file.expectedLength,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: inKind('public').length > 0,
    public_url_shared: false,
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    permalink: `${workspace.url}files/${file.owner}/${file.id}/${encodeURIComponent(file.name)}`,
    ...(file.altText ? { alt_txt: file.altText } : {}),
    ...(extension === 'pdf' ? { thumb_pdf: `${address}/thumb.png` } : {}),
    ...thumbnailFields(file, workspace.url, workspace.teamId),
    channels: inKind('public'),
    groups: inKind('private'),
    ims: inKind('im'),
    shares,
    has_rich_preview: false,
    file_access: 'visible',
  };
}
