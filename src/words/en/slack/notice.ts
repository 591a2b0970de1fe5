/** Small modals and private answers that tell somebody something. */
export const notice = {
  close: 'Close',
  typed: '*What you entered*',
  moreParagraphs: '… and {count, plural, one {# more paragraph} other {# more paragraphs}}',
  notOpened: {
    late: 'Slack didn’t open “{form}” in time. Nothing was changed. Please try again.',
    trouble:
      'Slack is having problems or is very busy, so “{form}” may not have opened. Nothing was changed. Please try again in a minute.',
    shut: 'Slack isn’t accepting requests from the app right now ({code}), so “{form}” didn’t open. Nothing was changed. Please tell a workspace admin.',
    fault: '“{form}” couldn’t be opened ({code}). Nothing was changed. Please tell a workspace admin.',
  },
  more: '… and {count, number} more',
  loadingPage: 'Loading this page… If it doesn’t appear, select *Continue*. What you entered is saved.',
  continue: 'Continue',
  loadingRest: 'Loading the rest…',
} as const;
