import './overview.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { OpenLights, Wall } from '../../../cases/wall/contract.ts'
import { withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Light } from '../../kit/light.tsx'
import { nameIn } from '../../shared/names.ts'
import {
  dayBehind,
  lastWeekBehind,
  type Narrowed,
  ofMatter,
  openBehind,
  openLights,
  toldCounts,
  totalOf,
} from '../../shared/wall/behind.ts'
import { CasesNamed } from '../../shared/wall/cases-named.tsx'
import { TrendChart } from '../../shared/wall/trend-chart.tsx'
import { useOneUp } from '../../shared/wall/use-one-up.ts'
import { sayMoment } from '../../words/time.ts'
import { RowTable } from '../row-table.tsx'
import { useReading } from '../words.ts'

/** How an area stands: each number leads to the list whose length it is. */
export function OverviewView({ wall }: { wall: Wall }) {
  const { words, language } = useReading()
  const { consoleOverview: said, common } = words
  const { area, open, day } = wall
  const navigate = useNavigate()
  useOneUp(
    wall.steps,
    useCallback((areaId: string) => void navigate({ to: '/overview', search: { area: areaId } }), [navigate]),
  )
  return (
    <>
      <nav aria-label={said.steps} className="overview__steps">
        {wall.steps.map((step) => (
          <Link
            key={step.id}
            to="/overview"
            search={{ area: step.id }}
            aria-current={step.id === area.id ? 'page' : undefined}
          >
            {nameIn(language, step)}
          </Link>
        ))}
        <a href={withQuery('/screen/', { area: area.id })}>{said.openWall}</a>
        <span>{said.asOf(sayMoment(words, wall.at, nowMs()))}</span>
      </nav>
      <div className="overview">
        <section className="panel" aria-label={said.byLight}>
          <h2>
            <Link to="/desk" search={openBehind({ area: area.id })}>
              {said.openCount(totalOf(open))}
            </Link>
          </h2>
          <Lights open={open} narrowed={{ area: area.id }} />
          <h3>{said.byStage}</h3>
          <ul className="overview__numbers">
            {wall.stages.map(({ stage, open: count }) => (
              <li key={stage}>
                <Link to="/desk" search={openBehind({ area: area.id, stage })}>
                  {common.labelled(words.cases.stages[stage], said.cases(count))}
                </Link>
              </li>
            ))}
          </ul>
        </section>
        <Today wall={wall} day={day} />
        <CasesNamed
          wall={wall}
          words={words}
          most={{ pressing: 8, today: 8 }}
          link={(id, text) => (
            <Link to="/cases/$id" params={{ id }}>
              {text}
            </Link>
          )}
          reports={(id, text) => (
            <Link to="/cases/$id/reports" params={{ id }}>
              {text}
            </Link>
          )}
        />
      </div>
      <Parts wall={wall} />
      <Pressed wall={wall} />
    </>
  )
}

/** Open cases by light; lights that nothing shows are left out. */
function Lights({ open, narrowed }: { open: OpenLights; narrowed: Narrowed }) {
  const { consoleOverview: said } = useReading().words
  const shown = openLights.filter((light) => open[light] > 0)
  return (
    <ul className="overview__numbers">
      {shown.map((light) => (
        <li key={light}>
          <Link to="/desk" search={openBehind({ ...narrowed, light })}>
            <Light light={light === 'stopped' ? 'none' : light}>
              {said.lightCount(said.lights[light], open[light])}
            </Light>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Today({ wall, day }: { wall: Wall; day: Wall['day'] }) {
  const { consoleOverview: said } = useReading().words
  const last = wall.trend[wall.trend.length - 1]
  const weekday = said.weekdays[new Date(`${wall.today}T00:00:00Z`).getUTCDay()] ?? ''
  return (
    <section className="panel" aria-label={said.today}>
      <h2>{said.today}</h2>
      <ul className="overview__numbers">
        {toldCounts.map((count) => (
          <li key={count}>
            <Link to="/figures/cases" search={dayBehind(wall.area.id, count, wall.today)}>
              {said.countOf(said.counts[count], day[count] ?? 0)}
            </Link>
          </li>
        ))}
      </ul>
      <p className="overview__last">
        <Link to="/figures/cases" search={lastWeekBehind(wall)}>
          {said.lastWeek(wall.lastWeek.accepted)}
        </Link>
      </p>
      <p>{last?.ordinary ? said.usual(weekday, last.ordinary.low, last.ordinary.high) : said.noUsual}</p>
      <h3>{said.trend}</h3>
      <TrendChart
        days={wall.trend}
        label={wall.trend.map((each) => said.trendDay(each.day, each.count)).join(' ')}
      />
      <Unusual area={wall.area} days={wall.trend.slice(0, -1)} />
      <p>
        <small>{said.trendLead}</small>
      </p>
    </section>
  )
}

/** Days that left the usual range, in words: a dot alone says nothing to whoever does not see it. Today is not over yet. */
function Unusual({ area, days }: { area: Wall['area']; days: Wall['trend'] }) {
  const { consoleOverview: said, common } = useReading().words
  return (
    <ul className="overview__numbers">
      {days.map(({ day, count, ordinary }) => {
        if (ordinary === null || (count >= ordinary.low && count <= ordinary.high)) return null
        const how = count > ordinary.high ? said.trendAbove : said.trendBelow
        const told = common.facts(said.trendDay(day, count), how)
        return (
          <li key={day}>
            {area.kind === 'grid' ? (
              told
            ) : (
              <Link to="/figures/cases" search={dayBehind(area.id, 'accepted', day)}>
                {told}
              </Link>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Parts({ wall }: { wall: Wall }) {
  const { words, language } = useReading()
  const { consoleOverview: said } = words
  return (
    <div className="panel overview__part">
      <h2>{said.parts}</h2>
      {wall.parts.length === 0 ? (
        <p>{said.partsNone}</p>
      ) : (
        <RowTable
          label={said.parts}
          rows={wall.parts}
          keyOf={({ area }) => area.id}
          columns={[
            {
              head: said.part,
              cell: ({ area }) => (
                <Link to="/overview" search={{ area: area.id }}>
                  {nameIn(language, area)}
                </Link>
              ),
            },
            {
              head: said.open,
              cell: ({ area, open }) => (
                <Link to="/desk" search={openBehind({ area: area.id })}>
                  {totalOf(open)}
                </Link>
              ),
            },
            {
              head: said.byLight,
              cell: ({ area, open }) => <Lights open={open} narrowed={{ area: area.id }} />,
            },
            {
              head: said.acceptedToday,
              cell: ({ area, day }) =>
                area.kind === 'grid' ? null : (
                  <Link to="/figures/cases" search={dayBehind(area.id, 'accepted', wall.today)}>
                    {day.accepted ?? 0}
                  </Link>
                ),
            },
          ]}
        />
      )}
    </div>
  )
}

function Pressed({ wall }: { wall: Wall }) {
  const { words, language } = useReading()
  const { consoleOverview: said } = words
  const area = wall.area.id
  return (
    <>
      <div className="panel overview__part">
        <h2>{said.units}</h2>
        {wall.units.length === 0 ? (
          <p>{said.unitsNone}</p>
        ) : (
          <RowTable
            label={said.units}
            rows={wall.units}
            keyOf={({ unit }) => unit.id}
            columns={[
              { head: said.unit, cell: ({ unit }) => nameIn(language, unit) },
              {
                head: said.open,
                cell: ({ unit, open }) => (
                  <Link to="/desk" search={openBehind({ area, unit: unit.id })}>
                    {totalOf(open)}
                  </Link>
                ),
              },
              {
                head: said.byLight,
                cell: ({ unit, open }) => <Lights open={open} narrowed={{ area, unit: unit.id }} />,
              },
            ]}
          />
        )}
      </div>
      {wall.matters.length > 0 && (
        <div className="panel overview__part">
          <h2>{said.matters}</h2>
          <RowTable
            label={said.matters}
            rows={wall.matters}
            keyOf={({ matter }) => matter?.code ?? ''}
            columns={[
              {
                head: said.matter,
                cell: ({ matter }) => (matter ? nameIn(language, matter) : said.notScreened),
              },
              {
                head: said.open,
                cell: ({ matter, open }) => (
                  <Link to="/desk" search={openBehind({ area, ...ofMatter(matter) })}>
                    {totalOf(open)}
                  </Link>
                ),
              },
              {
                head: said.byLight,
                cell: ({ matter, open }) => <Lights open={open} narrowed={{ area, ...ofMatter(matter) }} />,
              },
            ]}
          />
        </div>
      )}
    </>
  )
}
