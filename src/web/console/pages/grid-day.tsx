import '../books.css'
import '../rounds/rounds.css'
import { Link, useParams } from '@tanstack/react-router'
import type { GridDay, RosterEntry } from '../../../rounds/grid-day.contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { nameIn, placeIn, useNameOf } from '../../shared/names.ts'
import { localDay, momentFacts, sayDate } from '../../words/time.ts'
import { NotPermitted } from '../not-permitted.tsx'
import { Cases } from '../rounds/parts.tsx'
import { useSaid } from '../rounds/use-said.ts'
import { RowTable } from '../row-table.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useReading } from '../words.ts'

/** One day in one grid: who was expected, who came, what was heard and what became of it. */
export default function GridDayPage() {
  const said = useSaid().days
  const { id = '', day = '' } = useParams({ strict: false }) as { id?: string; day?: string }
  const reading = useRead<GridDay>(`/api/grid-days/${encodeURIComponent(id)}/${encodeURIComponent(day)}`)
  useTitle(said.title)
  if (!mayDo(useSignedIn(), 'round.see')) return <NotPermitted />
  return (
    <div className="book">
      <p className="no-print">
        <Link to="/grid-days" search={{ month: day.slice(0, 7) }} className="text-button">
          {said.back}
        </Link>
      </p>
      <Shown reading={reading} heading={said.title}>
        {(one) => <Day day={one} />}
      </Shown>
    </div>
  )
}

function Day({ day: { grid, day, roster, heard } }: { day: GridDay }) {
  const said = useSaid().days
  const { words, language } = useReading()
  const nameOf = useNameOf()
  return (
    <>
      <h1>{nameOf(grid)}</h1>
      <p className="book__lead">
        {words.common.facts(placeIn(language, { names: grid.way }), sayDate(words, day))}
      </p>
      <section>
        <h2>{said.roster}</h2>
        <Roster roster={roster} isOver={day < localDay(nowMs())} />
      </section>
      <section>
        <h2>{said.heardTitle}</h2>
        <Cases cases={heard} none={said.noHeard} />
      </section>
    </>
  )
}

interface RosterProps {
  readonly roster: readonly RosterEntry[]
  /** Whoever has not come by then was not there. */
  readonly isOver: boolean
}

function Roster({ roster, isOver }: RosterProps) {
  const said = useSaid().days
  const { words, language } = useReading()
  const near = (metres: number | null): string =>
    metres === null ? said.unknownPlace : metres === 0 ? said.inside : said.metres(metres)
  const came = ({ checkIn }: RosterEntry) =>
    checkIn && words.common.facts(momentFacts(checkIn.cameAt, nowMs()).clock, near(checkIn.metres))
  return (
    <RowTable
      label={said.roster}
      rows={roster}
      keyOf={({ who }) => Object.values(who).join()}
      columns={[
        {
          head: said.name,
          cell: ({ zh, en, role }) =>
            zh === null ? said.roles[role] : nameIn(language, { zh, en: en ?? zh }),
        },
        { head: said.role, cell: ({ role }) => said.roles[role] },
        { head: said.expected, cell: ({ expected }) => (expected ? said.isExpected : said.isBeside) },
        {
          head: said.arrived,
          cell: (entry) => came(entry) ?? (isOver ? said.notCame : said.notYet),
          isLate: ({ expected, checkIn }) => expected && isOver && checkIn === null,
        },
      ]}
    />
  )
}
