/** What comes by itself: reminders, and what a day brings. */
export const reminder = {
  visit: {
    line: '{date} · {order} {title} · {client}',
    channel: 'Channel: {channel}',
    contact: 'Contact on site: {contact}',
  },
  lead: {
    decision: 'Reminder: {order} {title} has been awaiting your approval since {date}.',
    changes: 'Reminder: {order} {title} has been waiting for your changes since {date}.',
    extra_cost: 'Reminder: the extra cost of {order} {title} has been awaiting your decision since {date}.',
    start:
      'Reminder: {order} {title} should have started on {date}. Start work, put the order on hold or have it rescheduled.',
    end: 'Reminder: {order} {title} should have been finished by {date}. Close the order or put it on hold.',
  },
  list: 'Reminder: {count, plural, one {# order is} other {# orders are}} waiting for you.',
  row: '{order} {title} · {client}',
  rowAmount: '{order} {title} · {client} · {amount}',
  waits: {
    decision: 'Awaiting your approval since {date}',
    changes: 'Waiting for your changes since {date}',
    extra_cost: 'Extra cost awaiting your decision since {date}',
    start: 'Should have started on {date}',
    end: 'Should have been finished by {date}',
  },
  /** The same of orders that others see to as well. */
  late: {
    changes: 'Changes requested on {date}',
    start: 'Should have started on {date}',
    end: 'Should have been finished by {date}',
  },
  more: '{count, plural, one {# more order} other {# more orders}} in the app’s Home tab',
  digest: {
    title: 'Your service orders today',
    visits: 'Your visits today',
    decisions: 'Awaiting your decision',
    late: 'Late',
    text: '{part}: {orders}',
    optOut: 'You can turn this message off in the app’s Home tab.',
  },
} as const;
