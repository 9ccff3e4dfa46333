import '../../shared/rows.css'
import '../rounds/rounds.css'
import { Link } from '@tanstack/react-router'
import type { FieldRounds } from '../../../rounds/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { sayDay, sayMoment } from '../../words/time.ts'
import { useSaid } from '../rounds/use-said.ts'
import { useWaiting } from '../rounds/use-waiting.ts'
import { StaffGate } from '../session/gate.tsx'

/** The estates of the own grids, those due for a round first. */
export default function RoundsPage() {
  const said = useSaid()
  useTitle(said.title)
  return (
    <StaffGate>
      {(me) =>
        me.acts.includes('round.walk') ? (
          <Estates />
        ) : (
          <Empty wholePage what={said.noPost} next={said.noPostNext} />
        )
      }
    </StaffGate>
  )
}

function Estates() {
  const said = useSaid()
  const reading = useRead<FieldRounds>('/api/field/rounds')
  return (
    <Shown reading={reading} heading={said.title}>
      {({ estates }) => (
        <>
          <h1>{said.title}</h1>
          <p className="lead">{said.lead}</p>
          {estates.length === 0 ? (
            <Empty what={said.none} next={said.noneNext} />
          ) : (
            <Card title={said.due(estates.filter(({ isDue }) => isDue).length)}>
              <ul className="rows">
                {estates.map((row) => (
                  <EstateLine key={row.place.id} row={row} />
                ))}
              </ul>
            </Card>
          )}
          <p className="after">
            <Link to="/" className={buttonClass({ look: 'quiet' })}>
              {said.today}
            </Link>
          </p>
        </>
      )}
    </Shown>
  )
}

function EstateLine({ row }: { row: FieldRounds['estates'][number] }) {
  const { place, estateKind, lastRoundAt, dueOn, isDue, open } = row
  const said = useSaid()
  const words = useWords()
  const nameOf = useNameOf()
  const pieces = useWaiting()
  const waits = pieces.some(({ act, body }) => act === 'round' && body.areaId === place.id)
  return (
    <li>
      <Link to={`/rounds/${place.id}`} className="row">
        <span className="row__head">
          <span className="row__title">{nameOf(place)}</span>
          <span>
            {waits
              ? said.waits
              : isDue || dueOn === null
                ? said.isDue
                : said.dueOn(sayDay(words, dueOn, nowMs()))}
          </span>
        </span>
        <small>
          {words.common.facts(
            said.kinds[estateKind],
            lastRoundAt === null ? said.never : said.last(sayMoment(words, lastRoundAt, nowMs())),
            open > 0 && said.open(open),
          )}
        </small>
      </Link>
    </li>
  )
}
