/** Bytes that versions refer to by their SHA-256 (hex): a logo. Never changed or removed. Sizes in pixels. */
export interface Asset {
  readonly team: string;
  readonly sha256: string;
  readonly type: 'image/png' | 'image/jpeg';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** A version's PDF as issued. */
export interface DocumentRef {
  readonly team: string;
  readonly order: string;
  readonly version: number;
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly fileId: string;
  /** '' once somebody has deleted the file in Slack. */
  readonly permalink: string;
  /** The message with the file; null where Slack did not say, or the program of then did not ask. */
  readonly channel: string | null;
  readonly ts: string | null;
  /** The message says that there is a later version. */
  readonly marked: boolean;
}

/** The last digits of the code on a version's document, as printed. */
export interface PrintedCode {
  readonly check: string;
  /** Whether the version is what the code was made of; undefined when the key to find out is missing. */
  readonly intact: boolean | undefined;
}

/** Issued documents, and the pictures in them. */
export interface Documents {
  documents(team: string, order: string): Promise<DocumentRef[]>;
  saveDocument(ref: DocumentRef): Promise<void>;
  documentByFile(team: string, fileId: string): Promise<DocumentRef | undefined>;
  /** What stands on the document of this version of an order; undefined when there is no such version. */
  printedCode(team: string, order: string, version: number): Promise<PrintedCode | undefined>;
  /** Of which order and version a file of just these bytes was ever issued, whatever document the version has by now. */
  issuedAs(team: string, sha256: string): Promise<Pick<DocumentRef, 'order' | 'version'> | undefined>;
  asset(team: string, sha256: string): Promise<Asset | undefined>;
  /** Keeps it for ever; one that is kept already stays as it is. */
  saveAsset(asset: Asset): Promise<void>;
}
