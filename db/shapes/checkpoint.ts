import { z } from 'zod';
import type { EffectType } from '../../src/order/effect.ts';
import { Unprinted } from '../../src/pictures/unprinted.ts';
import { stored } from './stored.ts';

const text = z.string();
const flag = z.boolean();

/** What Slack gave for one message: its ts. */
const Posted = z.object({ ts: text }).partial();

/** A channel that is being created: the names that were tried, and how far the list of channels was read. */
const Created = z.object({ name: text, suffix: z.number(), plain: flag, cursor: text }).partial();

/** Who is in (`done`), who cannot be brought in (`kept`), and the message that says so. */
const Invited = z.object({ done: z.array(text), kept: z.array(text), ts: text }).partial();

/** The card that was posted, and the one before it whose pin has to go. `told`: a human was told that it cannot be changed. */
const Carded = z.object({ posted: text.nullable(), unpin: text.nullable(), told: flag }).partial();

const Uploaded = z.object({ fileId: text, sha256: text, size: z.number() });

/** A file on its way into a channel. `unshared`: uploads that Slack took and had not shared; `reuploaded`: in the place of one. */
const Shared = Uploaded.extend({
  uploaded: flag,
  sharing: flag,
  completed: flag,
  looks: z.number(),
  uploads: z.number(),
  unshared: z.array(Uploaded),
  reuploaded: flag,
}).partial();

/** A document in the making: failed renderings, why photos are not printed, and since when they are waited for (milliseconds). */
const Issued = Shared.extend({
  renders: z.number(),
  notPrinted: z.record(text, Unprinted),
  photoTries: z.record(text, z.number()),
  photosFrom: z.number().nullable(),
  photosFailing: z.number().nullable(),
}).partial();

/**
 * Files that people attached, by id. `preview`: the ending of the picture that is posted in its place; `word`: why there is
 * none.
 */
const Attached = z
  .object({ files: z.record(text, Shared.extend({ done: flag, preview: text, word: Posted }).partial()) })
  .partial();

const OwnColumn = z.object({ type: text, field: text, unit: text.optional(), label: text, typeName: text });

/**
 * Files of orders, by number. `next`: after which order the file after it begins, null where it is the last; `columns`: of own
 * fields, for the file after it.
 */
const Exported = z
  .object({
    files: z.record(
      text,
      Shared.extend({
        ...{ done: flag, orders: z.number(), items: z.number(), next: z.number().nullable() },
        columns: z.array(OwnColumn),
      }).partial(),
    ),
  })
  .partial();

const Lost = z.object({
  how: z.enum(['archived', 'deleted', 'removed', 'abandoned']),
  by: text.nullable(),
  at: z.number(),
});

/** A next channel that the effect has opened: its number, the one before it, and what of everything that belongs there is done. */
const Moved = z.object({
  to: z.number(),
  from: z.object({ channel: text, name: text, lost: Lost.nullable() }),
  done: flag,
  open: Created.optional(),
  people: Invited.optional(),
  card: Carded.optional(),
  word: Posted.optional(),
  document: Issued.optional(),
});

/** `restored`: it was owed in a copy that came into use, or because of that; `redraw`: only to show once more what there is. */
const common = { restored: flag.optional(), redraw: flag.optional() };
/** What any effect in a channel may come to. `told`: people were asked to let the app in. */
const inChannel = { ...common, move: Moved.optional(), told: flag.optional() };

const of = <T extends EffectType, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.object({ type: z.literal(type), ...shape });

/** Where a direct message is. */
const Told = z.object({ channel: text.optional(), ts: text.optional() });

/**
 * The messages (their ts) that are drawn, as the order was at this revision, with this channel. `since`: from when on others are waited
 * for, in a copy that came into use (milliseconds).
 */
const Redrawn = z.object({ drawn: z.object({ as: text, posts: z.array(text) }), since: z.number() }).partial();

/** Reminders (effects) that are told in one message, and the order that alone it is about, where it has buttons of a request or a task. */
const Reminding = z
  .object({ together: z.array(text), asks: z.object({ order: text, purpose: z.enum(['request', 'task', 'visit']) }) })
  .partial();

const Checkpoint = z.discriminatedUnion('type', [
  of('open_channel', { ...inChannel, ...Created.shape }),
  of('invite', { ...inChannel, ...Invited.shape }),
  of('bring_in', { ...common, ...Invited.shape }),
  of('remove_people', { ...common, done: z.array(text).optional() }),
  of('refresh_card', { ...inChannel, ...Carded.shape }),
  of('sync_channel_metadata', { ...common, superseded: z.record(text, Posted).optional() }),
  of('post_entry', { ...inChannel, ...Posted.shape }),
  of('share_attachments', {
    ...inChannel,
    ...Attached.shape,
    move: Moved.extend({ here: Attached.optional() }).optional(),
  }),
  of('issue_document', { ...inChannel, ...Issued.shape, move: Moved.extend({ here: Issued.optional() }).optional() }),
  of('send_document', { ...common, ...Issued.shape, word: Posted.optional() }),
  of('archive_channel', { ...common, waits: z.number().optional() }),
  of('tell', { ...common, ...Told.shape }),
  of('settle_request', { ...common, ...Redrawn.shape }),
  of('refresh_crew_messages', { ...common, ...Redrawn.shape }),
  of('remove_repeat', common),
  of('read_import', { ...common, channel: text.optional(), ts: text.optional() }),
  of('apply_import', common),
  of('check_order', common),
  of('send_reminder', { ...common, ...Told.shape, ...Reminding.shape }),
  of('send_digest', { ...common, ...Told.shape }),
  of('stand_in', { ...common, ...Told.shape }),
  of('plan_digests', common),
  of('export_orders', { ...common, ...Exported.shape }),
]);

/** What is remembered of any effect that goes into a channel. */
export type InChannel = CheckpointOf<
  'open_channel' | 'invite' | 'refresh_card' | 'post_entry' | 'share_attachments' | 'issue_document'
>;
export type Posted = z.infer<typeof Posted>;
export type Created = z.infer<typeof Created>;
export type Invited = z.infer<typeof Invited>;
export type Carded = z.infer<typeof Carded>;
export type Uploaded = z.infer<typeof Uploaded>;
export type Shared = z.infer<typeof Shared>;
export type Issued = z.infer<typeof Issued>;
export type Attached = z.infer<typeof Attached>;
export type ExportedFiles = z.infer<typeof Exported>;
export type Moved = z.infer<typeof Moved>;

/** What Slack has given back so far for an effect. */
export type Checkpoint = z.infer<typeof Checkpoint>;
export type CheckpointOf<T extends EffectType> = Extract<Checkpoint, { type: T }>;

/** Keys of a next channel's parts once had its number in them: `open 2`. */
const PARTS = ['open', 'people', 'card', 'word', 'document'] as const;
const NUMBERED = /^(channel|open|people|card|word|document) \d+$/;

type Loose = Record<string, unknown>;
const isLoose = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** From the time when each effect kept what it liked, under keys that held ids and numbers. */
function typed(old: Loose): Loose {
  const { move, anew, ...rest } = old;
  const { type } = old;
  const own: Loose = type === 'issue_document' ? { ...rest, reuploaded: anew } : { ...rest, redraw: anew };
  if (type === 'sync_channel_metadata') own.superseded = pick(rest, (key) => /^superseded v(\d+)$/.exec(key)?.[1]);
  if (type === 'share_attachments') own.files = filesIn(rest);
  if (!isLoose(move)) return own;
  const parts = PARTS.map((part) => [part, rest[`${part} ${move.to}`]]);
  const here = rest[`channel ${move.to}`];
  const there = isLoose(here) ? { here: type === 'share_attachments' ? { files: filesIn(here) } : shared(here) } : {};
  return { ...own, move: { ...move, ...Object.fromEntries(parts), ...there } };
}

const filesIn = (old: Loose): Loose =>
  Object.fromEntries(
    Object.entries(pick(old, (key) => (NUMBERED.test(key) ? undefined : key))).map(([file, one]) => [
      file,
      shared(one),
    ]),
  );

const shared = ({ anew, ...rest }: Loose): Loose => ({ ...rest, reuploaded: anew });

/** The objects in it whose keys get a name. */
const pick = (old: Loose, name: (key: string) => string | undefined): Record<string, Loose> =>
  Object.fromEntries(
    Object.entries(old).flatMap(([key, value]) => {
      const to = name(key);
      return to !== undefined && isLoose(value) ? [[to, value]] : [];
    }),
  );

/** What Slack has given back for an effect so far, with the effect's type. */
export const storedCheckpoint = stored(z.looseObject({ type: text })).next(
  Checkpoint,
  // Looked at like everything that is read.
  (old) => typed(old) as Checkpoint,
);
