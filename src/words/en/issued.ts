/** What stands beside a document in its channel. */
export const issued = {
  alt: '{number} version {version}: {title}, for {client}',
} as const;
