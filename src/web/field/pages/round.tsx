import '../today/today.css'
import '../rounds/rounds.css'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { Checklist, FieldRounds } from '../../../rounds/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { newRequestId } from '../../api/identity.ts'
import { useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { ItemCard } from '../rounds/item-card.tsx'
import { keepOrSend } from '../rounds/send-piece.ts'
import { useSaid } from '../rounds/use-said.ts'
import { countTicks, leftOf, roundOf, type Tick, untouched, type Walk } from '../rounds/walk.rule.ts'
import { StaffGate } from '../session/gate.tsx'

/** A round through one estate: its list, thing by thing. */
export default function RoundPage() {
  const said = useSaid()
  const { id } = useParams({ strict: false })
  useTitle(said.title)
  return <StaffGate>{() => <Read id={id ?? ''} />}</StaffGate>
}

function Read({ id }: { id: string }) {
  const said = useSaid()
  const reading = useRead<FieldRounds>('/api/field/rounds')
  return (
    <Shown reading={reading} heading={said.title}>
      {({ estates, checklists }) => {
        const estate = estates.find(({ place }) => place.id === id)
        const list = checklists.find(
          (one) => one.id === estate?.checklistId && one.estateKind === estate.estateKind,
        )
        if (!estate || !list)
          return (
            <Empty wholePage what={said.none} next={said.noneNext}>
              <Back />
            </Empty>
          )
        return <Round key={id} estate={estate} list={list} />
      }}
    </Shown>
  )
}

function Back() {
  const { back } = useSaid()
  return (
    <Link to="/rounds" className={buttonClass({ look: 'quiet' })}>
      {back}
    </Link>
  )
}

type Estate = FieldRounds['estates'][number]

function Round({ estate, list }: { estate: Estate; list: Checklist }) {
  const said = useSaid()
  const { common } = useWords()
  const nameOf = useNameOf()
  const [ended, setEnded] = useState<Walk | null>(null)
  const { place } = estate
  return (
    <>
      <h1>{nameOf(place)}</h1>
      <p className="lead">{common.facts(said.kinds[estate.estateKind], ...place.way.slice(1).map(nameOf))}</p>
      {ended === null ? <Walking estate={estate} list={list} onEnd={setEnded} /> : <Ended walk={ended} />}
    </>
  )
}

const begin = (): Walk => ({
  roundId: newRequestId(),
  startedAt: new Date(nowMs()).toISOString(),
  ticks: {},
})

function Walking({ estate, list, onEnd }: { estate: Estate; list: Checklist; onEnd(walk: Walk): void }) {
  const { walk: said } = useSaid()
  const [start] = useState(begin)
  const [walk, change, forget] = useDraft(`round.${estate.place.id}`, start)
  const [asking, setAsking] = useState<string | null>(null)
  // A finding on its way: its form stays until it is there.
  const [sending, setSending] = useState(false)
  const places = useMemo(() => [estate.place, ...estate.buildings], [estate])
  const put = (ticks: Readonly<Record<string, Tick>>) =>
    change((before) => ({ ticks: { ...before.ticks, ...ticks } }))
  const clear = (code: string) => change(({ ticks: { [code]: _cleared, ...others } }) => ({ ticks: others }))
  const fresh = untouched(list, walk, estate.items)
  const calm = fresh.filter((code) => code !== asking)
  const left = leftOf(list, walk)
  const stillOpen = left.length - fresh.length
  const end = useEndRound(estate, list, walk, () => {
    forget()
    onEnd(walk)
  })
  return (
    <>
      <p role="status" className="walk__count">
        {said.counted(list.items.length - left.length, list.items.length)}
      </p>
      {(['hazard', 'facility'] as const).map((kind) => (
        <Card key={kind} title={kind === 'hazard' ? said.hazards : said.facilities}>
          {list.items
            .filter((item) => item.kind === kind)
            .map((item) => (
              <ItemCard
                key={item.code}
                item={item}
                known={estate.items.find((known) => known.item === item.code)}
                tick={walk.ticks[item.code]}
                asking={asking === item.code}
                estate={estate.place}
                places={places}
                sending={sending || end.busy}
                onSending={setSending}
                onTick={(one) => (one === null ? clear(item.code) : put({ [item.code]: one }))}
                onAsk={(on) => setAsking((open) => (on ? item.code : open === item.code ? null : open))}
              />
            ))}
        </Card>
      ))}
      {calm.length > 0 && (
        <Button
          wide
          big
          look="quiet"
          onClick={() =>
            put(Object.fromEntries(calm.map((code) => [code, { state: 'fine', findingId: null } as const])))
          }
        >
          {said.othersFine(calm.length)}
        </Button>
      )}
      <FormError error={end.error} />
      <p className="after">
        {calm.length > 0 && <small>{said.endMissing(calm.length)}</small>}{' '}
        {stillOpen > 0 && <small>{said.endOpen(stillOpen)}</small>}
        <Button wide big busy={end.busy} disabled={left.length > 0 || sending} onClick={() => void end.go()}>
          {said.end}
        </Button>
      </p>
      <Foot hasTicks={left.length < list.items.length} onDrop={forget} />
    </>
  )
}

function Foot({ hasTicks, onDrop }: { hasTicks: boolean; onDrop(): void }) {
  const { walk: said } = useSaid()
  const [asking, setAsking] = useState(false)
  return (
    <p className="after">
      <small>{said.drafted}</small>{' '}
      {hasTicks && (
        <button type="button" className="link-button" onClick={() => setAsking(true)}>
          {said.drop}
        </button>
      )}
      <br />
      <Back />
      {asking && (
        <ConfirmDialog
          look="danger"
          title={said.dropAsk}
          label={said.drop}
          onConfirm={() => {
            onDrop()
            setAsking(false)
          }}
          onClose={() => setAsking(false)}
        >
          <p>{said.dropNext}</p>
        </ConfirmDialog>
      )}
    </p>
  )
}

/** Sends the round, or keeps it to be sent; its findings went out before it. */
function useEndRound({ place }: Estate, list: Checklist, walk: Walk, onEnded: () => void) {
  const queries = useQueryClient()
  const say = useSay()
  const { done } = useSaid()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const go = async () => {
    setBusy(true)
    setError(null)
    try {
      const body = { ...roundOf(place.id, list, walk) }
      const about = { zh: place.zh, en: place.en }
      const outcome = await keepOrSend(queries, { act: 'round', about, body, photos: [] })
      say(done[outcome])
      onEnded()
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return { busy, error, go }
}

function Ended({ walk }: { walk: Walk }) {
  const { done } = useSaid()
  const [fine, found, absent] = (['fine', 'found', 'absent'] as const).map((state) => countTicks(walk, state))
  return (
    <Card title={done.title}>
      <p>{done.said(fine ?? 0, found ?? 0, absent ?? 0)}</p>
      {(found ?? 0) > 0 && <p>{done.next}</p>}
      <p className="after">
        <Back />
      </p>
    </Card>
  )
}
