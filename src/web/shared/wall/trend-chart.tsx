import './trend-chart.css'
import type { Trend } from '../../../cases/figures/contract.ts'
import { trendShape } from '../../../kernel/trend-shape.ts'

const box = { width: 560, height: 120 }

/** A count day by day as a line, over the band of what is usual. Its words stand beside it. */
export function TrendChart({ days, label }: { days: Trend['days']; label: string }) {
  const { width, height } = box
  const { band, line, dots } = trendShape(days, box)
  return (
    <svg className="trend" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {band !== '' && <polygon className="trend__usual" points={band} />}
      <line className="trend__ground" x1="0" x2={width} y1={height} y2={height} />
      <polyline className="trend__line" points={line} />
      {dots.map(({ day, x, y, isOut }) => (
        <circle key={day} className={isOut ? 'trend__out' : 'trend__now'} cx={x} cy={y} r="3.5" />
      ))}
    </svg>
  )
}
