/** Direct messages: what happened to an order, and what is asked of the reader. */
export const tell = {
  lead: {
    request: '{order}: {name} requests your approval for {title}.',
    request_priced: '{order}: {name} requests your approval for {title} ({amount}).',
    again: '{order}: {name} resubmitted {title} and requests your approval.',
    again_priced: '{order}: {name} resubmitted {title} ({amount}) and requests your approval.',
    took_over: '{order}: {name} handed {title} over to you. You’re now its supervisor.',
    handed_over: '{order}: {name} handed {title} over to {to}.',
    edited: '{order}: {name} edited {title} and requests your approval.',
    edited_priced: '{order}: {name} edited {title} ({amount}) and requests your approval.',
    passed: '{order}: {name} handed {title} over to you and requests your approval.',
    passed_priced: '{order}: {name} handed {title} ({amount}) over to you and requests your approval.',
    passed_on: '{order}: {name} handed {title} over to {to} and requests your approval.',
    passed_on_priced: '{order}: {name} handed {title} ({amount}) over to {to} and requests your approval.',
    changes_requested: '{order}: {name} requested changes to {title}. Edit and resubmit it.',
    approved: '{order}: {name} approved {title}.',
    rejected: '{order}: {name} rejected {title}.',
    withdrawn: '{order}: {name} withdrew {title}.',
    crew_joined: '{order}: {name} assigned you to {title}.',
    crew_left: '{order}: {name} removed you from {title}.',
    confirmed: '{order}: {name} confirmed work on {title}.',
    confirmed_settles:
      '{order}: {name} confirmed work on {title} within the approved amount. This settles the dispute.',
    extra_cost:
      '{order}: {title} costs more than was approved. {name} confirmed work, and the extra cost needs your decision.',
    extra_cost_priced:
      '{order}: {difference} above the approved amount for {title}. {name} confirmed work, and the extra cost needs your decision.',
    extra_accepted: '{order}: {name} accepted the extra cost of {title}.',
    extra_disputed: '{order}: {name} disputed the extra cost of {title}. Confirm the work again.',
    held: '{order}: {name} put {title} on hold.',
    hold_changed: '{order}: {name} changed the hold on {title}.',
    resumed: '{order}: {name} resumed {title}. It’s no longer on hold.',
    rescheduled: '{order}: {name} rescheduled {title}.',
    closed: '{order}: {name} closed {title} as “{state}”.',
    closed_settles:
      '{order}: {name} closed {title} as “{state}”, within the approved amount. This settles the dispute.',
    signed: '{order}: {name} signed {title}.',
    signed_reservations: '{order}: {name} signed {title} with reservations.',
    reopened: '{order}: {name} reopened {title}. Work continues.',
    request_instead: '{order}: {name} can no longer review {title}. Please review it instead.',
    supervisor_gone_submitted:
      '{order}: {name} can no longer review {title}. The admins have been asked to review it instead. You can also withdraw it and submit a new order to another supervisor.',
    supervisor_gone:
      '{order}: {name} can no longer review {title}. Choose another supervisor when you edit and resubmit it.',
    requester_gone:
      '{order}: {name} can no longer edit and resubmit {title}. Withdraw it and ask someone else to submit a new order.',
    coordinator_gone: '{order}: {name} can no longer coordinate {title}. Assign another coordinator.',
    crew_gone: '{order}: {name} can no longer work on {title}. Assign someone else.',
    channel_lost:
      '{order}: The app can’t access the channel for {title}, so it can’t post there. To restore access, type “/invite @Service Orders” in that channel. If the channel is gone, an admin can open a new one in the app’s Home tab.',
    channel_shared:
      '{order}: The channel for {title} is now shared with another organization. People there can read everything in the channel, including prices and PDFs, but can’t change the order. If you don’t want this, stop sharing the channel.',
  },
  standIn: {
    until:
      'You’ve been asked as {name}’s substitute, for an absence until {date}. You can still decide on this afterwards.',
    away: '{name} was away, so you’ve been asked to decide.',
    substitute: 'You were asked as {name}’s substitute and can still decide on this.',
    unanswered: '{name} hasn’t decided yet, so you’ve been asked as well.',
    limit: '{name} can’t approve this amount, so you’ve been asked to decide.',
    before: 'You were asked to step in for {name} on this order before, so you’ve been asked again.',
  },
  decidedFor: 'Decided for {name}, who was away.',
  amount: {
    net: '{net} net',
    tax: '{gross} incl. tax',
  },
  extra: '*New total* {net} net\n*Approved* {approved} net, covers up to {covered}',
  covers: '*{button}* covers up to {covers} net',
  start: 'Start: {date}',
  channel: 'Channel: {channel}',
  namedChannel: 'Channel: #{name} ({channel})',
  job: '*Service location* {location}\n*Start* {date}',
  jobContact: '*Service location* {location}\n*Start* {date}\n*Contact on site* {contact}',
  settled: {
    approve: '*Approved* by {name} · {date}',
    reject: '*Rejected* by {name} · {date}',
    request_changes: '*Changes requested* by {name} · {date}',
    withdraw: '*Withdrawn* by {name} · {date}',
    resubmit: '*Resubmitted* by {name} · {date}',
    edit: '*Edited* by {name} · {date}',
    hand_over: '*Handed over* to {to} by {name} · {date}',
    accept_extra: '*Extra cost accepted* by {name} · {date}',
    dispute_extra: '*Extra cost disputed* by {name} · {date}',
    assign: '*Crew assigned* by {name} · {date}',
    closed: '*Closed* by {name} · {date}',
  },
} as const;
