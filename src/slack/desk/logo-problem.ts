import type { LogoProblem } from '../../pictures/logo.ts';
import type { Words } from '../../words/words.ts';

/** Why a file cannot be the logo, and what to do about it. */
export function logoProblemText(problem: LogoProblem, { settings: { logo } }: Words): string {
  const { why } = logo;
  switch (problem.code) {
    case 'too_large':
      // Upwards: one byte too many is not 1 MB.
      return why.too_large({ size: Math.ceil(problem.bytes / 1e4) / 100 });
    case 'format':
      return why.format({ format: problem.kind.toUpperCase() });
    case 'too_many_pixels':
      return why.too_many_pixels({ megapixels: problem.megapixels, limit: problem.limit });
    case 'too_small':
      return why.too_small({ width: problem.width, height: problem.height, least: problem.least });
    case 'strip':
      return why.strip({ width: problem.width, height: problem.height, most: problem.most });
    default:
      return why[problem.code];
  }
}
