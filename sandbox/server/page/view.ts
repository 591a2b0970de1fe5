import type {
  FileCard,
  Notice,
  OpenConversation,
  PageView,
  PersonCard,
  ShownMessage,
  ShownView,
} from '../../ui/contract.ts';
import { OWN_COMMANDS } from '../acts/command.ts';
import { canSee } from '../acts/visible.ts';
import { stackOf } from '../changes/views.ts';
import { textOf } from '../json.ts';
import { stateOf } from '../workspace/element-state.ts';
import type { Channel, OpenView, StoredFile, StoredMessage, User } from '../workspace/entities.ts';
import { LOCALES } from '../workspace/locales.ts';
import type { World } from '../world.ts';
import { bookmarkedFile, closedBecause } from './conversation.ts';
import { unreadIn } from './unread.ts';

const NOTICES = 30;
const COMPLAINTS = 50;

/**
 * Everything this person sees now in that tab; `open` is the conversation on their screen, left out when they cannot see
 * it. A form is on the screen of the tab that asked for it, as it is in one of Slack's clients only.
 */
export function pageView(world: World, user: User, { open, tab }: { open: string; tab: string }): PageView {
  const { workspace, manifest } = world;
  workspace.directMessages(user.id);
  const visible = [...workspace.conversations.values()].filter((channel) => canSee(user, channel));
  const opened = visible.find((channel) => channel.id === open);
  const home = workspace.homes.get(user.id);
  const status = world.guide.status();
  return {
    team: { name: workspace.teamName, app: workspace.bot.realName },
    languages: LOCALES.map((one) => ({ ...one })),
    me: personCard(world, user),
    people: [...workspace.users.values()].map((one) => personCard(world, one)),
    channelNames: Object.fromEntries(visible.map((channel) => [channel.id, channel.name])),
    conversations: visible.map((channel) => row(world, user, channel)),
    ...(opened ? { open: conversation(world, user, opened) } : {}),
    modals: stackOf(workspace, user.id)
      .filter(({ client }) => client === '' || client === tab)
      .map(shownView),
    ...(home ? { home: shownView(home) } : {}),
    notices: notices(world, user),
    commands: [...manifest.commands, ...OWN_COMMANDS].map(({ command, description, hint }) => ({
      command,
      description,
      hint,
    })),
    shortcuts: manifest.shortcuts.map(({ name, type }) => ({ name, type })),
    steps: world.guide.steps(),
    ...(status === undefined ? {} : { status }),
    switches: world.switches.list(),
    complaints: world.complaints.list.slice(-COMPLAINTS).map(({ kind, text, at }) => ({ kind, text, at })),
    connected: (world.socket?.connections() ?? world.addresses.up()) > 0,
  };
}

function personCard({ workspace }: World, user: User): PersonCard {
  const canSignIn = !user.deleted && !user.isBot && user.id !== 'USLACKBOT' && user.teamId === workspace.teamId;
  return {
    id: user.id,
    key: user.key,
    name: user.realName,
    title: user.title,
    zone: user.tz,
    locale: user.locale,
    kind: kindOf(user),
    canSignIn,
  };
}

function kindOf(user: User): PersonCard['kind'] {
  if (user.deleted) return 'deactivated';
  if (user.isBot || user.id === 'USLACKBOT') return 'bot';
  if (user.isStranger) return 'external';
  if (user.isRestricted) return 'guest';
  if (user.isOwner) return 'owner';
  return user.isAdmin ? 'admin' : 'member';
}

function row({ workspace }: World, user: User, channel: Channel) {
  const isApp = channel.kind === 'im';
  return {
    id: channel.id,
    kind: isApp ? ('app' as const) : (channel.kind as 'public' | 'private'),
    name: isApp ? workspace.bot.realName : channel.name,
    archived: channel.archived,
    member: channel.members.has(user.id),
    ...unreadIn(workspace, user, channel),
  };
}

function conversation(world: World, user: User, channel: Channel): OpenConversation {
  const { workspace } = world;
  const own = workspace.ephemerals.filter((one) => one.ephemeralTo === user.id && one.channel === channel.id);
  const messages = [...channel.messages, ...own].sort((a, b) => Number(a.ts) - Number(b.ts));
  return {
    ...row(world, user, channel),
    topic: channel.topic.value,
    members: [...channel.members].filter((id) => id !== workspace.bot.id || channel.kind !== 'im'),
    bookmarks: channel.bookmarks.map(({ id, title, link, emoji }) => {
      const file = bookmarkedFile(workspace, link);
      return { id, title, link, emoji, ...(file ? { file: fileCard(file) } : {}) };
    }),
    pins: channel.pins.map((pin) => pin.ts),
    messages: messages.map((message) => shownMessage(world, user, message)),
    closed: closedBecause(world, user, channel),
  };
}

function shownMessage({ workspace }: World, user: User, message: StoredMessage): ShownMessage {
  const files = message.files.flatMap((id) => workspace.files.get(id) ?? []).filter((file) => !file.deleted);
  return {
    ts: message.ts,
    user: message.user,
    isApp: message.botId !== undefined,
    isSystem: /^channel_/.test(message.subtype ?? ''),
    text: message.text,
    blocks: message.blocks,
    files: files.map(fileCard),
    edited: message.edited !== undefined,
    onlyYou: message.ephemeralTo !== undefined,
    ...(message.threadTs ? { threadTs: message.threadTs } : {}),
    values: stateOf(message.blocks, message.states[user.id]),
  };
}

/** A file as the page shows it. */
export function fileCard(file: StoredFile): FileCard {
  const { id, name, title, mimetype } = file;
  const kind =
    mimetype === 'application/pdf' ? 'pdf' : /^image\/(png|jpeg|gif|webp)$/.test(mimetype) ? 'image' : 'other';
  return { id, name, title, mimetype, size: file.bytes?.length ?? 0, kind };
}

function shownView(view: OpenView): ShownView {
  return {
    id: view.id,
    hash: view.hash,
    title: textOf(view.title),
    submit: textOf(view.submit),
    close: textOf(view.close) || 'Cancel',
    blocks: view.blocks,
    values: view.state,
    errors: view.errors,
    ...(view.trouble === undefined ? {} : { trouble: view.trouble }),
  };
}

function notices({ workspace }: World, user: User): Notice[] {
  return (workspace.notices.get(user.id) ?? []).slice(-NOTICES).map(({ text, channel, ts }) => {
    const found = workspace.conversations.get(channel);
    const place = found === undefined || found.kind === 'im' ? workspace.bot.realName : `#${found.name}`;
    return { text, channel, ts, place };
  });
}
