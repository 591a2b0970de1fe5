import { z } from 'zod';

/** Slack's rules for an app manifest (Slack's documentation), as far as we use them; unknown keys are refused as Slack does. */
const text = (min: number, max: number) => z.string().min(min).max(max);
const url = z.url({ protocol: /^https$/ }).max(3000);

const shortcut = z.strictObject({
  name: text(1, 24),
  type: z.enum(['message', 'global']),
  callback_id: text(1, 255),
  description: text(1, 150),
});

const command = z.strictObject({
  command: text(2, 32).regex(/^\/[a-z0-9_-]+$/),
  url: url.optional(),
  description: text(1, 2000),
  usage_hint: text(1, 1000).optional(),
  should_escape: z.boolean().optional(),
});

const settings = z.strictObject({
  event_subscriptions: z.strictObject({
    request_url: url.optional(),
    bot_events: z.array(text(1, 100)).min(1).max(100),
  }),
  interactivity: z.strictObject({
    is_enabled: z.literal(true),
    request_url: url.optional(),
    message_menu_options_url: url.optional(),
  }),
  org_deploy_enabled: z.boolean(),
  socket_mode_enabled: z.boolean(),
  token_rotation_enabled: z.boolean(),
});

export const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.int(), minor_version: z.int() }),
  display_information: z.strictObject({
    name: text(1, 35),
    description: text(1, 140),
    long_description: text(175, 4000),
    background_color: z.string().regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: text(1, 80), always_online: z.boolean() }),
    // The prose of Slack's pages allows five; the schema more. We keep to the smaller number.
    shortcuts: z.array(shortcut).min(1).max(5),
    slash_commands: z.array(command).min(1).max(5),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(text(1, 50)).min(1).max(255) }),
  }),
  settings,
});

export type Manifest = z.infer<typeof Manifest>;
