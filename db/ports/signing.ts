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

/** Links for signing. What was signed at one stands in the order's history, under a key of the link's own. */
export interface SigningLinks {
  signingLink(hash: string): Promise<SigningLink | undefined>;
  saveSigningLink(link: SigningLink): Promise<void>;
}
