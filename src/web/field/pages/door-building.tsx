import '../../shared/rows.css'
import { Link, useParams } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { AreaPath } from '../../../areas/contract.ts'
import type { RegisterReceipt } from '../../../people/register/contract.ts'
import type { HomePage, HomeRow } from '../../../people/register/read.contract.ts'
import { useAct, useRead, useReadPages, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { Pager } from '../../kit/pager.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useSaid } from '../../shared/register/use-said.ts'
import { sayDay } from '../../words/time.ts'
import { DoorGate } from '../door/door-gate.tsx'

/** The homes of a building: which door, and when somebody was last there. */
export default function DoorBuildingPage() {
  const { id } = useParams({ strict: false })
  useTitle(useSaid().door.title)
  return (
    <DoorGate>
      <Building id={id ?? ''} />
    </DoorGate>
  )
}

function Building({ id }: { id: string }) {
  const { door } = useSaid()
  const nameOf = useNameOf()
  const { common } = useWords()
  const place = useRead<AreaPath>(`/api/areas/${encodeURIComponent(id)}`)
  return (
    <Shown reading={place} heading={door.title}>
      {({ area, steps }) => (
        <>
          <h1>{nameOf(area)}</h1>
          <p className="lead">{common.facts(...steps.slice(2, -1).map(nameOf))}</p>
          <Homes buildingId={area.id} />
          <AddHome buildingId={area.id} />
          <p className="after">
            <Link to="/door" className={buttonClass({ look: 'quiet' })}>
              {door.back}
            </Link>
          </p>
        </>
      )}
    </Shown>
  )
}

function Homes({ buildingId }: { buildingId: string }) {
  const { door } = useSaid()
  const reading = useReadPages<HomePage>(withQuery('/api/register/homes', { buildingId }))
  return (
    <Shown reading={reading}>
      {({ pages }) => {
        const homes = pages.flatMap(({ rows }) => rows)
        if (homes.length === 0) return <Empty what={door.noHomes} next={door.noHomesNext} />
        const count = door.homeCount(homes.length, reading.hasNextPage)
        return (
          <Card title={door.homes(count)}>
            <ul className="rows">
              {homes.map((home) => (
                <HomeLine key={home.id} home={home} />
              ))}
            </ul>
            {/* All that there are: the title has counted them. */}
            {reading.hasNextPage && (
              <Pager
                shown={homes.length}
                hasMore
                busy={reading.isFetchingNextPage}
                count={count}
                onMore={() => void reading.fetchNextPage()}
              />
            )}
          </Card>
        )
      }}
    </Shown>
  )
}

function HomeLine({ home: { id, label, use, living, confirmedOn } }: { home: HomeRow }) {
  const said = useSaid()
  const words = useWords()
  return (
    <li>
      <Link to={`/door/home/${id}`} className="row">
        <span className="row__title">{label}</span>
        <small>
          {words.common.facts(
            use !== 'dwelling' && said.uses[use],
            said.living(living),
            confirmedOn === null ? said.neverConfirmed : said.confirmed(sayDay(words, confirmedOn, nowMs())),
          )}
        </small>
      </Link>
    </li>
  )
}

function AddHome({ buildingId }: { buildingId: string }) {
  const { door } = useSaid()
  const say = useSay()
  const [label, setLabel] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<RegisterReceipt>('/api/register/homes', {
    onDone: () => {
      say(door.added)
      setLabel('')
      setTried(false)
    },
  })
  const send = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (label.trim() !== '') act.mutate({ buildingId, label: label.trim() })
  }
  return (
    <Card title={door.addHome} folds>
      <form onSubmit={send} noValidate>
        <TextField
          label={door.label}
          hint={door.labelHint}
          maxLength={40}
          autoComplete="off"
          error={tried && label.trim() === '' ? door.labelMissing : undefined}
          value={label}
          onChange={(event) => setLabel(event.target.value)}
        />
        <FormError error={act.error} />
        <Button type="submit" look="quiet" wide busy={act.isPending}>
          {door.add}
        </Button>
      </form>
    </Card>
  )
}
