import {
  attachmentsOf,
  type Effect,
  type Entry,
  filesBesides,
  type Order,
  type Party,
  peopleOf,
  type TellKind,
} from './order.ts';
import type { Policy } from './workflow.ts';

/** What an accepted entry makes Slack owed. */
export type Owe = (after: Order, entry: Entry, before: Order | undefined, policy: Policy) => Effect[];

export const openChannel: Owe = () => [{ type: 'open_channel' }];
export const inviteOffice: Owe = (after) => invite([after.requester, after.supervisor, after.coordinator]);
export const inviteCrew: Owe = (after) => invite([...after.crew, after.coordinator]);
/** Only people who were not on the order before: somebody who left the channel is not dragged back. */
export const inviteNewcomers: Owe = (after, _, before) => {
  const was = ids(before ? peopleOf(before).map(([, party]) => party) : []);
  return invite(
    peopleOf(after)
      .map(([, party]) => party)
      .filter(({ id }) => !was.has(id)),
  );
};
/** Whoever has no part in the order any more leaves its channel; looked at again when it comes to it. */
export const removeLeavers: Owe = (after, _, before) => {
  const is = ids(peopleOf(after).map(([, party]) => party));
  const people = [...ids(before ? peopleOf(before).map(([, party]) => party) : [])].filter((id) => !is.has(id));
  return people.length === 0 ? [] : [{ type: 'remove_people', people }];
};
export const inviteEverybody: Owe = (after) => [
  ...invite([after.requester, after.supervisor, after.coordinator, ...after.crew]),
];
export const refreshCard: Owe = () => [{ type: 'refresh_card' }, { type: 'sync_channel_metadata' }];
export const postEntry: Owe = (_, entry) => [{ type: 'post_entry', entry: entry.seq }];
/** A file that was taken off the order once may be owed twice; whoever shares it looks at the whole history. */
export const shareAttachments: Owe = (_, entry, before) => {
  const known = before ? [...before.content.attachments, ...before.photos] : [];
  return filesBesides(known, attachmentsOf(entry)).length > 0 ? [{ type: 'share_attachments', entry: entry.seq }] : [];
};
export const issueDocument: Owe = (_, entry) =>
  entry.version === null ? [] : [{ type: 'issue_document', version: entry.version }];
export const settleRequest: Owe = (_, entry) => [{ type: 'settle_request', entry: entry.seq }];
export const archiveNow: Owe = (_, entry) => [{ type: 'archive_channel', entry: entry.seq, notBefore: entry.at }];
export const archiveLater: Owe = (_, entry, _before, policy) => [
  { type: 'archive_channel', entry: entry.seq, notBefore: entry.at + Math.round(policy.archiveAfterDays * 86_400) },
];
export const askSupervisor: Owe = (after, entry) => tell(entry, [[after.supervisor, 'request']]);
export const tellRequester =
  (about: TellKind): Owe =>
  (after, entry) =>
    tell(entry, [[after.requester, about]]);
export const tellEverybody: Owe = (after, entry) =>
  tell(entry, [
    ...after.crew.map((party): Recipient => [party, 'crew_joined']),
    [after.requester, 'approved'],
    ...(after.coordinator ? [[after.coordinator, 'approved'] satisfies Recipient] : []),
  ]);
export const tellCrewChanges: Owe = (after, entry, before) => {
  const was = ids(before?.crew ?? []);
  const is = ids(after.crew);
  return tell(entry, [
    ...after.crew.filter((party) => !was.has(party.id)).map((party): Recipient => [party, 'crew_joined']),
    ...(before?.crew ?? []).filter((party) => !is.has(party.id)).map((party): Recipient => [party, 'crew_left']),
  ]);
};
export const tellSupervisor =
  (about: TellKind): Owe =>
  (after, entry) =>
    tell(entry, [[after.supervisor, about]]);
export const tellOffice =
  (about: TellKind): Owe =>
  (after, entry) =>
    tell(entry, [
      [after.requester, about],
      [after.supervisor, about],
    ]);
export const tellCrew =
  (about: TellKind): Owe =>
  (after, entry) =>
    tell(entry, [...after.crew.map((party): Recipient => [party, about]), [after.requester, about]]);

type Recipient = [Party, TellKind];

/** Nobody is told of their own doing, and nobody is told of one entry twice: the first reason given counts. */
function tell(entry: Entry, told: readonly Recipient[]): Effect[] {
  const seen = new Set([entry.by.id]);
  return told.flatMap(([party, about]) => {
    if (seen.has(party.id)) return [];
    seen.add(party.id);
    return [{ type: 'tell', person: party.id, about, entry: entry.seq } satisfies Effect];
  });
}

function invite(parties: readonly (Party | null)[]): Effect[] {
  const people = [...ids(parties.filter((party) => party !== null))];
  return people.length === 0 ? [] : [{ type: 'invite', people }];
}

const ids = (parties: readonly Party[]): Set<string> => new Set(parties.map((party) => party.id));
