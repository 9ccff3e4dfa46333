import { useState } from 'react'
import type { Point } from '../../../cases/contract.ts'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../kit/status.tsx'
import { askPhone, knowsPosition } from '../../shared/report/use-position.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import type { CallActsProps } from './call-acts.tsx'
import { useWhistleAct } from './use-whistles.ts'

/** 报到: where the phone is goes with it. Who cannot or will not say so reports all the same, and the street confirms. */
export function ArriveButton({ whistleId, call, first }: CallActsProps & { first: boolean }) {
  const { arrive: said, acts } = useWords().consoleWhistles
  const say = useSay()
  const [state, setState] = useState<'idle' | 'asking' | 'denied'>('idle')
  const act = useWhistleAct<{ point?: Point }>(
    `/api/whistles/${whistleId}/calls/${call.id}/arrive`,
    (reply) => {
      const there = reply.call?.stage === 'arrived'
      say(there ? said.there : state === 'denied' ? said.unknown : said.away)
      setState('idle')
    },
  )
  const report = async () => {
    if (!knowsPosition()) return setState('denied')
    setState('asking')
    try {
      const { lon, lat } = await askPhone()
      setState('idle')
      act.mutate({ point: { lon, lat } })
    } catch {
      setState('denied')
    }
  }
  const look = first ? 'main' : 'quiet'
  if (state === 'denied')
    return (
      <div role="status">
        <p>{said.denied}</p>
        <div className="whistle__now">
          {knowsPosition() && (
            <Button look="quiet" onClick={report}>
              {said.again}
            </Button>
          )}
          <Button busy={act.isPending} onClick={() => act.mutate({})}>
            {said.without}
          </Button>
        </div>
        <FormProblem error={act.error} />
      </div>
    )
  return (
    <>
      <Button big look={look} aria-busy={state === 'asking'} busy={act.isPending} onClick={report}>
        {state === 'asking' ? said.asking : acts.arrive}
      </Button>
      <FormProblem error={act.error} />
    </>
  )
}
