import '../books.css'
import '../rounds/rounds.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { GridDayPage, GridDayRow } from '../../../rounds/grid-day.contract.ts'
import { useReadPages, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { TextField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Empty } from '../../kit/states.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { localDay, sayDate } from '../../words/time.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { AreaFilter } from '../rounds/area-filter.tsx'
import { DayRule } from '../rounds/day-rule.tsx'
import { useSaid } from '../rounds/use-said.ts'
import { RowTable } from '../row-table.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading } from '../words.ts'

interface Asked {
  readonly month?: string | undefined
  readonly area?: string | undefined
}

/** 驻点日 of a month: who was expected in each grid, who came, and how much was heard. */
export default function GridDaysPage() {
  const root = useSaid()
  const said = root.days
  const { words, language } = useReading()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as Asked
  const month = asked.month ?? localDay(nowMs()).slice(0, 7)
  const query = { month, areaId: asked.area }
  const reading = useReadPages<GridDayPage>(withQuery('/api/grid-days', query))
  useTitle(said.title)
  if (!mayDo(useSignedIn(), 'round.see')) return <NotPermitted />
  const go = (change: Asked) => void navigate({ to: '/grid-days', search: { ...asked, ...change } })
  const day = reading.data?.pages[0]?.day
  return (
    <div className="book">
      <p className="no-print">
        <Link to="/rounds" className="text-button">
          {root.back}
        </Link>
      </p>
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <div className="rounds__filters no-print">
        <TextField
          label={said.month}
          type="month"
          value={month}
          onChange={({ target: { value } }) => value !== '' && go({ month: value })}
        />
        <AreaFilter area={asked.area} onChoose={(area) => go({ area })} />
      </div>
      <p className="no-print">
        <a className="text-button" href={withQuery('/api/grid-days/sheet', { ...query, language })} download>
          {root.sheet}
        </a>
      </p>
      {day !== undefined && <p role="status">{said.on(sayDate(words, day))}</p>}
      <RowPages<GridDayRow>
        reading={reading}
        count={root.shown}
        none={<Empty what={said.none} next={said.noneNext} />}
      >
        {(rows) => <Grids rows={rows} />}
      </RowPages>
      <DayRule />
    </div>
  )
}

/** How many came of those expected; before the day has come, nobody is missing yet. */
function sayCame(
  said: ReturnType<typeof useSaid>['days'],
  { expected, came, day }: GridDayRow,
  today: string,
): string {
  if (expected === 0) return said.noRoster
  return day > today ? said.awaited(expected) : said.came(came, expected)
}

function Grids({ rows }: { rows: readonly GridDayRow[] }) {
  const said = useSaid().days
  const { language } = useReading()
  const nameOf = useNameOf()
  const { heads } = said
  const today = localDay(nowMs())
  const share = ({ came, expected }: GridDayRow) => said.shareCame(Math.round((came / expected) * 100))
  return (
    <RowTable
      label={said.title}
      rows={rows}
      keyOf={({ grid }) => grid.id}
      columns={[
        {
          head: heads.grid,
          cell: ({ grid, day }) => <Link to={`/grid-days/${grid.id}/${day}`}>{nameOf(grid)}</Link>,
        },
        { head: heads.place, cell: ({ grid }) => placeIn(language, { names: grid.way }) },
        { head: heads.came, cell: (row) => sayCame(said, row, today) },
        { head: heads.share, cell: (row) => row.expected > 0 && row.day <= today && share(row) },
        { head: heads.besides, cell: ({ besides }) => besides },
        { head: heads.heard, cell: ({ heard }) => heard },
      ]}
    />
  )
}
