import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { WhistleCall } from '../../../cases/whistle/contract.ts'
import { Button } from '../../kit/button.tsx'
import { useSay } from '../../kit/status.tsx'
import { FormProblem } from '../form-problem.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'
import { ArriveButton } from './arrive-button.tsx'
import { NoteForm } from './note-form.tsx'
import { RateForm } from './rate-form.tsx'
import { useWhistleAct } from './use-whistles.ts'

type Worded = Exclude<WhistleCall['can'][number], 'sign' | 'arrive'>

/** In the order in which they are waited for; those of the unit before those of the street. */
const worded: readonly Worded[] = ['act', 'contact', 'refuse', 'confirm', 'release', 'rate', 'press']

export interface CallActsProps {
  readonly whistleId: string
  readonly call: WhistleCall
  /** The unit, in the reader's language. */
  readonly name: string
}

/** What it did stands: only then is there something to advise on. */
const isOver = ({ stage }: WhistleCall): boolean =>
  stage === 'released' || stage === 'refused' || stage === 'absent'

/** What the reader may do about one unit, as the server says. To sign and to arrive is one tap; the rest has a form each. */
export function CallActs(props: CallActsProps) {
  const { call, name } = props
  const { acts: said } = useWords().consoleWhistles
  const { can } = call
  const offered = worded.filter((act) => can.includes(act))
  // Whoever has come is there to act: that form needs no opening.
  const [chosen, setChosen] = useState<Worded | 'none'>('act')
  const open = offered.find((act) => act === chosen) ?? null
  const mayAdvise = mayDo(useSignedIn(), 'whistle.advise') && call.how === 'whistled' && isOver(call)
  if (can.length === 0 && !mayAdvise) return null
  const label = (act: Worded) => (act === 'refuse' ? said.refuse[call.how] : said[act])
  return (
    <div className="whistle__acts no-print">
      {(can.includes('sign') || can.includes('arrive')) && (
        <div className="whistle__now">
          {can.includes('sign') && <SignButton {...props} />}
          {can.includes('arrive') && <ArriveButton {...props} first={!can.includes('sign')} />}
        </div>
      )}
      {offered.length > 0 && (
        <ul className="panel__acts" aria-label={said.of(name)}>
          {offered.map((act) => (
            <li key={act}>
              <button
                type="button"
                aria-expanded={act === open}
                aria-pressed={act === open}
                onClick={() => setChosen(act === open ? 'none' : act)}
              >
                {label(act)}
              </button>
            </li>
          ))}
        </ul>
      )}
      {open === 'rate' && <RateForm {...props} onDone={() => setChosen('act')} />}
      {open !== null && open !== 'rate' && (
        <NoteForm key={open} {...props} act={open} onDone={() => setChosen('act')} />
      )}
      {mayAdvise && (
        <p>
          <Link to="/whistles/advice" search={{ unit: call.unit.id, call: call.id }}>
            {said.advise}
          </Link>
        </p>
      )}
    </div>
  )
}

function SignButton({ whistleId, call }: CallActsProps) {
  const { acts: said, done } = useWords().consoleWhistles
  const say = useSay()
  const act = useWhistleAct<object>(`/api/whistles/${whistleId}/calls/${call.id}/sign`, () => say(done.sign))
  return (
    <>
      <Button big busy={act.isPending} onClick={() => act.mutate({})}>
        {said.sign}
      </Button>
      <FormProblem error={act.error} />
    </>
  )
}
