import { deliverAgain } from './acts/again.ts';
import { closeModals } from './acts/close.ts';
import { type CommandResult, typeCommand, useMessageShortcut, useShortcut } from './acts/command.ts';
import { entered, type FillValue, type PickedFile } from './acts/entries.ts';
import { fillModal } from './acts/fill.ts';
import { openHome } from './acts/home.ts';
import { chooseOn, pressOn } from './acts/interact.ts';
import { sayIn } from './acts/say.ts';
import { screenOf } from './acts/screen.ts';
import { type SubmitResult, submitModal, submitTwice } from './acts/submit.ts';
import { canSee, findControl, visibleChannel, type Where } from './acts/visible.ts';
import { setLanguage } from './changes/people.ts';
import { stackOf } from './changes/views.ts';
import { textOf } from './json.ts';
import { choosables, fields, keysOf, matching, type Name, pressables } from './shown/controls.ts';
import { type Message, shownMessage } from './shown/message-view.ts';
import { type HomeView, homeView, type ModalView, modalView } from './shown/modal-view.ts';
import type { OpenView, User } from './workspace/entities.ts';
import type { World } from './world.ts';

/** A person at their screen. Every act resolves when Slack's part is done and throws when a human could not do it. */
export interface Person {
  id: string;
  name: string;
  command(line: string, where?: string): Promise<CommandResult>;
  shortcut(name: string): Promise<void>;
  messageShortcut(name: string, message: { ts: string }): Promise<void>;
  openHome(): Promise<HomeView | undefined>;
  home(): HomeView | undefined;
  /** A button goes by its action_id, or what stands after the last colon of it, or else by its words. */
  press(name: Name, where?: Where): Promise<void>;
  /** Both presses are delivered at the same time. */
  doublePress(name: Name, where?: Where): Promise<void>;
  choose(name: Name, option: FillValue, where?: Where): Promise<void>;
  /** Waits for a modal, by its callback_id, or what stands after the last colon of it, or else by its title. */
  modal(name?: Name, timeoutMs?: number): Promise<ModalView>;
  topModal(): ModalView | undefined;
  /** A field goes by its block_id, or else by its label. */
  fill(values: Record<string, FillValue>): Promise<void>;
  submit(): Promise<SubmitResult>;
  /** One press of the submit button that is delivered twice at the same time. */
  submitTwice(): Promise<SubmitResult[]>;
  closeModal(all?: boolean): Promise<void>;
  back(): Promise<void>;
  /** The errors under the fields of the modal, by block_id. */
  errors(): Record<string, string>;
  say(channel: string, text: string, files?: PickedFile[]): Promise<Message>;
  messages(channel: string): Message[];
  directMessages(): Message[];
  ephemerals(): Message[];
  notifications(): string[];
  channels(): string[];
  /** Sets their Slack to another language, e.g. `es-LA`; the app is told by `user_change`. */
  setLanguage(locale: string): void;
  redeliverLast(): Promise<void>;
  screen(): string;
}

/** The acts of one person. */
export function createPerson(world: World, user: User): Person {
  const { workspace } = world;
  const top = (): OpenView => {
    const view = stackOf(workspace, user.id).at(-1);
    if (view === undefined) throw new Error(`${user.realName} has no modal open`);
    return view;
  };
  const press = (name: Name, where: Where = {}) => findControl(world, user, { name, where, list: pressables });
  const fits = ({ title, callbackId }: OpenView, name: Name | undefined) => {
    if (name === undefined) return true;
    if (name instanceof RegExp) return name.test(textOf(title)) || name.test(callbackId);
    return keysOf(callbackId).includes(name) || textOf(title).includes(name);
  };
  const shown = (messages: Parameters<typeof shownMessage>[1][]) => messages.map((one) => shownMessage(workspace, one));

  return {
    id: user.id,
    name: user.realName,
    command: (line, where) => typeCommand(world, user, line, where),
    shortcut: async (name) => void (await useShortcut(world, user, name)),
    messageShortcut: async (name, message) => void (await useMessageShortcut(world, user, name, message)),
    openHome: () => openHome(world, user),
    home: () => {
      const view = workspace.homes.get(user.id);
      return view && homeView(workspace, view);
    },
    press: async (name, where) => {
      const { surface, control } = press(name, where);
      await pressOn(world, user, surface, control);
    },
    doublePress: async (name, where) => {
      const { surface, control } = press(name, where);
      await Promise.all([pressOn(world, user, surface, control), pressOn(world, user, surface, control)]);
    },
    choose: async (name, value, where = {}) => {
      const form = stackOf(workspace, user.id).at(-1);
      const [field] = matching(fields(form?.blocks ?? []), name);
      if (field !== undefined && isFormPlace(where)) return fillModal(world, user, { [field.keys[0] ?? '']: value });
      const { surface, control } = findControl(world, user, { name, where, list: choosables });
      if (control.element.type === 'overflow')
        return void (await pressOn(world, user, surface, press(String(value), where).control));
      const state = await entered({ world, user, surface, control, value });
      await chooseOn(world, user, surface, control, state);
    },
    modal: async (name, timeoutMs = 5000) => {
      const open = () => stackOf(workspace, user.id).at(-1);
      const found = await workspace
        .waitFor(() => {
          const view = open();
          return view !== undefined && fits(view, name) && view;
        }, timeoutMs)
        .catch(() => {
          throw new Error(
            `No modal "${name ?? ''}" for ${user.realName} within ${timeoutMs} ms. ${screenOf(world, user)}`,
          );
        });
      return modalView(workspace, found);
    },
    topModal: () => {
      const view = stackOf(workspace, user.id).at(-1);
      return view && modalView(workspace, view);
    },
    fill: (values) => fillModal(world, user, values),
    submit: async () => submitModal(world, user, top()),
    submitTwice: async () => submitTwice(world, user, top()),
    closeModal: async (all = false) => closeModals(world, user, top(), all),
    back: async () => {
      if (stackOf(workspace, user.id).length < 2) throw new Error(`${user.realName} has no modal to go back to`);
      await closeModals(world, user, top(), false);
    },
    errors: () => ({ ...top().errors }),
    say: async (channel, text, files) => sayIn(world, user, { channel, text, files: files ?? [] }),
    messages: (name) => shown(visibleChannel(world, user, name).messages),
    directMessages: () => shown(workspace.directMessages(user.id).messages),
    ephemerals: () => shown(workspace.ephemerals.filter((message) => message.ephemeralTo === user.id)),
    notifications: () => (workspace.notices.get(user.id) ?? []).map(({ text }) => text),
    channels: () =>
      workspace
        .allChannels()
        .filter((channel) => canSee(user, channel))
        .map((channel) => channel.name),
    setLanguage: (locale) => setLanguage(workspace, user, locale),
    redeliverLast: () => deliverAgain(world, user),
    screen: () => screenOf(world, user),
  };
}

const isFormPlace = (where: Where) => where.channel === undefined && where.message === undefined && where.home !== true;
