import type { Wall } from '../../../cases/wall/contract.ts'
import { dayBehind, lastWeekBehind, toldCounts } from '../../shared/wall/behind.ts'
import { TrendChart } from '../../shared/wall/trend-chart.tsx'
import { ToDay } from '../ways.tsx'
import { useReading } from '../words.ts'

/** What today counted so far, beside what is usual. A grid keeps no figures of days. */
export function Today({ wall }: { wall: Wall }) {
  const { consoleOverview: said } = useReading().words
  const last = wall.trend[wall.trend.length - 1]
  const weekday = said.weekdays[new Date(`${wall.today}T00:00:00Z`).getUTCDay()] ?? ''
  if (wall.area.kind === 'grid') return null
  return (
    <section className="panel hall__today" aria-label={said.today}>
      <div>
        <h2>{said.today}</h2>
        <ul className="hall__counts">
          {toldCounts.map((count) => (
            <li key={count}>
              <ToDay behind={dayBehind(wall.area.id, count, wall.today)}>
                <strong>{wall.day[count] ?? 0}</strong>
                {said.counts[count]}
              </ToDay>
            </li>
          ))}
        </ul>
        <p>
          <ToDay behind={lastWeekBehind(wall)}>{said.lastWeek(wall.lastWeek.accepted)}</ToDay>
        </p>
        <p>{last?.ordinary ? said.usual(weekday, last.ordinary.low, last.ordinary.high) : said.noUsual}</p>
      </div>
      <div>
        <h2>{said.trend}</h2>
        <TrendChart
          days={wall.trend}
          label={wall.trend.map((each) => said.trendDay(each.day, each.count)).join(' ')}
        />
      </div>
    </section>
  )
}
