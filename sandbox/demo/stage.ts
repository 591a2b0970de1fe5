import type { RemotePerson, RemoteSandbox } from '../client.ts';
import type { FillValue } from '../server/acts/entries.ts';
import type { ModalView } from '../server/acts/modal-view.ts';
import type { ChannelSummary } from '../server/channel-summary.ts';
import type { Message } from '../server/message-view.ts';
import { messageLines, modalLines, type Names } from './screen.ts';
import { shows } from './terminal.ts';

/** What the story needs: people, and screens that are waited for and then shown. */
export interface Stage {
  person(key: string): RemotePerson;
  /** The person's open form, once it has that title and those words on it. */
  form(person: RemotePerson, title: string, words?: string): Promise<ModalView>;
  /** The newest direct message of the app to the person that has these words. */
  directMessage(person: RemotePerson, words: string): Promise<Message>;
  /** The open request to a supervisor whose text has these words. */
  request(supervisor: RemotePerson, words: string): Promise<Message>;
  /** The channel of an order, once it looks as asked. */
  channel(order: string, looks: (channel: ChannelSummary) => boolean, what: string): Promise<ChannelSummary>;
  /** The channel of an order, once that version's PDF and its bookmark are there. */
  issued(order: string, version: number): Promise<ChannelSummary>;
  showForm(person: RemotePerson, form: ModalView): Promise<void>;
  showMessage(place: string, message: Message | undefined): Promise<void>;
}

const PATIENCE_MS = 30_000;
const LOOK_AGAIN_MS = 30;

/** Asks again and again until there is an answer; rejects, naming `what`, when there is none in time. */
async function until<T>(what: string, ask: () => Promise<T | undefined | false>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`Waited ${PATIENCE_MS / 1000} seconds in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

/** The stage on a running sandbox. */
export function createStage(sandbox: RemoteSandbox): Stage {
  const channelNow = async (order: string) =>
    (await sandbox.state()).channels.find(({ name }) => name.startsWith(`${order.toLowerCase()}-`));
  const names = async (): Promise<Names> => {
    const { people, channels } = await sandbox.state();
    return new Map([...people, ...channels].map(({ id, name }) => [id, name]));
  };
  const channel: Stage['channel'] = (order, looks, what) =>
    until(`${order}: ${what}`, async () => {
      const now = await channelNow(order);
      return now && looks(now) && now;
    });

  return {
    person(key) {
      const found = sandbox.people[key];
      if (!found) throw new Error(`There is nobody called ${key} in the sandbox`);
      return found;
    },
    form: (person, title, words = '') =>
      until(`${person.name} sees the form “${title}” ${words}`, async () => {
        const top = await person.topModal();
        return top?.title === title && top.shown.includes(words) && top;
      }),
    directMessage: (person, words) =>
      until(`${person.name} gets a direct message: ${words}`, async () =>
        (await person.directMessages()).findLast(({ text }) => text.includes(words)),
      ),
    request: (supervisor, words) =>
      until(`${supervisor.name} is asked to approve: ${words}`, async () =>
        (await supervisor.directMessages()).findLast(
          ({ buttons, shown }) => buttons.includes('Approve') && shown.includes(words),
        ),
      ),
    channel,
    issued: (order, version) =>
      channel(
        order,
        ({ files, bookmarks }) =>
          files.includes(`${order} v${version}.pdf`) && bookmarks.some(({ title }) => title.includes(`v${version}`)),
        `the PDF of version ${version}`,
      ),
    showForm: async (person, form) => shows(`${form.title} · ${person.name}`, modalLines(form, await names())),
    showMessage: async (place, message) => {
      if (!message) throw new Error(`There is no message to show: ${place}`);
      shows(place, messageLines(message, await names()));
    },
  };
}

/** Enters the values and presses the form's last button; the form must close. */
export async function send(person: RemotePerson, values: Record<string, FillValue> = {}): Promise<void> {
  await person.fill(values);
  const result = await person.submit();
  if (!('closed' in result)) throw new Error(`${person.name}'s form did not close: ${JSON.stringify(result)}`);
}

/** Enters the values and presses Next; resolves with the next page. */
export async function turn(person: RemotePerson, values: Record<string, FillValue> = {}): Promise<ModalView> {
  await person.fill(values);
  const result = await person.submit();
  if (!('view' in result)) throw new Error(`${person.name} got no next page: ${JSON.stringify(result)}`);
  return result.view;
}
