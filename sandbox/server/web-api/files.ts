import { Refusal } from '../access/refusal.ts';
import { checkedBlocks } from '../calls/block-errors.ts';
import {
  type Args,
  knownChannel,
  type Methods,
  needMembership,
  optional,
  required,
  structured,
} from '../calls/method.ts';
import { announceFile } from '../changes/files.ts';
import { byApp } from '../changes/messages.ts';
import { type JsonObject, objectsOf, stringOf } from '../json.ts';
import { fileObject } from '../objects/file.ts';
import type { Channel, StoredFile } from '../workspace/entities.ts';
import type { World } from '../world.ts';
import { shareLater } from './share-later.ts';

const ALT_MAX = 1000;
const SIZE_MAX = 1024 ** 3;
const CHANNELS_MAX = 100;

/** files.* */
export const files: Methods = {
  'files.getUploadURLExternal': { scopes: ['files:write'], tier: 'T4', handler: getUploadUrl },
  'files.completeUploadExternal': { scopes: ['files:write'], tier: 'T4', handler: completeUpload },
  'files.info': { scopes: ['files:read'], tier: 'T4', handler: info },
  'files.list': { scopes: ['files:read'], tier: 'T3', handler: list },
  'files.delete': { scopes: ['files:write'], tier: 'T3', handler: remove },
};

function getUploadUrl(args: Args, { workspace }: World): JsonObject {
  const name = optional(args, 'filename') ?? '';
  const length = Number(optional(args, 'length') ?? 0);
  if (name === '' || !Number.isInteger(length) || length <= 0) throw new Refusal('missing_argument');
  if (length > SIZE_MAX) throw new Refusal('file_upload_size_restricted');
  const altText = optional(args, 'alt_txt') ?? optional(args, 'alt_text') ?? '';
  if (altText.length > ALT_MAX) throw new Refusal('alt_txt_too_large');
  const file = announceFile(workspace, { name, length, owner: workspace.bot.id });
  file.altText = altText;
  return { upload_url: `${workspace.url}upload/v1/${file.uploadToken}`, file_id: file.id };
}

function completeUpload(args: Args, world: World): JsonObject {
  const given = objectsOf(structured(args, 'files'));
  if (given.length === 0)
    throw new Refusal('invalid_arguments', {
      response_metadata: { messages: ['[ERROR] missing required field: files'] },
    });
  const uploads = given.map((one) => ({ file: uploaded(world, stringOf(one.id) ?? ''), title: stringOf(one.title) }));
  const channels = targets(args, world);
  const comment = optional(args, 'initial_comment');
  const blocks = checkedBlocks(world, args.blocks, 'files.completeUploadExternal');
  if (comment && blocks.length > 0) throw new Refusal('invalid_arguments');
  for (const { file, title } of uploads) {
    file.completed = true;
    file.title = title || file.name;
  }
  const threadTs = optional(args, 'thread_ts');
  const done = uploads.map((upload) => upload.file);
  const answer = done.map((file) => ({ ...fileObject(world.workspace, file), shares: {} }));
  for (const channel of channels)
    shareLater(world, channel, done, { ...byApp(world.workspace), text: comment ?? '', blocks, threadTs });
  return { files: answer };
}

function targets(args: Args, world: World): Channel[] {
  const ids = [optional(args, 'channel_id'), ...(optional(args, 'channels') ?? '').split(',')].filter(
    (id) => id !== undefined && id !== '',
  );
  if (ids.length > CHANNELS_MAX) throw new Refusal('channels_limit_exceeded');
  return ids.map((id) => {
    const channel = knownChannel(world, id ?? '', 'files.completeUploadExternal');
    if (channel.archived) throw new Refusal('posting_to_channel_denied');
    needMembership(world, channel);
    return channel;
  });
}

/** A file whose bytes have arrived and that was not completed before. */
function uploaded(world: World, id: string): StoredFile {
  const file = world.workspace.files.get(id);
  if (file === undefined || file.completed || file.deleted) throw new Refusal('file_not_found');
  if (file.bytes?.length === file.expectedLength) return file;
  const text = `${file.name}: ${file.bytes?.length ?? 0} bytes were uploaded, ${file.expectedLength} announced`;
  world.complaints.raise('bad_argument', text, { file: id });
  throw new Refusal('file_update_failed');
}

/** A file the app may see: its own, or one in a conversation the bot is in. */
function visibleFile(args: Args, { workspace }: World): StoredFile {
  const file = workspace.files.get(required(args, 'file'));
  if (file === undefined) throw new Refusal('file_not_found');
  if (file.deleted) throw new Refusal('file_deleted');
  const within = file.shares.some((share) => workspace.conversations.get(share.channel)?.members.has(workspace.bot.id));
  if (!within && file.owner !== workspace.bot.id && !file.completed) throw new Refusal('file_not_found');
  return file;
}

function info(args: Args, world: World): JsonObject {
  const file = visibleFile(args, world);
  return { file: fileObject(world.workspace, file), comments: [], response_metadata: { next_cursor: '' } };
}

const TYPES: Readonly<Record<string, (file: StoredFile) => boolean>> = {
  all: () => true,
  images: ({ mimetype }) => mimetype.startsWith('image/'),
  pdfs: ({ mimetype }) => mimetype === 'application/pdf',
};
const LISTED = 100;

/** The files the app may see, the newest first. */
function list(args: Args, { workspace }: World): JsonObject {
  const types = (optional(args, 'types') ?? 'all').split(',');
  if (types.some((type) => !Object.hasOwn(TYPES, type))) throw new Refusal('unknown_type');
  const channel = optional(args, 'channel');
  const [count, page] = [Number(optional(args, 'count') ?? LISTED), Number(optional(args, 'page') ?? 1)];
  const isHere = (id: string) =>
    (channel === undefined || channel === id) &&
    workspace.conversations.get(id)?.members.has(workspace.bot.id) === true;
  const found = [...workspace.files.values()]
    .filter((file) => file.completed && !file.deleted && file.shares.some((share) => isHere(share.channel)))
    .filter((file) => types.some((type) => TYPES[type]?.(file)))
    .reverse();
  const shown = found.slice((page - 1) * count, page * count);
  const paging = { count, total: found.length, page, pages: Math.ceil(found.length / count) };
  return { files: shown.map((file) => fileObject(workspace, file)), paging };
}

function remove(args: Args, world: World): JsonObject {
  const file = visibleFile(args, world);
  if (file.owner !== world.workspace.bot.id) throw new Refusal('cant_delete_file');
  file.deleted = true;
  world.workspace.changed();
  return {};
}
