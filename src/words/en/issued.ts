/** What stands beside a document in its channel. */
export const issued = {
  comment: '*{number} v{version}* {title}',
  alt: '{number} version {version}: {title}, for {client}',
} as const;
