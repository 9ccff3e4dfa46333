import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { HomeCard } from '../../../people/register/read.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Dialog } from '../../kit/dialog.tsx'
import { useSay } from '../../kit/status.tsx'
import { useAddressOf } from '../../shared/register/use-said.ts'
import { ConfirmActs } from '../confirm-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useDeskSaid } from './use-desk-said.ts'

/** Ends a home in which nobody is registered; whoever does it is led back to the building. */
export function CloseHome({ card: { home, place, people, children } }: { card: HomeCard }) {
  const { closeHome: said } = useDeskSaid()
  const say = useSay()
  const addressOf = useAddressOf()
  const navigate = useNavigate()
  const [asking, setAsking] = useState(false)
  const act = useAct(`/api/register/homes/${home.id}`, {
    onDone: async () => {
      say(said.done)
      await navigate({ to: '/register', search: { area: place.buildingId } })
    },
  })
  if (people.length + children > 0) return <p className="act-form">{said.lived}</p>
  const send = () => {
    if (!act.isPending) act.mutate({ seq: home.seq, ended: true })
  }
  return (
    <div className="act-form">
      <p className="act-form__hint">{said.when}</p>
      <Button look="danger" onClick={() => setAsking(true)}>
        {said.send}
      </Button>
      {asking && (
        <Dialog
          title={said.ask(addressOf(place))}
          onClose={() => setAsking(false)}
          acts={
            <ConfirmActs
              label={said.send}
              look="danger"
              busy={act.isPending}
              onConfirm={send}
              onCancel={() => setAsking(false)}
            />
          }
        >
          <p>{said.next}</p>
          <FormProblem error={act.error} />
        </Dialog>
      )}
    </div>
  )
}
