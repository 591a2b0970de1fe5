/** What the tests use of it; the package has no types. */
declare module 's3rver' {
  // biome-ignore lint/style/noDefaultExport: as the package exports it.
  export default class S3rver {
    constructor(options: {
      directory: string;
      silent: boolean;
      address: string;
      port: number;
      configureBuckets: readonly { name: string; configs: readonly string[] }[];
    });
    run(): Promise<{ address: string; port: number }>;
    close(): Promise<void>;
  }
}
