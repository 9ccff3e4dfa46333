import './trend-chart.css'
import type { Trend } from '../../../cases/figures/contract.ts'

const width = 560
const height = 120

/** A count day by day as a line, over the band of what is usual. Its words stand beside it. */
export function TrendChart({ days, label }: { days: Trend['days']; label: string }) {
  const most = Math.max(5, ...days.flatMap(({ count, ordinary }) => [count, ordinary?.high ?? 0]))
  const x = (index: number) => ((index + 0.5) * width) / days.length
  const y = (count: number) => height - (count / most) * (height - 8)
  const known = days.flatMap(({ ordinary }, index) => (ordinary ? [{ index, ...ordinary }] : []))
  const band = [
    ...known.map(({ index, high }) => `${x(index)},${y(high)}`),
    ...[...known].reverse().map(({ index, low }) => `${x(index)},${y(low)}`),
  ]
  const last = days.length - 1
  return (
    <svg className="trend" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {band.length > 0 && <polygon className="trend__usual" points={band.join(' ')} />}
      <line className="trend__ground" x1="0" x2={width} y1={height} y2={height} />
      <polyline
        className="trend__line"
        points={days.map(({ count }, index) => `${x(index)},${y(count)}`).join(' ')}
      />
      {days.map(({ day, count, ordinary }, index) => {
        const isOut = ordinary !== null && (count > ordinary.high || count < ordinary.low) && index < last
        return (
          (isOut || index === last) && (
            <circle
              key={day}
              className={isOut ? 'trend__out' : 'trend__now'}
              cx={x(index)}
              cy={y(count)}
              r="3.5"
            />
          )
        )
      })}
    </svg>
  )
}
