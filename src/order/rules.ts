import { type ActionType, attachmentsOf, type Entry } from './action.ts';
import { filesBesides } from './content.ts';
import type { Effect, TellKind } from './effect.ts';
import { type Order, peopleOf, STATES, type State } from './order.ts';
import type { Acting, Part, Party } from './people.ts';
import type { Policy } from './policy.ts';
import { actingIn } from './progress/asked.ts';

/** What an accepted entry makes Slack owed. */
type Owe = (after: Order, entry: Entry, before: Order | undefined, policy: Policy) => Effect[];

/** The people who are this to the order, in the order of the roles; of those asked in a supervisor's place, only what is asked of them. */
const partiesOf = (order: Order, ...roles: readonly Part[]): Party[] =>
  roles.flatMap((role) => actingIn(order).flatMap(([is, party]) => (is === role ? [party] : [])));

const everybody = (order: Order | undefined): Party[] => (order ? peopleOf(order).map(([, party]) => party) : []);

/** The ids of these people, each once, without the others. */
function idsOf(parties: readonly Party[], without: readonly Party[] = []): string[] {
  const not = new Set(without.map(({ id }) => id));
  return [...new Set(parties.map(({ id }) => id))].filter((id) => !not.has(id));
}

/** The document with prices of a version, for those who answer for the order: where the office has no channel for it. */
export const pricedForPeople = ({ requester, supervisor }: Order, version: number): Effect[] =>
  idsOf([requester, supervisor]).map((to) => ({ type: 'issue_document', version, copy: 'priced', to }));

/** Seconds that a reminder waits for others to the same person: what falls due together is told together. */
const TOGETHER = 5;

const openChannel: Owe = () => [{ type: 'open_channel' }];
const refreshCard: Owe = () => [{ type: 'refresh_card' }, { type: 'sync_channel_metadata' }];
const postEntry: Owe = (_, entry) => [{ type: 'post_entry', entry: entry.seq }];
const settleRequest: Owe = (_, entry) => [{ type: 'settle_request', entry: entry.seq }];
/** The crew's own messages say what can be done, and when; who was told of this just now sees it already. */
const refreshCrew: Owe = (_, _entry, before) =>
  before && before.crew.length > 0 ? [{ type: 'refresh_crew_messages' }] : [];
/** Whether extra cost waits for its supervisor's word. */
const awaitsAnswer = ({ progress: { question } }: Order): boolean => question !== null && !question.disputed;
/** What the supervisor before was asked; of an approved order that is extra cost or nothing. */
const settleAsked: Owe = (after, entry, before, policy) =>
  after.state === 'submitted' || awaitsAnswer(after) ? settleRequest(after, entry, before, policy) : [];
/** A question about extra cost that an earlier confirmation asked is answered by the one after it. */
const settleOlder: Owe = (after, entry, before, policy) =>
  before?.progress.question ? settleRequest(after, entry, before, policy) : [];
/** Where only the office sees prices, the channel gets a copy without them. */
const issueDocument: Owe = (after, { version }, _before, { pricedChannel }) => {
  if (version === null) return [];
  if (after.content.pricesFor === 'everybody') return [{ type: 'issue_document', version }];
  return [
    { type: 'issue_document', version, copy: 'work' },
    ...(pricedChannel
      ? [{ type: 'issue_document', version, copy: 'priced', to: pricedChannel } as const]
      : pricedForPeople(after, version)),
  ];
};
/** The new supervisor gets the newest document with prices as well, where no channel of the office has it. */
const issueToSupervisor: Owe = ({ content, latest, supervisor }, _entry, _before, { pricedChannel }) =>
  latest && content.pricesFor === 'office' && !pricedChannel
    ? [{ type: 'issue_document', version: latest.n, copy: 'priced', to: supervisor.id }]
    : [];
const archiveNow: Owe = (_, entry) => [{ type: 'archive_channel', entry: entry.seq, notBefore: entry.at }];
const archiveLater: Owe = (_, entry, _before, policy) => [
  { type: 'archive_channel', entry: entry.seq, notBefore: entry.at + Math.round(policy.archiveAfterDays * 86_400) },
];

/** What comes after the end of an order may have needed a next channel. */
const archiveAgain: Owe = (after, entry, before, policy) =>
  after.outcome === null ? [] : archiveLater(after, entry, before, policy);

/** A file that was taken off the order once may be owed twice; the effect itself looks at the whole history. */
const shareAttachments: Owe = (_, entry, before) => {
  const known = before ? [...before.content.attachments, ...before.photos] : [];
  // What people posted there stands there.
  const brought = attachmentsOf(entry).filter(({ posted }) => !posted);
  return filesBesides(known, brought).length > 0 ? [{ type: 'share_attachments', entry: entry.seq }] : [];
};

const invited = (people: readonly string[]): Effect[] => (people.length === 0 ? [] : [{ type: 'invite', people }]);
const invite =
  (...roles: readonly Part[]): Owe =>
  (after) =>
    invited(idsOf(partiesOf(after, ...roles)));
/** Only people who were not on the order before: somebody who left the channel is not dragged back. */
const inviteNewcomers: Owe = (after, _, before) => invited(idsOf(everybody(after), everybody(before)));
/** Those who have no part in the order any more leave its channel; this is checked again when it is carried out. */
const removeLeavers: Owe = (after, _, before) => {
  const people = idsOf(everybody(before), everybody(after));
  return people.length === 0 ? [] : [{ type: 'remove_people', people }];
};

const tell =
  (about: TellKind, ...roles: readonly Part[]): Owe =>
  (after, entry) =>
    told(entry, about, partiesOf(after, ...roles));
const tellApproved: Owe = (after, entry) => [
  ...told(entry, 'crew_joined', after.crew),
  ...told(entry, 'approved', partiesOf(after, 'requester', 'coordinator'), after.crew),
];
const tellCrewChanges: Owe = (after, entry, before) => [
  ...told(entry, 'crew_joined', after.crew, before?.crew),
  ...told(entry, 'crew_left', before?.crew ?? [], after.crew),
];
/** Everybody who stays is told of a new time. */
const tellNewTime: Owe = (after, entry, before) => {
  if (after.plannedStart === null || after.plannedStart === before?.plannedStart) return [];
  const joined = after.crew.filter(({ id }) => !before?.crew.some((one) => one.id === id));
  return told(entry, 'rescheduled', partiesOf(after, 'crew', 'coordinator', 'requester', 'supervisor'), joined);
};
/** What a confirmation makes of extra cost: the supervisor is asked, or told that there is none. */
const tellConfirmed: Owe = (after, entry) => {
  const asks = after.progress.question?.entry === entry.seq;
  return told(entry, asks ? 'extra_cost' : 'confirmed', partiesOf(after, 'supervisor'));
};
/** Those who answer for the order are told that the client has signed; who handed over the phone has seen it. */
const tellSigned: Owe = (after, entry) => {
  const askedBy = entry.action.type === 'sign' ? entry.action.askedBy : undefined;
  const seen = askedBy === undefined ? [] : [{ id: askedBy, name: '' }];
  return told(entry, 'signed', partiesOf(after, 'supervisor', 'requester'), seen);
};
const remindThem: Owe = ({ id }, entry) =>
  entry.action.type === 'remind'
    ? entry.action.people.map((one) => ({
        ...{ type: 'send_reminder', person: one.id, order: id, entry: entry.seq, notBefore: entry.at + TOGETHER },
      }))
    : [];
/** Those who are asked as well get what the supervisor got; a substitute is told of all that waits at once. */
const askOthers: Owe = (_, entry) =>
  entry.action.type === 'remind' && entry.action.step > 0
    ? told(entry, entry.action.about === 'extra_cost' ? 'extra_cost' : 'request', entry.action.asked ?? [])
    : [];

/** A reopened order may cost more than was approved. */
const askExtraCost: Owe = (after, entry) => (awaitsAnswer(after) ? told(entry, 'extra_cost', [after.supervisor]) : []);

/** What a new supervisor is told: what is asked of them, or that the order is theirs now. */
const taskOf = (order: Order): TellKind =>
  order.state === 'submitted' ? 'request' : awaitsAnswer(order) ? 'extra_cost' : 'took_over';
/** Whose order it was is told as well, when somebody else handed it over. */
const tellHandedOver: Owe = (after, entry, before) => [
  ...told(entry, taskOf(after), [after.supervisor, ...partiesOf(after, 'substitute')]),
  ...told(entry, 'handed_over', [after.requester, ...(before ? [before.supervisor] : [])], [after.supervisor]),
];

/** Nobody is told of their own doing, nobody twice, and none of those `besides`. */
const told = (entry: Entry, about: TellKind, parties: readonly Party[], besides: readonly Party[] = []): Effect[] =>
  idsOf(parties, [entry.by, ...besides]).map((person) => ({ type: 'tell', person, about, entry: entry.seq }));

interface Rule {
  readonly from: readonly (State | 'new')[];
  readonly by: readonly Acting[];
  /** Null: it stays as it is. */
  readonly to: State | null;
  readonly effects: readonly Owe[];
}

/** Every action an order knows: when it is legal, who may take it, where it leads, what Slack must then show. */
// biome-ignore format: a table reads best as a table
export const rules: Readonly<Record<ActionType, Rule>> = {
  submit:              { from: ['new'],                             by: ['requester'],               to: 'submitted',         effects: [openChannel, invite('requester', 'supervisor', 'substitute', 'coordinator'), refreshCard, postEntry, shareAttachments, tell('request', 'supervisor', 'substitute')] },
  edit:                { from: ['submitted'],                       by: ['requester'],               to: 'submitted',         effects: [inviteNewcomers, removeLeavers, refreshCard, postEntry, shareAttachments, settleRequest, tell('request', 'supervisor', 'substitute')] },
  hand_over:           { from: ['submitted', 'approved'],           by: ['supervisor'],              to: null,                effects: [inviteNewcomers, removeLeavers, refreshCard, postEntry, settleAsked, issueToSupervisor, tellHandedOver] },
  request_changes:     { from: ['submitted'],                       by: ['supervisor', 'substitute'], to: 'changes_requested', effects: [refreshCard, postEntry, settleRequest, tell('changes_requested', 'requester')] },
  resubmit:            { from: ['changes_requested'],               by: ['requester'],               to: 'submitted',         effects: [inviteNewcomers, removeLeavers, refreshCard, postEntry, shareAttachments, settleRequest, tell('request', 'supervisor', 'substitute')] },
  approve:             { from: ['submitted'],                       by: ['supervisor', 'substitute'], to: 'approved',          effects: [invite('crew', 'coordinator'), removeLeavers, refreshCard, postEntry, issueDocument, settleRequest, tellApproved] },
  reject:              { from: ['submitted'],                       by: ['supervisor', 'substitute'], to: 'rejected',          effects: [refreshCard, postEntry, settleRequest, tell('rejected', 'requester'), archiveNow] },
  withdraw:            { from: ['submitted', 'changes_requested'],  by: ['requester', 'supervisor'], to: 'withdrawn',         effects: [refreshCard, postEntry, settleRequest, tell('withdrawn', 'requester'), archiveNow] },
  assign:              { from: ['approved'],                        by: ['supervisor', 'coordinator'], to: 'approved',        effects: [inviteNewcomers, removeLeavers, refreshCard, postEntry, settleRequest, tellCrewChanges, tellNewTime, refreshCrew] },
  confirm_partial:     { from: ['approved'],                        by: ['crew', 'coordinator'],     to: 'approved',          effects: [refreshCard, postEntry, issueDocument, shareAttachments, settleOlder, tellConfirmed, refreshCrew] },
  confirm_final:       { from: ['approved'],                        by: ['crew', 'coordinator'],     to: 'completed',         effects: [refreshCard, postEntry, issueDocument, shareAttachments, settleRequest, tell('closed', 'requester', 'supervisor'), refreshCrew, archiveLater] },
  close:               { from: ['approved'],                        by: ['crew', 'coordinator'],     to: 'completed',         effects: [refreshCard, postEntry, issueDocument, shareAttachments, settleRequest, tell('closed', 'requester', 'supervisor'), refreshCrew, archiveLater] },
  close_not_performed: { from: ['approved'],                        by: ['crew', 'coordinator'],     to: 'not_performed',     effects: [refreshCard, postEntry, issueDocument, shareAttachments, settleRequest, tell('closed', 'requester', 'supervisor'), refreshCrew, archiveLater] },
  start_work:          { from: ['approved'],                        by: ['crew', 'coordinator'],     to: 'approved',          effects: [refreshCard, postEntry, refreshCrew] },
  hold:                { from: ['approved'],                        by: ['crew', 'coordinator', 'supervisor'], to: 'approved', effects: [refreshCard, postEntry, tell('held', 'supervisor', 'coordinator', 'requester'), refreshCrew] },
  resume:              { from: ['approved'],                        by: ['crew', 'coordinator', 'supervisor', 'system'], to: 'approved', effects: [refreshCard, postEntry, tell('resumed', 'crew', 'coordinator'), refreshCrew] },
  reschedule:          { from: ['approved'],                        by: ['supervisor', 'coordinator'], to: 'approved',        effects: [refreshCard, postEntry, tellNewTime, refreshCrew] },
  accept_extra:        { from: ['approved'],                        by: ['supervisor', 'substitute'], to: 'approved',          effects: [refreshCard, postEntry, issueDocument, settleRequest, tell('extra_accepted', 'crew', 'coordinator'), refreshCrew] },
  accept_final:        { from: ['approved'],                        by: ['supervisor', 'substitute'], to: 'completed',         effects: [refreshCard, postEntry, issueDocument, settleRequest, tell('closed', 'requester', 'crew', 'coordinator'), refreshCrew, archiveLater] },
  dispute_extra:       { from: ['approved'],                        by: ['supervisor', 'substitute'], to: 'approved',          effects: [refreshCard, postEntry, settleRequest, tell('extra_disputed', 'crew', 'coordinator')] },
  add_photos:          { from: ['approved'],                        by: ['crew', 'coordinator', 'supervisor', 'requester'], to: 'approved', effects: [refreshCard, postEntry] },
  sign:                { from: ['approved', 'completed'],           by: ['client'],                  to: null,                effects: [refreshCard, postEntry, issueDocument, tellSigned, refreshCrew, archiveAgain] },
  remind:              { from: ['submitted', 'changes_requested', 'approved'], by: ['system'],       to: null,                effects: [inviteNewcomers, remindThem, askOthers] },
  lapse:               { from: STATES,                              by: ['system'],                  to: null,                effects: [] },
  reopen:              { from: ['completed', 'not_performed'],      by: ['supervisor'],              to: 'approved',          effects: [openChannel, invite('requester', 'supervisor', 'coordinator', 'crew'), refreshCard, postEntry, tell('reopened', 'crew', 'requester'), askExtraCost] },
};
