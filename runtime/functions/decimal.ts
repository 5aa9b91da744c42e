// SPDX-License-Identifier: BSD-3-Clause
// Exact decimal arithmetic: a number is a whole count of 1/10^scale.

interface Decimal {
  readonly count: bigint;
  readonly scale: number;
}

/** Digits behind the point that a division keeps before anything rounds. */
const kept = 20;

function decimal(value: number): Decimal {
  const [digits = '', power = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = digits.split('.');
  const scale = fraction.length - Number(power);
  const count = BigInt(whole + fraction);
  return scale < 0 ? { count: count * 10n ** BigInt(-scale), scale: 0 } : { count, scale };
}

const number = ({ count, scale }: Decimal): number => Number(`${count}e${-scale}`);
const widen = (value: Decimal, scale: number): bigint => value.count * 10n ** BigInt(scale - value.scale);

export function plus(a: number, b: number): number {
  const [x, y] = [decimal(a), decimal(b)];
  const scale = Math.max(x.scale, y.scale);
  return number({ count: widen(x, scale) + widen(y, scale), scale });
}
export const minus = (a: number, b: number): number => plus(a, -b);

export function times(a: number, b: number): number {
  const [x, y] = [decimal(a), decimal(b)];
  return number({ count: x.count * y.count, scale: x.scale + y.scale });
}

/** Quotient to twenty digits behind the point; undefined for a division by zero. */
export function over(a: number, b: number): number | undefined {
  const [x, y] = [decimal(a), decimal(b)];
  if (y.count === 0n) return undefined;
  const scale = kept + y.scale;
  return number({
    count: widen(x, Math.max(scale, x.scale)) / y.count,
    scale: Math.max(scale, x.scale) - y.scale,
  });
}

/** Rounded to so many digits behind the point, half away from zero. */
export function rounded(value: number, digits: number): number {
  const { count, scale } = decimal(value);
  const cut = scale - Math.min(kept, Math.max(-kept, Math.trunc(digits)));
  if (cut <= 0) return value;
  const unit = 10n ** BigInt(cut);
  const half = (count < 0n ? -unit : unit) / 2n;
  return number({ count: (count + half) / unit, scale: scale - cut });
}

export const total = (values: readonly number[]): number => values.reduce(plus, 0);

/** The calculation, when every input is a number; else undefined: not yet. */
export const all = (
  values: readonly unknown[],
  calculate: (numbers: readonly number[]) => number | undefined,
): number | undefined =>
  values.every((value) => typeof value === 'number' && Number.isFinite(value))
    ? calculate(values as number[])
    : undefined;
