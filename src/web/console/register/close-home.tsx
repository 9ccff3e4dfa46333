import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { HomeCard } from '../../../people/register/read.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../kit/status.tsx'
import { useAddressOf } from '../../shared/register/use-said.ts'
import { ActDialog } from '../act-dialog.tsx'
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
  return (
    <div className="act-form">
      <p className="act-form__hint">{said.when}</p>
      <Button look="danger" onClick={() => setAsking(true)}>
        {said.send}
      </Button>
      {asking && (
        <ActDialog
          title={said.ask(addressOf(place))}
          onClose={() => setAsking(false)}
          label={said.send}
          look="danger"
          act={act}
          onConfirm={() => act.mutate({ seq: home.seq, ended: true })}
        >
          <p>{said.next}</p>
        </ActDialog>
      )}
    </div>
  )
}
