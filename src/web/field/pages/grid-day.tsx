import '../../shared/rows.css'
import '../rounds/rounds.css'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { FieldGridDays, GridDay, RosterEntry } from '../../../rounds/grid-day.contract.ts'
import { useAct, useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useSay } from '../../kit/status.tsx'
import { usePreferences, useWords } from '../../preferences.tsx'
import { nameIn, useNameOf } from '../../shared/names.ts'
import { askPhone, knowsPosition } from '../../shared/report/use-position.ts'
import { useWholeDistrict } from '../../shared/whole-district.ts'
import { momentFacts, sayDay } from '../../words/time.ts'
import { daysToCome } from '../rounds/days-to-come.ts'
import { keepOrSend } from '../rounds/send-piece.ts'
import { useSaid } from '../rounds/use-said.ts'
import { useWaiting } from '../rounds/use-waiting.ts'
import { StaffGate } from '../session/gate.tsx'

/** 驻点日: who is expected in the own grid today, and who is here. */
export default function GridDayPage() {
  const { day } = useSaid()
  useTitle(day.title)
  return (
    <StaffGate>
      {(me) =>
        me.acts.includes('grid_day.check_in') ? (
          <Read />
        ) : (
          <Empty wholePage what={day.none} next={day.noneNext} />
        )
      }
    </StaffGate>
  )
}

function Read() {
  const said = useSaid()
  const words = useWords()
  const reading = useRead<FieldGridDays>('/api/field/grid-days')
  return (
    <Shown reading={reading} heading={said.day.title}>
      {(read) => {
        const { days, isToday } = daysToCome(read)
        const first = days[0]
        if (first === undefined)
          return read.days.length === 0 ? (
            <Empty wholePage what={said.day.none} next={said.day.noneNext} />
          ) : (
            <Empty wholePage what={said.day.over} next={said.day.overNext} />
          )
        const when = sayDay(words, first.day, nowMs())
        return (
          <>
            <h1>{said.day.title}</h1>
            <p className="lead">{isToday ? said.day.lead(when) : said.day.notToday(when)}</p>
            {days.map((day) => (
              <Day key={day.id} day={day} isToday={isToday} />
            ))}
            {isToday && <p className="field__hint">{said.day.point}</p>}
            <p className="after">
              <Link to="/" className={buttonClass({ look: 'quiet' })}>
                {said.today}
              </Link>
            </p>
          </>
        )
      }}
    </Shown>
  )
}

function Day({ day, isToday }: { day: GridDay; isToday: boolean }) {
  const { day: said } = useSaid()
  const nameOf = useNameOf()
  const expected = day.roster.filter((entry) => entry.expected)
  const others = day.roster.filter((entry) => !entry.expected)
  const came = expected.filter(({ checkIn }) => checkIn !== null)
  const row = (entry: RosterEntry) => (
    <Entry key={Object.values(entry.who).join()} entry={entry} day={day} isToday={isToday} />
  )
  return (
    <Card
      title={nameOf(day.grid)}
      aside={isToday && <span>{said.roster(came.length, expected.length)}</span>}
    >
      {expected.map(row)}
      {others.length > 0 && <p className="field__hint">{said.others}</p>}
      {others.map(row)}
      {isToday && <Heard day={day} />}
    </Card>
  )
}

/** One on the roster: came when and how near, or a tap that says so. */
function Entry({ entry, day, isToday }: { entry: RosterEntry; day: GridDay; isToday: boolean }) {
  const { day: said } = useSaid()
  const { common } = useWords()
  const { language } = usePreferences()
  const pieces = useWaiting()
  const isWaiting = pieces.some(
    ({ act, body }) =>
      act === 'check_in' &&
      body.gridId === day.grid.id &&
      (entry.self
        ? body.holderId === undefined && body.unitId === undefined
        : body.holderId === (entry.who.holderId ?? undefined) &&
          body.unitId === (entry.who.unitId ?? undefined)),
  )
  const { checkIn } = entry
  const role = said.roles[entry.role]
  const called = entry.zh === null ? role : nameIn(language, { zh: entry.zh, en: entry.en ?? entry.zh })
  const near = (metres: number | null): string =>
    metres === null ? said.unknownPlace : metres === 0 ? said.inside : said.metres(metres)
  return (
    <div className="roster__row">
      <div>
        {called}
        <small>
          {common.facts(
            entry.zh !== null && role,
            checkIn && said.came(momentFacts(checkIn.cameAt, nowMs()).clock),
            checkIn && near(checkIn.metres),
            !checkIn && isWaiting && said.checkedIn,
            !checkIn && !isWaiting && isToday && said.waiting,
          )}
        </small>
      </div>
      {isToday && checkIn === null && !isWaiting && <Came entry={entry} day={day} called={called} />}
      {isToday && checkIn?.own && <TakeBack id={checkIn.id} />}
    </div>
  )
}

function Came({ entry, day, called }: { entry: RosterEntry; day: GridDay; called: string }) {
  const { day: said } = useSaid()
  const say = useSay()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  // Whoever has an account comes for themselves.
  if (!entry.self && entry.who.accountId !== null) return null
  const go = async () => {
    setBusy(true)
    setError(null)
    const { holderId, unitId } = entry.who
    const position = knowsPosition() ? await askPhone().catch(() => null) : null
    try {
      const outcome = await keepOrSend(queries, {
        act: 'check_in',
        about: { zh: day.grid.zh, en: day.grid.en },
        body: {
          gridId: day.grid.id,
          ...(!entry.self && holderId !== null && { holderId }),
          ...(!entry.self && unitId !== null && { unitId }),
          ...(position && { point: { lon: position.lon, lat: position.lat } }),
        },
        photos: [],
      })
      say(said.checkedIn)
      // Until the roster says so, nobody is asked to come once more.
      if (outcome === 'sent')
        await queries.invalidateQueries({ queryKey: ['/api/field/grid-days'] }, { cancelRefetch: false })
    } catch (problem) {
      setError(problem)
    }
    setBusy(false)
  }
  return (
    <>
      <Button look={entry.self ? 'main' : 'quiet'} disabled={busy} onClick={() => void go()}>
        {busy ? said.asking : entry.self ? said.checkIn : said.checkInOf(called)}
      </Button>
      <FormError error={error} />
    </>
  )
}

function TakeBack({ id }: { id: string }) {
  const { day: said } = useSaid()
  const say = useSay()
  const act = useAct(`/api/grid-days/check-ins/${id}/take-back`, { onDone: () => say(said.takenBack) })
  return (
    <>
      <button type="button" className="link-button" onClick={() => act.mutate({})}>
        {said.takeBack}
      </button>
      <FormError error={act.error} />
    </>
  )
}

/** What residents said here, and what became of it; one more is a report that names this day. */
function Heard({ day }: { day: GridDay }) {
  const { day: said } = useSaid()
  const { common } = useWords()
  const navigate = useNavigate()
  const district = useWholeDistrict()
  const report = async () => {
    const { beginReport } = await import('../report/next-report.ts')
    const { placeOfRound } = await import('../rounds/place-steps.rule.ts')
    beginReport({ place: placeOfRound(district, day.grid), occasion: { kind: 'grid_day', id: day.id } })
    await navigate({ to: '/report' })
  }
  return (
    <>
      <p className="walk__name">{said.heard(day.heard.length)}</p>
      {day.heard.map((one) => (
        <p key={one.id}>{common.facts(one.number, said.states[one.state])}</p>
      ))}
      <Button wide onClick={() => void report()}>
        {said.report}
      </Button>
    </>
  )
}
