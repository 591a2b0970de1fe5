import { z } from 'zod';
import { cleanText } from '../../forms/fields/fields.ts';

/** The parts of Slack's payloads that we use, parsed because the SDK's types are wide or wrong in places. */
const Id = z.string().min(1).max(255);

/** More than any input of Slack's holds (3000 characters): what is longer did not come from a form of ours. */
const Typed = z.string().max(12_000);
/** More than any menu or file input of ours lets anybody choose. */
const CHOSEN = 100;

const FileId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);

/** `name` is a single line without path separators: it is shown, printed, and given to a file of ours. */
const StateFile = z
  .object({ id: FileId, name: z.string().nullish(), mimetype: z.string().nullish(), size: z.number().nullish() })
  .transform(({ id, name, mimetype, size }) => ({
    fileId: id,
    // Never its id, which tells nobody anything.
    name: fileName(name ?? '') || unnamed(mimetype ?? ''),
    mimetype: mimetype && /^[\w.+-]{1,60}\/[\w.+-]{1,120}$/.test(mimetype) ? mimetype : 'application/octet-stream',
    size: Number.isSafeInteger(size) && size && size > 0 ? size : 0,
  }));

/** A file of a message: whose it is and where it is kept as well. */
const MessageFile = StateFile.and(
  z.object({ user: Id.nullish(), user_team: Id.nullish(), mode: z.string().nullish().catch(undefined) }),
);
/** `file.pdf`, for a file that Slack gave no name. */
const unnamed = (mimetype: string): string => {
  const kind = /^[a-z]+\/(jpeg|png|pdf|heic|gif|webp)$/.exec(mimetype)?.[1];
  return kind ? `file.${kind.replace('jpeg', 'jpg')}` : 'file';
};

/** At most 255 characters, with the ending where there is one. */
function fileName(name: string): string {
  const clean = cleanText(name.slice(0, 12_000), false).replace(/[/\\]/g, '_');
  const ending = /\.\w{1,10}$/.exec(clean)?.[0] ?? '';
  const stem = clean.slice(0, clean.length - ending.length);
  return `${stem.slice(0, 255 - ending.length).replace(/[\uD800-\uDBFF]$/, '')}${ending}`;
}

const StateValue = z.object({
  value: Typed.nullish(),
  // As far as a Date reaches; which years are sensible is for the field to say.
  selected_date_time: z.number().int().min(-8_640_000_000_000).max(8_640_000_000_000).nullish(),
  selected_date: z.string().max(20).nullish(),
  selected_time: z.string().max(20).nullish(),
  selected_option: z.object({ value: Typed }).nullish(),
  selected_options: z
    .array(z.object({ value: Typed }))
    .max(CHOSEN)
    .nullish(),
  selected_user: z.string().max(255).nullish(),
  selected_conversation: z.string().max(255).nullish(),
  selected_users: z.array(z.string().max(255)).max(CHOSEN).nullish(),
  files: z.array(StateFile).max(CHOSEN).nullish(),
});

/** `state.values`: by block id, then action id. */
export const StateValues = z.record(z.string(), z.record(z.string(), StateValue));
export type StateValues = z.infer<typeof StateValues>;

/** What an input was drawn with, in the words of its state. */
const Element = z
  .object({
    type: z.string(),
    initial_value: z.string(),
    initial_date_time: z.number(),
    initial_date: z.string(),
    initial_time: z.string(),
    initial_option: z.object({ value: z.string() }),
    initial_options: z.array(z.object({ value: z.string() })),
    initial_user: z.string(),
    initial_users: z.array(z.string()),
  })
  .partial()
  .transform((drawn) => ({
    type: drawn.type,
    value: drawn.initial_value,
    selected_date_time: drawn.initial_date_time,
    selected_date: drawn.initial_date,
    selected_time: drawn.initial_time,
    selected_option: drawn.initial_option,
    selected_options: drawn.initial_options,
    selected_user: drawn.initial_user,
    selected_users: drawn.initial_users,
  }));
/** A block as it was drawn; `text`: what a section says. */
const Block = z.object({
  block_id: z.string().nullish(),
  element: Element.nullish(),
  text: z.object({ text: z.string() }).nullish().catch(undefined),
});

const Team = z.object({ id: Id }).nullish();
const User = z.object({ id: Id, team_id: Id.nullish() });

const View = z.object({
  id: Id,
  type: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  hash: z.string().nullish(),
  previous_view_id: z.string().nullish(),
  /** The first of the views that lie one on another; itself where there is no other. */
  root_view_id: z.string().nullish(),
  /** Where the app is installed, when the view was opened from another workspace (a shared channel). */
  app_installed_team_id: Id.nullish(),
  state: z.object({ values: StateValues }).nullish(),
  blocks: z.array(Block).nullish().catch(undefined),
});
export type View = z.infer<typeof View>;

export const ViewSubmission = z.object({
  type: z.literal('view_submission'),
  team: Team,
  user: User,
  trigger_id: z.string().nullish(),
  view: View.extend({ callback_id: z.string() }),
});
export type ViewSubmission = z.infer<typeof ViewSubmission>;

export const BlockActions = z.object({
  type: z.literal('block_actions'),
  team: Team,
  user: User,
  trigger_id: Id,
  response_url: z.string().nullish(),
  container: z.object({ type: z.string() }).nullish(),
  /** Where the message is that has the button. */
  channel: z.object({ id: Id }).nullish().catch(undefined),
  view: View.nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: z.string().default(''),
        value: z.string().nullish(),
        selected_option: z.object({ value: z.string() }).nullish(),
        // Compared as text, which is right for Slack's ten digits.
        action_ts: z
          .string()
          .regex(/^\d{10}\.\d{1,6}$/)
          .catch('0'),
      }),
    )
    .min(1),
});
export type BlockActions = z.infer<typeof BlockActions>;

export const SlashCommand = z.object({
  command: z.string(),
  text: z.string().default(''),
  team_id: Id,
  user_id: Id,
  channel_id: z.string().default(''),
  trigger_id: Id,
  response_url: z.string().nullish(),
});
export type SlashCommand = z.infer<typeof SlashCommand>;

export const Shortcut = z.object({
  callback_id: z.string(),
  team: Team,
  user: User,
  trigger_id: Id,
  response_url: z.string().nullish(),
  channel: z.object({ id: Id }).nullish(),
  message_ts: z.string().nullish(),
  message: z
    .object({
      text: z.string().nullish(),
      ts: z.string().nullish(),
      // Of messages of any kind; what is no file of ours to read must not keep the text from being used.
      files: z.array(MessageFile).max(CHOSEN).nullish().catch(undefined),
    })
    .nullish(),
});
export type Shortcut = z.infer<typeof Shortcut>;

/** A menu of a view that asks for its options; `value` is what is typed. */
export const BlockSuggestion = z.object({
  type: z.literal('block_suggestion'),
  team: Team,
  user: User,
  action_id: z.string().max(255),
  value: Typed.default(''),
  view: View.pick({ app_installed_team_id: true, private_metadata: true, callback_id: true }).nullish(),
});
export type BlockSuggestion = z.infer<typeof BlockSuggestion>;

/** The workspace whose installation a payload is for: Bolt's rule. Org-wide installs leave `team` out and name it on the user. */
export const teamOf = ({
  team,
  user,
  view,
}: Pick<BlockActions, 'team' | 'user'> & { view?: Pick<View, 'app_installed_team_id'> | null | undefined }): string =>
  view?.app_installed_team_id ?? team?.id ?? user.team_id ?? '';

/** An event, as far as its envelope goes. Events of shared channels name our installation in `authorizations`. */
export const EventEnvelope = z.object({
  team_id: Id.nullish(),
  authorizations: z.array(z.object({ team_id: Id.nullish() })).nullish(),
  event: z.object({ type: Id }),
});

/** The workspace whose installation an event is for; in a shared channel `team_id` may be another one. */
export const teamOfEvent = ({ team_id, authorizations }: Omit<z.infer<typeof EventEnvelope>, 'event'>): string =>
  authorizations?.[0]?.team_id ?? team_id ?? '';

/** A view that was closed: whose it was, and what it carried. */
export const ViewClosed = z.object({
  type: z.literal('view_closed'),
  team: Team,
  user: User,
  view: View.pick({ app_installed_team_id: true, private_metadata: true }).extend({ callback_id: z.string() }),
});
export type ViewClosed = z.infer<typeof ViewClosed>;

/** What bodies were read as. A payload is large, and both the gate and its listener need it. */
const readings = new WeakMap<object, { readonly schema: z.ZodType; readonly data: unknown }>();

/** Reads a body once, for the gate and its listener. Throws a `ZodError` for what is not whole. */
export function readPayload<T>(schema: z.ZodType<T>, body: object): T {
  const known = readings.get(body);
  if (known?.schema === schema) return known.data as T;
  const data = schema.parse(body);
  readings.set(body, { schema, data });
  return data;
}
