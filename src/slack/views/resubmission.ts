import { clip, escaped } from '../../forms/mrkdwn.ts';
import { changeLines } from '../../forms/pages/review.ts';
import type { Submitted, SubmittedBefore } from '../../order/action.ts';
import { changesBetween } from '../../order/amounts/items.ts';
import { type Content, filesBesides } from '../../order/content.ts';
import { listOf } from '../../words/list.ts';
import { ownValue } from '../../words/own-value.ts';
import type { Words } from '../../words/words.ts';
import { fileNames, itemFormat } from './card.ts';

/** Characters of a value that stand in a list of changes. */
const SHOWN = 120;

type Field =
  | 'title'
  | 'client'
  | 'location'
  | 'description'
  | 'priority'
  | 'requestedStart'
  | 'requestedEnd'
  | 'contact'
  | 'clientReference'
  | 'supervisor'
  | 'coordinator'
  | 'proposedCrew';

/**
 * What a submission changed against the one before it, a line each; escaped mrkdwn. `when` writes instants; without it they
 * are only said to have changed.
 */
export function resubmissionLines(
  before: SubmittedBefore,
  after: Submitted,
  words: Words,
  when?: (seconds: number) => string,
): string[] {
  const { changed } = words.entry;
  const { fields } = words;
  const edited = (name: Field): string => changed.text({ label: fields[name].label });
  /** Short texts: old → new. */
  const value = (name: Field, old: string, now: string): string[] => {
    const label = fields[name].label;
    const [was, is] = [clip(escaped(old), SHOWN), clip(escaped(now), SHOWN)];
    if (old === now) return [];
    if (old === '') return [changed.set({ label, after: is })];
    if (now === '') return [changed.cleared({ label, before: was })];
    return [changed.value({ label, before: was, after: is })];
  };
  const instant = (name: Field, old: number, now: number): string[] => {
    if (old === now) return [];
    return [when ? changed.value({ label: fields[name].label, before: when(old), after: when(now) }) : edited(name)];
  };
  const [old, now] = [before.content, after.content];
  const names = ({ proposedCrew = [] }: Content) =>
    listOf(
      proposedCrew.map(({ name }) => name),
      words,
    );
  const items = changesBetween(old.items, now.items, now.decimals);
  const [added, removed] = [
    filesBesides(old.attachments, now.attachments),
    filesBesides(now.attachments, old.attachments),
  ];
  const { priority } = words.order;
  const lines = [
    ...value('title', old.title, now.title),
    ...value('client', old.client, now.client),
    ...value('location', old.location, now.location),
    ...(old.description === now.description ? [] : [edited('description')]),
    ...value('priority', priority[old.priority], priority[now.priority]),
    ...instant('requestedStart', old.requestedStart, now.requestedStart),
    ...instant('requestedEnd', old.requestedEnd, now.requestedEnd),
    ...value('contact', old.contact, now.contact),
    ...value('clientReference', old.clientReference, now.clientReference),
    ...value('supervisor', before.supervisor.name, after.supervisor.name),
    ...value('coordinator', before.coordinator?.name ?? '', after.coordinator?.name ?? ''),
    ...value('proposedCrew', names(old), names(now)),
    ...ownChanges(old, now, changed, words),
    ...(items.length > 0 ? changeLines(items, itemFormat(now, words)) : []),
    ...(before.pricesDiffered ? [changed.prices] : []),
    ...(added.length > 0 ? [changed.filesAdded({ files: fileNames(added, words) })] : []),
    ...(removed.length > 0 ? [changed.filesRemoved({ files: fileNames(removed, words) })] : []),
  ];
  return lines.length > 0 ? [changed.title, ...lines] : [changed.none];
}

/** Own fields that are answered otherwise. */
function ownChanges(before: Content, after: Content, changed: Words['entry']['changed'], words: Words): string[] {
  const said = (content: Content, id: string) => {
    const answer = content.own?.find(({ field }) => field === id);
    return answer ? clip(escaped(ownValue(answer, words)), SHOWN) : '';
  };
  return (after.type?.fields ?? []).flatMap(({ id, label: name }) => {
    const [was, is] = [said(before, id), said(after, id)];
    const label = escaped(name);
    if (was === is) return [];
    if (was === '') return [changed.set({ label, after: is })];
    return [is === '' ? changed.cleared({ label, before: was }) : changed.value({ label, before: was, after: is })];
  });
}
