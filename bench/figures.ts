/** What a figure is held to: `aim` is what we want, `must` what it may not pass. At most, in the figure's unit or as a ratio. */
export interface Target {
  readonly of: 'value' | 'ratio';
  readonly aim?: number;
  readonly must?: number;
}

/** One line of the bench. `ratio`: against a base of the same run, which `against` names. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly ratio?: number;
  readonly against?: string;
  readonly target?: Target;
  /** Within `must`, or within `aim` where there is no `must`. */
  readonly ok?: boolean;
}

/** How large everything is: as the issue asks, or small, to see that the bench still runs. */
export interface Size {
  readonly small: boolean;
}

/** A figure with its verdict. */
export function figure(
  what: string,
  value: number,
  unit: string,
  more: Omit<Figure, 'what' | 'value' | 'unit' | 'ok'> = {},
): Figure {
  const { target, ratio } = more;
  const most = target && (target.must ?? target.aim);
  const measured = target?.of === 'ratio' ? ratio : value;
  const verdict = most === undefined ? {} : { ok: measured !== undefined && measured <= most };
  return { what, value, unit, ...more, ...verdict };
}

/** The figure as a line: value, ratio, target, verdict. */
export function line({ what, value, unit, ratio, against, target, ok }: Figure): string {
  const digits = Math.abs(value) < 10 ? 2 : Math.abs(value) < 1000 ? 1 : 0;
  const held = target
    ? [target.aim, target.must].flatMap((most, i) =>
        most === undefined ? [] : `${i ? 'must' : 'aim'} ≤ ${most}${target.of === 'ratio' ? ' ×' : ''}`,
      )
    : [];
  const passed = target?.aim !== undefined && (target.of === 'ratio' ? (ratio ?? 0) : value) > target.aim;
  const verdict = ok === undefined ? '' : ok ? (passed ? '  ok, aim missed' : '  ok') : '  MISSED';
  const times = ratio === undefined ? '' : `   × ${ratio.toFixed(2)}${against ? ` of ${against}` : ''}`;
  return `${what.padEnd(66)} ${value.toFixed(digits).padStart(9)} ${unit.padEnd(4)}${times}${held.length > 0 ? `   (${held.join(', ')})` : ''}${verdict}`;
}

/** The value below which this part of them lies; NaN when there are none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
