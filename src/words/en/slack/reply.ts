/** Short answers of the app itself, mostly when something could not be done. */
export const reply = {
  /** After a button that acts at once. */
  nowIs: '{order} is now “{state}”.',
  /** The shortcut “Add to service order”. */
  oldButton: 'This button is from an older version of the app. Open the order again from the Home tab.',
  /** The database cannot be used. */
  storage:
    'We couldn’t do this because the app’s storage isn’t available right now (reference {reference}). Nothing was changed. If a form is open, keep it open and try again in a minute. If this keeps happening, tell the person who runs the app.',
  /** The app is at fault. */
  fault: {
    unchanged: 'Something went wrong on our side (reference {reference}). Nothing was changed. Please try again.',
    unsure:
      'Something went wrong on our side (reference {reference}). Check whether it went through. If not, please try again.',
  },
  /** To somebody of whom no more is known than what Slack sent. */
  stranger: {
    notUnderstood: 'Slack sent something this app doesn’t understand. Nothing was changed. Please try again.',
    otherWorkspace:
      'Service orders are only for people in the workspace they belong to. Ask one of its members for help.',
  },
} as const;
