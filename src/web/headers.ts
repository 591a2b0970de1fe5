/** What every answer says: nothing from elsewhere runs or is loaded, nobody frames, indexes, keeps or passes it on. */
export const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "img-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'x-robots-tag': 'noindex, nofollow, noarchive',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  'cache-control': 'no-store',
};

/** What text, pages and scripts are. */
export const PLAIN = 'text/plain; charset=utf-8';
export const PAGE = 'text/html; charset=utf-8';
export const STYLE = 'text/css; charset=utf-8';
export const PDF = 'application/pdf';
export const JPEG = 'image/jpeg';
export const SCRIPT = 'text/javascript; charset=utf-8';

/** An asset's address changes with what is in it. */
export const KEPT = { 'cache-control': 'public, max-age=31536000, immutable' };
/** Photos: a page that is drawn again with what was wrong need not load them again. */
export const SHORTLY = { 'cache-control': 'private, max-age=600' };
/** What was sent is not read to its end. */
export const CLOSED = { connection: 'close' };

/** What is said to programs that ask for another host, or by another method. */
export const MISDIRECTED =
  'This address is not served here. If a proxy is in between, let it pass on the Host header of PUBLIC_URL.\n';
export const READ_ONLY = 'GET, HEAD';
export const READ_AND_SEND = 'GET, HEAD, POST';
export const onlyBy = (methods: string): string => `${methods} only\n`;

/** That a browser saves it, under its name; its letters in a way that every browser reads. */
export const savedAs = (name: string): string =>
  `attachment; filename="${name.replace(/[^\w .()-]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, percent)}`;

const percent = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
