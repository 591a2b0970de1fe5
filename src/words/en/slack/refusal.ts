/** Why somebody cannot do something with an order, and what they can do instead. */
export const refusal = {
  /** Who may, besides people who are named. */
  admin: 'an admin',
  only: {
    request_changes: 'Only {people} can request changes to this order.',
    resubmit: 'Only {people} can edit and resubmit this order.',
    edit: 'Only {people} can edit this order.',
    hand_over: 'Only {people} can hand over this order.',
    approve: 'Only {people} can approve this order.',
    reject: 'Only {people} can reject this order.',
    withdraw: 'Only {people} can withdraw this order.',
    assign: 'Only {people} can assign the crew of this order.',
    confirm: 'Only {people} can create a confirmation for this order.',
    close: 'Only {people} can close this order.',
    reopen: 'Only {people} can reopen this order.',
    start_work: 'Only {people} can start work on this order.',
    hold: 'Only {people} can put this order on hold.',
    resume: 'Only {people} can resume this order.',
    reschedule: 'Only {people} can reschedule this order.',
    accept_extra: 'Only {people} can decide on the extra cost of this order.',
    add_photos: 'Only {people} can add photos to this order.',
    ask_to_sign: 'Only {people} can ask the client to sign this order.',
  },
  members: 'Only full members of this workspace can submit service orders. Ask one of them to do it for you.',
  nobody: 'You can’t do that with this order.',
  relieved: 'You’re no longer the substitute for {name}. You can only decide on what you were asked about.',
  left: '{name} removed you from this order.',
  ownOrder: 'You can’t approve your own order. Another supervisor or an admin can approve it.',
  undecided:
    '{limit, plural, one {You already have an order awaiting a decision. That’s the limit per person.} other {You already have # orders awaiting a decision. That’s the limit per person.}} Ask the supervisors to decide, or withdraw orders you no longer need. Then send this one. Your draft is saved.',
  /** How an order stands after what was last done to it. */
  stands: {
    submit: '{order} is awaiting approval. {name} submitted it.',
    request_changes: '{name} has already requested changes to {order}.',
    resubmit: '{order} is awaiting approval. {name} edited and resubmitted it.',
    edit: '{order} is awaiting approval. {name} edited it.',
    hand_over: '{name} has handed {order} over to another supervisor.',
    approve: '{name} has already approved {order}.',
    reject: '{name} has already rejected {order}.',
    withdraw: '{name} has already withdrawn {order}.',
    assign: '{order} has already been approved. {name} assigned the crew.',
    confirm_partial: '{order} has already been approved. {name} confirmed work on it.',
    confirm_final: '{name} has already completed {order} with the final confirmation.',
    close: '{name} has already closed {order}.',
    close_not_performed: '{name} has already closed {order} as not performed.',
    reopen: '{name} has already reopened {order}.',
    start_work: '{name} has already started work on {order}.',
    hold: '{name} has put {order} on hold.',
    resume: '{name} has resumed {order}.',
    reschedule: '{name} has rescheduled {order}.',
    accept_extra: '{name} has already accepted the extra cost of {order}.',
    accept_final: '{name} has accepted the extra cost of {order}, which closed it.',
    dispute_extra: '{name} has already disputed the extra cost of {order}.',
    add_photos: '{name} has added photos to {order}.',
    sign: '{name} has signed {order} for the client.',
    remind: '{order} is still waiting.',
  },
  unchanged: 'Nothing was changed.',
  edited: '{name} edited this order while this form was open. Check the order as it is now, then try again.',
  plan: {
    changed:
      'Your changes conflict with changes that {name} made to the crew or the schedule while this form was open. Nothing was saved.',
    now: 'Current plan:',
    crew: 'Field workers: {names}',
    coordinator: 'Coordinator: {name}',
    noCoordinator: 'No coordinator',
    start: 'Planned start: {date}',
    noStart: 'No planned start',
    again: 'Open the form again to make your changes.',
  },
  noCrew: 'Choose at least one field worker.',
  overLimit: 'This order comes to {net} net. You can approve up to {limit}.',
  otherCurrency: 'This order comes to {net} net. Your limit of {limit} doesn’t count for another currency.',
  notListed: 'You’re not on the list of supervisors.',
  enough:
    '{count, plural, one {{names} can approve it. Select “{button}” to pass it on.} other {These people can approve it: {names}. Select “{button}” to pass it on to one of them.}}',
  nobodyEnough:
    'Nobody else on the list of supervisors can approve this amount at the moment, but any admin can. Select “{button}” to pass it on to an admin.',
  notSupervisor: '{name} isn’t on the list of supervisors. Choose someone else.',
  sameSupervisor: '{name} is already the supervisor of this order. Choose someone else.',
  /** What an order's type asks for before the order is closed. */
  lacking: {
    title: 'This order can’t be closed yet.',
    photos: 'Attach at least one photo.',
    checklist:
      'Enter the results of {count, plural, one {# line of the checklist} other {# lines of the checklist}}: {lines}.',
    acceptance: 'The client has to accept the work.',
  },
  notAsOrdered:
    'Version {version, number} differs from the approved order, so it can’t be closed as ordered. Choose “{outcome}”.',
  extraCost:
    'This order costs {difference} more than was approved ({approved} net). {name} has to accept that before it can be completed. You can put it on hold, or close it as not performed.',
  extraCostHidden:
    'This order costs more than was approved. {name} has to accept that before it can be completed. You can put it on hold, or close it as not performed.',
  extraDisputed:
    'This order costs {difference} more than was approved ({approved} net), and {name} has disputed that. Confirm the work again, put the order on hold, or close it as not performed.',
  extraDisputedHidden:
    'This order costs more than was approved, and {name} has disputed that. Confirm the work again, put the order on hold, or close it as not performed.',
  noQuestion: 'Nothing about the cost of this order is waiting for a decision.',
  questionNewer:
    '{name} has confirmed work again, so the extra cost isn’t what you were asked about. Check it as it is now, then decide.',
  questionSettled:
    '{name} has confirmed work again, and {order} no longer costs more than was approved. There’s nothing left to decide.',
  upToTooLow: 'The order comes to {net} net already. Enter that amount or more.',
  started: 'Work on this order has already started ({date}).',
  startedBy: '{name} has already started work on this order ({date}).',
  onHold: '{name} has put this order on hold meanwhile. Check the order as it is now, then try again.',
  notOnHold: 'This order isn’t on hold any more.',
  signed: '{name} has already signed this version for the client.',
  notDue: 'This reminder isn’t due any more.',
  photosKnown: 'These photos are on the order already.',
} as const;
