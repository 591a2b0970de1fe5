import type { Version } from '../../src/order/version.ts';

/** What an order says of all its versions, for columns of their own. */
export function reportedIn(version: Partial<Pick<Version, 'report' | 'closure'>> | null) {
  const files = (photos: readonly unknown[] | undefined) => (photos === undefined ? null : JSON.stringify(photos));
  return {
    endedAt: version?.report?.endedAt ?? null,
    photos: files(version?.report?.photos),
    closingPhotos: files(version?.closure?.photos),
  };
}

/** The same of a version as it is stored, in any shape: that has never changed. Nothing of one that is damaged. */
export function reportedInBody(body: string) {
  try {
    return reportedIn(JSON.parse(body));
  } catch {
    return reportedIn(null);
  }
}
