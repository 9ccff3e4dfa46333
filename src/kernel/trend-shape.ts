/** A day's count beside what is ordinary for such a day, where that is known. */
interface TrendDay {
  readonly day: string
  readonly count: number
  readonly ordinary: { readonly low: number; readonly high: number } | null
}

/** A trend as it is drawn, in the units of its box: points as SVG writes them. */
export interface TrendShape {
  /** What is usual, as a closed band; empty where nothing is known. */
  readonly band: string
  readonly line: string
  /** Days outside the band, and the last day, which may not be over. */
  readonly dots: readonly {
    readonly day: string
    readonly x: number
    readonly y: number
    readonly isOut: boolean
  }[]
}

/** So much room stays above the highest point, and a count of five fills the box at the least. */
const headroom = 8
const leastTop = 5

/** The shape of a count day by day, over the band of what is usual. */
export function trendShape(
  days: readonly TrendDay[],
  { width, height }: { readonly width: number; readonly height: number },
): TrendShape {
  const most = Math.max(leastTop, ...days.flatMap(({ count, ordinary }) => [count, ordinary?.high ?? 0]))
  const x = (index: number) => ((index + 0.5) * width) / days.length
  const y = (count: number) => height - (count / most) * (height - headroom)
  const known = days.flatMap(({ ordinary }, index) => (ordinary ? [{ index, ...ordinary }] : []))
  const band = [
    ...known.map(({ index, high }) => `${x(index)},${y(high)}`),
    ...[...known].reverse().map(({ index, low }) => `${x(index)},${y(low)}`),
  ]
  const last = days.length - 1
  return {
    band: band.join(' '),
    line: days.map(({ count }, index) => `${x(index)},${y(count)}`).join(' '),
    dots: days.flatMap(({ day, count, ordinary }, index) => {
      const isOut = ordinary !== null && (count > ordinary.high || count < ordinary.low) && index < last
      return isOut || index === last ? [{ day, x: x(index), y: y(count), isOut }] : []
    }),
  }
}
