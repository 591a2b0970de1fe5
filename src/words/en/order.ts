/** What the product calls states, outcomes, kinds and the like (product.md's vocabulary). */
export const order = {
  state: {
    submitted: 'Awaiting approval',
    changes_requested: 'Changes requested',
    approved: 'Scheduled',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
    completed: 'Completed',
    not_performed: 'Not performed',
  },
  /** What an approved order is shown as. */
  stage: {
    scheduled: 'Scheduled',
    in_progress: 'In progress',
    on_hold: 'On hold',
    extra_cost: 'Extra cost awaiting approval',
  },
  outcome: {
    as_ordered: 'Completed as ordered',
    with_changes: 'Completed with changes',
    not_performed: 'Not performed',
    rejected: 'Rejected',
    withdrawn: 'Withdrawn',
  },
  representative: '{name}, {position}',
  priority: { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' },
  check: { pass: 'Pass', fail: 'Fail', not_applicable: 'Not applicable' },
  yesNo: { yes: 'Yes', no: 'No' },
  kind: { material: 'Material', service: 'Service', labour: 'Labour', expense: 'Expense' },
  holdReason: {
    parts: 'Waiting for parts',
    client: 'Waiting for the client',
    access: 'Waiting for access',
    weather: 'Weather',
    other_trade: 'Another trade',
    other: 'Other',
  },
  reason: {
    client_absent: 'Client absent',
    access_refused: 'Access refused',
    parts_missing: 'Parts missing',
    unsafe: 'Unsafe conditions',
    weather: 'Weather',
    duplicate: 'Duplicate',
    client_cancelled: 'Client cancelled',
    other: 'Other',
  },
} as const;
