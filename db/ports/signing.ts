/** A link at which a client can sign an order once. Of its token nothing is kept but the SHA-256 (hex). */
export interface SigningLink {
  readonly hash: string;
  readonly team: string;
  readonly order: string;
  /** The version that it was made for. */
  readonly version: number;
  /** Who asked for it, a user id. */
  readonly person: string;
  /** When it was made, and from when on nothing can be signed at it any more. Seconds. */
  readonly at: number;
  readonly expires: number;
}

/** A link as it stands. */
export interface KeptSigningLink extends SigningLink {
  /** Nothing can be signed at it any more: somebody said so, or made another link for the order. */
  readonly withdrawn: boolean;
}

/** Links for signing. What was signed at one stands in the order's history, under a key of the link's own. */
export interface SigningLinks {
  signingLink(hash: string): Promise<KeptSigningLink | undefined>;
  /** Keeps a link, which withdraws those that the order had before. */
  saveSigningLink(link: SigningLink): Promise<void>;
  /** Withdraws the links of an order. */
  withdrawSigningLinks(team: string, order: string): Promise<void>;
}
