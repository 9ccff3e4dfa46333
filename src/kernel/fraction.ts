/** An exact number: `over` ÷ `under`. Where many small shares make one score, nothing may be lost by rounding on the way. */
export interface Fraction {
  readonly over: bigint
  /** Always greater than nought, and without a common divisor with `over`. */
  readonly under: bigint
}

const divisor = (a: bigint, b: bigint): bigint => (b === 0n ? a : divisor(b, a % b))

/** `over` ÷ `under` in lowest terms. Throws RangeError where `under` is nought. */
export function fraction(over: number | bigint, under: number | bigint = 1n): Fraction {
  const [a, b] = [BigInt(over), BigInt(under)]
  if (b === 0n) throw new RangeError('a fraction of nought parts')
  const common = divisor(a < 0n ? -a : a, b < 0n ? -b : b) * (b < 0n ? -1n : 1n)
  return { over: a / common, under: b / common }
}

export const plus = (a: Fraction, b: Fraction): Fraction =>
  fraction(a.over * b.under + b.over * a.under, a.under * b.under)

export const times = (a: Fraction, b: Fraction): Fraction => fraction(a.over * b.over, a.under * b.under)

export const dividedBy = (a: Fraction, b: Fraction): Fraction => times(a, fraction(b.under, b.over))

/** The nearest whole number of a fraction that is not negative; a half goes up. */
export const roundHalfUp = ({ over, under }: Fraction): number => Number((2n * over + under) / (2n * under))
