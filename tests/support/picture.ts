import { createHash } from 'node:crypto';
import type { Store } from '../../db/ports.ts';
import type { Sandbox } from '../../sandbox/server/server.ts';
import type { Message } from '../../sandbox/server/shown/message-view.ts';
import type { Workspace } from '../../sandbox/server/workspace/workspace.ts';
import type { WholeOrder } from '../../src/order/order.ts';
import { orderNumber } from '../../src/order/text/order-number.ts';
import { picturesOf } from '../../src/pdf/model/attachments.ts';
import type { Renderer } from '../../src/pdf/renderer.ts';
import { decodePhoto } from '../../src/pictures/decode-photo.ts';
import type { Photo } from '../../src/pictures/photo.ts';
import { castOf } from './life.ts';
import { withHistory } from './whole-order.ts';

/** Everything people can see of one order, a line each, without what differs between any two orders. */
export interface Picture {
  /** The posts of its channel and of everybody's direct messages, in the order in which they stand there. */
  readonly posts: readonly string[];
  /** Everything whose order means nothing: channels, members, replies, system messages, pins, bookmarks, files, the history. */
  readonly facts: readonly string[];
}

/** What is to be looked at. A renderer, where there is one, makes the PDFs once more to compare their bytes. */
export interface Scene {
  readonly sandbox: Sandbox;
  readonly store: Store;
  readonly renderer?: Renderer | undefined;
}

/** The picture of the order with this number. */
export async function pictureOf(scene: Scene, number: number): Promise<Picture> {
  const { sandbox } = scene;
  const prefix = orderNumber(number).toLowerCase();
  const said = (line: string) => comparable(sandbox.workspace, line, number);
  const channels = sandbox.workspace.channels().filter(({ name }) => name.startsWith(prefix));
  const posts = channels.flatMap(({ messages }) => messages.filter(standsInChannel).map(post));
  const direct = Object.values(castOf(scene)).flatMap((person) =>
    person
      .directMessages()
      .filter(({ text }) => text.includes(orderNumber(number)))
      .map((message) => `to ${person.name} ${post(message)}`),
  );
  const facts = channels.flatMap((channel) => [
    `channel ${channel.name}, ${channel.isPrivate ? 'private' : 'public'}, ${channel.isArchived ? 'archived' : 'open'}`,
    `topic ${channel.topic}`,
    ...channel.members.map((member) => `member ${member}`),
    ...channel.messages.filter(({ subtype }) => isSystem(subtype)).map(({ subtype, text }) => `${subtype} ${text}`),
    ...repliesOf(channel.messages),
    ...channel.pins.map(({ text }) => `pin ${text}`),
    ...channel.bookmarks.map(({ title, link }) => `bookmark ${title} → ${fileBehind(sandbox.workspace, link)}`),
  ]);
  return {
    posts: [...posts, ...direct].map(said),
    facts: [...facts, ...(await filesOf(scene, number)), ...(await historyOf(scene, number))].map(said).toSorted(),
  };
}

/** What is missing in a picture, and what is there too often, compared with the one it should equal. */
export function difference(wanted: Picture, found: Picture): { lost: string[]; doubled: string[] } {
  const lost: string[] = [];
  const left = [...found.posts, ...found.facts];
  for (const line of [...wanted.posts, ...wanted.facts]) {
    const at = left.indexOf(line);
    if (at < 0) lost.push(line);
    else left.splice(at, 1);
  }
  return { lost, doubled: left };
}

const isSystem = (subtype: string | undefined) => subtype?.startsWith('channel_') ?? false;

/** Replies stand in their threads, wherever they came between the posts of the channel. */
const standsInChannel = ({ subtype, threadTs }: Message) => !isSystem(subtype) && threadTs === undefined;

/** Every reply, with what it stands under. */
const repliesOf = (messages: readonly Message[]): string[] =>
  messages.flatMap((one) =>
    messages.filter(({ threadTs }) => threadTs === one.ts).map((reply) => `under ${post(one)}: ${post(reply)}`),
  );

const post = ({ from, text, shown, files, buttons }: Message): string =>
  [`${from}: ${text}`, shown, ...files.map(({ title }) => `file ${title}`), ...buttons.map((one) => `[${one}]`)].join(
    ' / ',
  );

function fileBehind({ files }: Workspace, link: string): string {
  return [...files.values()].find(({ id }) => link.includes(id))?.title ?? link;
}

/** Every file that can be seen in the order's channels, with where it is and whether its bytes are the right ones. */
async function filesOf({ sandbox, store, renderer }: Scene, number: number): Promise<string[]> {
  const { teamId, workspace } = sandbox;
  const order = await store.orderByNumber(teamId, number);
  if (!order) return [];
  const documents = await store.documents(teamId, order.id);
  const ours = new Set(documents.map(({ fileId }) => fileId));
  const prefix = orderNumber(number).toLowerCase();
  const lines: string[] = [];
  for (const file of workspace.files.values()) {
    const shares = file.shares.filter(({ channel }) => workspace.conversations.get(channel)?.name.startsWith(prefix));
    if (shares.length === 0) continue;
    const sha256 = createHash('sha256')
      .update(file.bytes ?? '')
      .digest('hex');
    const version = documents.find(({ fileId }) => fileId === file.id)?.version;
    const bytes = version === undefined ? sha256 : await judged(version);
    lines.push(`file ${file.title}, shared ${shares.length} times: ${bytes}`);

    async function judged(n: number): Promise<string> {
      const stored = documents.find(({ fileId }) => fileId === file.id);
      const again =
        order && renderer
          ? (await renderedAgain(workspace, renderer, await withHistory(store, order), n)).sha256
          : sha256;
      return `version ${n}, ${stored?.sha256 === sha256 && again === sha256 ? 'the bytes of the history' : 'other bytes than the history says'}`;
    }
  }
  return [...lines, `${ours.size} documents on record`];
}

/** A version's PDF once more, with the photos that are in Slack. */
async function renderedAgain(workspace: Workspace, renderer: Renderer, order: WholeOrder, n: number) {
  const photos = new Map<string, Photo>();
  for (const { fileId } of picturesOf(order.versions.filter((version) => version.n <= n))) {
    const file = workspace.files.get(fileId);
    const photo = file?.bytes && !file.deleted ? await decodePhoto(file.bytes) : undefined;
    if (photo && 'jpeg' in photo) photos.set(fileId, photo);
  }
  return renderer.render(order, n, { photos });
}

/** What the database says: it must agree with what people see. */
async function historyOf({ sandbox: { teamId }, store }: Scene, number: number): Promise<string[]> {
  const found = await store.orderByNumber(teamId, number);
  if (!found) return ['no such order'];
  const order = await withHistory(store, found);
  const posts = [...(await store.posts(teamId, order.id, 'request')), ...(await store.posts(teamId, order.id, 'task'))];
  return [
    `state ${order.state}, ${order.outcome}`,
    ...order.entries.map(({ seq, action, by, version }) => `entry ${seq} ${action.type} by ${by.name}, ${version}`),
    ...order.versions.map(({ n, content }) => `version ${n}: ${content.items.map(({ description }) => description)}`),
    ...posts.map(({ settled }) => `request ${settled ? 'settled' : 'open'}`),
  ];
}

/** A line without what differs between any two orders: number, times, user ids. */
export function comparable(workspace: Workspace, line: string, number: number): string {
  return line
    .replaceAll(/<@(U\w+)>/g, (_, id: string) => `@${workspace.nameOf(id)}`)
    .replaceAll(orderNumber(number), 'SO-#')
    .replaceAll(orderNumber(number).toLowerCase(), 'so-#')
    .replaceAll(/(\d{1,2} \p{L}+ \d{4}|\p{L}+ \d{1,2}, \d{4}), \d{1,2}:\d\d(\s[AP]M)? UTC/gu, 'some time');
}
