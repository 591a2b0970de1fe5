/** Why somebody cannot do something: how things stand, or who could do it. */
export const refusal = {
  onlyThey: {
    submit: 'Only {people} can submit service orders.',
    request_changes: 'Only {people} can request changes to this order.',
    resubmit: 'Only {people} can edit and resubmit this order.',
    approve: 'Only {people} can approve this order.',
    reject: 'Only {people} can reject this order.',
    withdraw: 'Only {people} can withdraw this order.',
    assign: 'Only {people} can assign the crew of this order.',
    confirm: 'Only {people} can create a confirmation for this order.',
    close: 'Only {people} can close this order.',
    reopen: 'Only {people} can reopen this order.',
  },
  admin: 'a workspace admin',
  nobody: 'No one on this order can do that yet.',
  notMember: 'Only full members of this workspace can submit service orders. Ask a colleague who is one.',
  left: '{what}, and you’re no longer on this order.',
  ownOrder: 'You can’t approve your own order. Another supervisor or a workspace admin can.',
  tooManyUndecided:
    'You already have {count, plural, one {# order} other {# orders}} awaiting approval, the most one person can have. Ask the supervisors to review them, or withdraw orders you no longer need, then send this one. We saved your draft.',
  wrongState: '{what}. The order is now “{state}”. Nothing was changed.',
  staleSubmission: 'The order changed while this form was open: {what}. Review it, then decide again.',
  staleVersion: '{name} issued version {version, number} while this form was open.',
  stalePlan:
    'The plan changed while this form was open, and your changes conflict with it: {what}. Nothing was changed. Open the form again to make your changes.',
  plan: 'Current plan\nField workers: {crew}\nCoordinator: {coordinator}\nPlanned start: {start}',
  notSet: 'not set',
  noCrew: 'Choose at least one field worker.',
  notAsOrdered: 'Version {version, number} differs from the approved order. Choose “{outcome}” instead.',
} as const;
