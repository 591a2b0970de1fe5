/** document: a version's PDF. attachment: a file that somebody brought, as it was posted. photo: as a document prints it, where it was posted nowhere. */
export const FILE_KINDS = ['document', 'attachment', 'photo'] as const;

/** A file of an order that is kept outside the database, by the SHA-256 (hex) of its bytes. */
export interface KeptFile {
  readonly team: string;
  readonly order: string;
  readonly sha256: string;
  readonly kind: (typeof FILE_KINDS)[number];
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Slack's id of the file that it came as, '' for a document. */
  readonly fileId: string;
  /** Of a document, 0 for any other. */
  readonly version: number;
  /** When it was kept first, seconds. */
  readonly at: number;
}

/** What is kept where, in the words of the database. Never changed or removed. */
export interface KeptFiles {
  /** Those of an order, in the order in which they were kept. */
  keptFiles(team: string, order: string): Promise<KeptFile[]>;
  /** Keeps it for ever; what is known already (its kind, its bytes, the file it came as) stays as it is. */
  saveKeptFile(file: KeptFile): Promise<void>;
}
