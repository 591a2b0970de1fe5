import type { Person } from '../../sandbox/server/acts.ts';
import type { Message } from '../../sandbox/server/shown/message-view.ts';
import { wordsFor } from '../../src/words/words.ts';
import { submitOrder } from './acting.ts';
import type { Office } from './moved-time.ts';

interface Submission {
  readonly title?: string;
  readonly supervisor?: Person;
  readonly contact?: string;
  /** Days until it is to begin, at nine. */
  readonly days?: number;
}

/** Ana submits an order; its channel's name. */
export function submitIn(office: Office, submission: Submission = {}): Promise<string> {
  const { title = 'Replace pump', supervisor = office.people.sam, contact = '', days = 4 } = submission;
  const when = {
    requestedStart: new Date(office.at(9, days)),
    requestedEnd: new Date(office.at(11, days)),
    ...(contact ? { contact } : {}),
  };
  return submitOrder(office, office.people.ana, supervisor, { job: { title }, when });
}

/** What somebody was reminded of, in the language of their Slack. */
export function remindersOf(person: Person, locale = 'en-GB'): Message[] {
  const [begin = ''] = wordsFor(locale)
    .reminder.list({ count: 1 })
    .split(/[:\u00a0]/);
  return person.directMessages().filter(({ text }) => text?.startsWith(begin));
}

/** What somebody was told in the morning. */
export function digestsOf(person: Person, locale = 'en-GB'): Message[] {
  const { title } = wordsFor(locale).reminder.digest;
  return person.directMessages().filter(({ text }) => text?.startsWith(title));
}
