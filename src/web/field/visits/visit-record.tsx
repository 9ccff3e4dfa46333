import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { tongueOf } from '../../../kernel/tongue.ts'
import type { HomeVisit, HomeVisits } from '../../../visits/contract.ts'
import { useAct, useRead } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { ConfirmDialog } from '../../kit/confirm-dialog.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { Shown } from '../../kit/shown.tsx'
import { EmptyCard } from '../../kit/states.tsx'
import { useSay } from '../../kit/status.tsx'
import { useWords } from '../../preferences.tsx'
import { sayDay, sayMoment } from '../../words/time.ts'
import { useSaid } from './use-said.ts'

/** Why a home is visited and what was heard: read when somebody asks for it, since that is on record. */
export function VisitRecord({ homeId }: { homeId: string }) {
  const said = useSaid()
  const [open, setOpen] = useState(false)
  return (
    <Card title={said.record}>
      {open ? (
        <ReadRecord homeId={homeId} />
      ) : (
        <>
          <p>
            <small>{said.recordHint}</small>
          </p>
          <Button look="quiet" onClick={() => setOpen(true)}>
            {said.open}
          </Button>
        </>
      )}
    </Card>
  )
}

function ReadRecord({ homeId }: { homeId: string }) {
  const reading = useRead<HomeVisits>(`/api/visits/homes/${encodeURIComponent(homeId)}`)
  return <Shown reading={reading}>{(found) => <Told found={found} />}</Shown>
}

function Told({ found: { plan, wish, visits } }: { found: HomeVisits }) {
  const said = useSaid()
  const words = useWords()
  return (
    <>
      {wish && <WishPart wish={wish} />}
      {plan && (
        <p>
          {words.common.facts(
            ...plan.needs.map(({ need, days }) =>
              need === 'again'
                ? false
                : (need === 'new_arrival' ? said.within : said.every)(said.needs[need], days),
            ),
          )}
          <br />
          <small>{said.dueOn(sayDay(words, plan.dueOn, nowMs()))}</small>
        </p>
      )}
      {visits.length === 0 ? (
        <EmptyCard what={said.noVisits} next={said.noVisitsNext} />
      ) : (
        <ul className="rows" aria-label={said.visits}>
          {visits.map((visit) => (
            <VisitRow key={visit.id} visit={visit} />
          ))}
        </ul>
      )}
    </>
  )
}

function WishPart({ wish }: { wish: NonNullable<HomeVisits['wish']> }) {
  const said = useSaid()
  const words = useWords()
  const say = useSay()
  const act = useAct(`/api/visit-wishes/${wish.id}/end`, { onDone: () => say(said.wishEnded) })
  return (
    <>
      <p>{said.wish(sayDay(words, wish.saidOn, nowMs()))}</p>
      <Button look="quiet" wide busy={act.isPending} onClick={() => act.mutate({})}>
        {said.endWish}
      </Button>
      <FormError error={act.error} />
    </>
  )
}

function VisitRow({ visit }: { visit: HomeVisit }) {
  const said = useSaid()
  const words = useWords()
  const { how, outcome, by, own, heard, takenBackAt } = visit
  return (
    <li className="door__person">
      <span className="row__title">
        {words.common.facts(said.hows[how], (how === 'door' ? said.outcomes : said.reached)[outcome])}
      </span>
      <small>
        {words.common.facts(
          sayMoment(words, visit.visitedAt, nowMs()),
          own ? said.own : by && words.field.me.kinds[by],
          takenBackAt !== null && said.takenBack,
        )}
      </small>
      {heard !== null && (
        <p className="said" {...tongueOf(heard)}>
          {heard}
        </p>
      )}
      {visit.caseIds.map((id) => (
        <Link key={id} to={`/case/${id}`} className="link-button">
          {said.case}
        </Link>
      ))}
      {visit.canTakeBack && <TakeBack id={visit.id} />}
    </li>
  )
}

function TakeBack({ id }: { id: string }) {
  const said = useSaid()
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const act = useAct(`/api/visits/${id}/take-back`, { onDone: () => say(said.takenBack) })
  const go = () => {
    setAsking(false)
    act.mutate({})
  }
  return (
    <div className="door__acts">
      <Button look="quiet" busy={act.isPending} onClick={() => setAsking(true)}>
        {said.takeBack}
      </Button>
      <FormError error={act.error} />
      {asking && (
        <ConfirmDialog
          big
          title={said.takeBackAsk}
          label={said.takeBack}
          onConfirm={go}
          onClose={() => setAsking(false)}
        >
          <p>{said.takeBackNext}</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
