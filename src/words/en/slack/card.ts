/** An order's card, and its channel's topic and bookmark. */
export const card = {
  status: '*Status*\n{state}',
  statusVersion: '*Status*\n{state} · version {version, number}',
  priority: '*Priority*\n{priority}',
  typePriority: '*Type*\n{type}\nPriority: {priority}',
  client: '*Client*\n{client}',
  clientReference: '*Client*\n{client}\nRef. {reference}',
  location: '*Service location*\n{location}',
  locationContact: '*Service location*\n{location}\nContact: {contact}',
  requested: '*Requested*\n{start} –\n{end}',
  plannedStart: '*Planned start*\n{date}',
  requester: '*Requester*\n{name}',
  supervisor: '*Supervisor*\n{name}',
  coordinator: '*Coordinator*\n{name}',
  crew: '{count, plural, one {*Field worker*} other {*Field workers*}}\n{names}',
  proposedCrew: '*Proposed field workers*\n{names}',
  moreItems: '{count, plural, one {… and # more item} other {… and # more items}}',
  total: {
    net: '*Total* {net} net',
    tax: '*Total* {net} net, {gross} incl. tax',
  },
  ordered: {
    net: '*Ordered total* {net} net',
    tax: '*Ordered total* {net} net, {gross} incl. tax',
  },
  extra: {
    asked: '*Extra cost awaiting approval:* {difference} above the approved {approved} net',
    askedHidden: '*Extra cost awaiting approval*',
    disputed: '*Extra cost disputed* by {name}: {difference} above the approved {approved} net',
    disputedHidden: '*Extra cost disputed* by {name}',
    /** Of a final confirmation that is kept until then. */
    closes: 'The work is finished: accepting the extra cost also closes the order.',
  },
  accept: 'Accept',
  /** Of extra cost that was disputed. */
  acceptAfterAll: {
    title: 'Accept the extra cost?',
    text: '{name} disputed it. Do you want to accept it after all?',
  },
  /** Items that the crew added, for who sees prices. */
  unpriced: '{count, plural, one {# added item has no price yet.} other {# added items have no price yet.}}',
  sign: 'Client signs here',
  attachments: 'Attachments: {files}',
  photos: 'Photos: {files}',
  /** What an approved order is in the middle of. */
  standing: {
    onHold: '*On hold:* {reason} · by {name}',
    onHoldUntil: '*On hold:* {reason}, until {until} · by {name}',
    inProgress: '*In progress* since {date}',
  },
  turn: {
    submitted: 'Awaiting {name}’s decision since {date}',
    changes_requested: 'Awaiting changes from {name} since {date}',
    approved: 'Assigned to {names} since {date}',
    extra_cost: 'Awaiting {name}’s decision on the extra cost since {date}',
    extra_disputed: 'Awaiting another confirmation from {names} since {date}',
    ended: '{state} · {date}',
  },
  text: {
    submitted: '{order}: {title} for {client}. Awaiting {name}’s decision.',
    changes_requested: '{order}: {title} for {client}. Awaiting changes from {name}.',
    approved: '{order}: {title} for {client}. Version {version, number}, assigned to {names}.',
    ended: '{order}: {title} for {client}. {state}.',
  },
  button: '{button}: {order}',
  topic: '{order} · {client} · {state}',
  topicVersion: '{order} · {client} · {state} · v{version, number}',
  bookmark: 'Latest PDF (v{version, number})',
} as const;
