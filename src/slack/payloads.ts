import { z } from 'zod';

/** The parts of Slack's payloads that we use, parsed because the SDK's types are wide or wrong in places. */
const Id = z.string().min(1).max(255);

const StateFile = z
  .object({ id: z.string(), name: z.string().nullish(), mimetype: z.string().nullish(), size: z.number().nullish() })
  .transform(({ id, name, mimetype, size }) => ({
    fileId: id,
    name: name || id,
    mimetype: mimetype ?? 'application/octet-stream',
    size: size ?? 0,
  }));

const StateValue = z.object({
  value: z.string().nullish(),
  selected_date_time: z.number().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  files: z.array(StateFile).nullish(),
});

/** `state.values`: by block id, then action id. */
export const StateValues = z.record(z.string(), z.record(z.string(), StateValue));
export type StateValues = z.infer<typeof StateValues>;

/** What an input was drawn with, in the words of its state. */
const Element = z
  .object({
    initial_value: z.string(),
    initial_date_time: z.number(),
    initial_option: z.object({ value: z.string() }),
    initial_options: z.array(z.object({ value: z.string() })),
    initial_user: z.string(),
    initial_users: z.array(z.string()),
  })
  .partial()
  .transform((drawn) => ({
    value: drawn.initial_value,
    selected_date_time: drawn.initial_date_time,
    selected_option: drawn.initial_option,
    selected_options: drawn.initial_options,
    selected_user: drawn.initial_user,
    selected_users: drawn.initial_users,
  }));
const Block = z.object({ block_id: z.string().nullish(), element: Element.nullish() });

const Team = z.object({ id: Id }).nullish();
const User = z.object({ id: Id, team_id: Id.nullish() });

const View = z.object({
  id: Id,
  type: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  hash: z.string().nullish(),
  previous_view_id: z.string().nullish(),
  state: z.object({ values: StateValues }).nullish(),
  blocks: z.array(Block).nullish().catch(undefined),
});
export type View = z.infer<typeof View>;

export const ViewSubmission = z.object({ team: Team, user: User, trigger_id: z.string().nullish(), view: View });
export type ViewSubmission = z.infer<typeof ViewSubmission>;

export const BlockActions = z.object({
  team: Team,
  user: User,
  trigger_id: Id,
  response_url: z.string().nullish(),
  container: z.object({ type: z.string() }).nullish(),
  view: View.nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        block_id: z.string().default(''),
        value: z.string().nullish(),
        action_ts: z.string().default('0'),
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
  message: z.object({ text: z.string().nullish(), ts: z.string().nullish() }).nullish(),
});
export type Shortcut = z.infer<typeof Shortcut>;

/** The workspace a payload is about; org-wide installs leave `team` out and name it on the user. */
export const teamOf = ({ team, user }: { team?: z.infer<typeof Team>; user: z.infer<typeof User> }): string =>
  team?.id ?? user.team_id ?? '';
