import { useState } from 'react'
import type { ActionPage } from '../../../cases/station/action.contract.ts'
import type { Whistle } from '../../../cases/whistle/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { PassOnLink } from '../passed-on/pass-on-link.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'
import { ActionList } from './action-list.tsx'
import { PlanForm } from './plan-form.tsx'

/** The joint actions of a whistle with their tasks, and the way to plan one, for whoever coordinates it. */
export function WhistleActions({ whistle }: { whistle: Whistle }) {
  const { actions: said } = useWords().consoleStation
  const me = useSignedIn()
  const [planning, setPlanning] = useState(false)
  const sees = mayDo(me, 'action.see')
  const { data } = useRead<ActionPage>(
    sees ? withQuery('/api/joint-actions', { whistleId: whistle.id, limit: '100' }) : null,
  )
  const plans = whistle.can.includes('call') && !whistle.practice && mayDo(me, 'action.lead')
  const rows = data?.rows ?? []
  if (rows.length === 0 && !plans) return null
  return (
    <section aria-label={said.ofWhistle}>
      <h2>{said.ofWhistle}</h2>
      {rows.length > 0 && <ActionList rows={rows} />}
      {planning && <PlanForm whistleId={whistle.id} onClose={() => setPlanning(false)} />}
      {plans && !planning && (
        <p className="no-print">
          <Button look="quiet" onClick={() => setPlanning(true)}>
            {said.plan}
          </Button>
        </p>
      )}
      {!whistle.practice && <PassOnLink from={{ whistle: whistle.id }} />}
    </section>
  )
}
