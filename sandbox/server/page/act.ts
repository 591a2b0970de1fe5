import type { ActResult } from '../../ui/contract.ts';
import { deliverAgain } from '../acts/again.ts';
import { makeChannel } from '../acts/channel.ts';
import { closeModals } from '../acts/close.ts';
import { typeCommand, useMessageShortcut, useShortcut } from '../acts/command.ts';
import { openHome } from '../acts/home.ts';
import { chooseOn, keepChoice, pressOn } from '../acts/interact.ts';
import { sayIn } from '../acts/say.ts';
import { formProblems, submitModal } from '../acts/submit.ts';
import { suggest } from '../acts/suggestions.ts';
import { controlById, type PlaceById, placeById, viewById } from '../acts/touched.ts';
import { visibleChannel } from '../acts/visible.ts';
import { join } from '../changes/channels.ts';
import { setLanguage } from '../changes/people.ts';
import { isObject, type JsonObject, objectOf, stringOf, stringsOf } from '../json.ts';
import type { Outcome } from '../ports.ts';
import type { User } from '../workspace/entities.ts';
import type { World } from '../world.ts';
import { enteredById, keepEntered } from './enter.ts';
import { markRead } from './unread.ts';

type Do = (world: World, user: User, told: JsonObject) => Promise<ActResult> | ActResult;

/** Everything a person can do on the page, by what they touched. */
const ACTS: Record<string, Do> = {
  say: (world, user, told) => {
    const [channel, text, thread] = [word(told, 'channel'), word(told, 'text'), stringOf(told.thread)];
    const files = stringsOf(told.files);
    if (text.trim() === '' && files.length === 0) throw new Error('There is nothing to send');
    sayIn(world, user, { channel, text, files, thread });
    return {};
  },
  command: async (world, user, told) => {
    const { trouble } = await typeCommand(world, user, word(told, 'line'), word(told, 'channel'));
    return trouble === undefined ? {} : { trouble };
  },
  press: async (world, user, told) => {
    const surface = placeById(world, user, placeOf(told));
    const control = controlById(surface, { ...idsOf(told), option: stringOf(told.option) });
    if (!['button', 'overflow'].includes(String(control.element.type))) throw new Error('This is no button');
    await keepEntered(world, user, surface, objectOf(told.values));
    const presses = Array.from({ length: told.twice === true ? 2 : 1 }, () => pressOn(world, user, surface, control));
    return unanswered(await Promise.all(presses));
  },
  enter: async (world, user, told) => {
    const surface = placeById(world, user, placeOf(told));
    const control = controlById(surface, idsOf(told));
    const state = await enteredById(world, user, surface, idsOf(told), told.value);
    await keepEntered(world, user, surface, objectOf(told.values));
    if (told.dispatch === true) return unanswered([await chooseOn(world, user, surface, control, state)]);
    keepChoice(surface, user, control, state);
    return {};
  },
  suggest: async (world, user, told) => {
    const surface = placeById(world, user, placeOf(told));
    const control = controlById(surface, idsOf(told));
    return { options: await suggest({ world, user, surface, control }, word(told, 'typed')) };
  },
  submit: async (world, user, told) => {
    const view = viewById(world, user, word(told, 'view'));
    const refused = await keepEntered(world, user, { in: 'view', view }, objectOf(told.values));
    const problems = { ...formProblems(view), ...refused };
    if (Object.keys(problems).length > 0) return { problems };
    const result = await submitModal(world, user, view);
    return 'trouble' in result ? { trouble: result.trouble } : {};
  },
  close: async (world, user, told) => {
    await closeModals(world, user, viewById(world, user, word(told, 'view')), told.all === true);
    return {};
  },
  shortcut: async (world, user, told) => unanswered([await useShortcut(world, user, word(told, 'name'))]),
  messageShortcut: async (world, user, told) =>
    unanswered([await useMessageShortcut(world, user, word(told, 'name'), { ts: word(told, 'ts') })]),
  openHome: async (world, user) => {
    await openHome(world, user);
    return {};
  },
  read: (world, user, told) => {
    markRead(world.workspace, user, visibleChannel(world, user, word(told, 'channel')));
    return {};
  },
  join: (world, user, told) => {
    const channel = visibleChannel(world, user, word(told, 'channel'));
    if (channel.archived) throw new Error(`#${channel.name} is archived`);
    join(world.workspace, channel, user.id);
    return {};
  },
  createChannel: (world, user, told) => ({
    channel: makeChannel(world, user, { name: word(told, 'name'), isPrivate: told.isPrivate === true }).id,
  }),
  dismiss: ({ workspace }, user, told) => {
    const index = workspace.ephemerals.findIndex((one) => one.ephemeralTo === user.id && one.ts === told.ts);
    if (index >= 0) workspace.ephemerals.splice(index, 1);
    workspace.changed();
    return {};
  },
  language: ({ workspace }, user, told) => {
    setLanguage(workspace, user, word(told, 'locale'));
    return {};
  },
  redeliver: async (world, user) => {
    await deliverAgain(world, user);
    return {};
  },
};

/** Does what the page says the person did; throws, in words for them, when they cannot. */
export async function doAct(world: World, user: User, told: JsonObject): Promise<ActResult> {
  const name = String(told.act);
  const act = Object.hasOwn(ACTS, name) ? ACTS[name] : undefined;
  if (act === undefined) throw new Error(`There is no act "${name}"`);
  if (user.deleted || user.isBot) throw new Error(`Nobody can sign in as ${user.realName}`);
  return act(inTab(world, stringOf(told.tab) ?? ''), user, told);
}

/** The workspace as it is acted on from one tab: what an act opens belongs to that. */
const inTab = (world: World, tab: string): World => ({
  ...world,
  triggers: { ...world.triggers, issue: (userId) => world.triggers.issue(userId, tab) },
});

const REASONS = { timeout: 'operation_timeout', lost: 'dispatch_failed', unreachable: 'dispatch_failed' } as const;

function unanswered(outcomes: Outcome[]): ActResult {
  const [failed] = outcomes.flatMap((outcome) => (outcome.status === 'unanswered' ? [outcome.reason] : []));
  if (failed === undefined) return {};
  const why = Object.entries(REASONS).find(([reason]) => reason === failed)?.[1] ?? 'dispatch_failed';
  return { trouble: `The app did not answer in time (${why}).` };
}

function word(told: JsonObject, name: string): string {
  const value = told[name];
  if (typeof value !== 'string') throw new Error(`"${name}" is missing`);
  return value;
}

function placeOf({ place }: JsonObject): PlaceById {
  if (isObject(place) && typeof place.view === 'string') return { view: place.view };
  const { channel, ts } = objectOf(place);
  if (typeof channel === 'string' && typeof ts === 'string') return { channel, ts };
  throw new Error('"place" needs { view } or { channel, ts }');
}

const idsOf = (told: JsonObject) => ({ block: word(told, 'block'), action: word(told, 'action') });
