import { useState } from 'react'
import type { PersonCard } from '../../../people/register/read.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { TextField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { useSaid } from '../../shared/register/use-said.ts'
import { dayAfter, localDay } from '../../words/time.ts'
import { ActForm } from '../case/act-form.tsx'
import { useDeskSaid } from './use-desk-said.ts'

/** A flag stands for a year at most from its first day; what is needed longer rests on a new consent. */
const MOST_DAYS = 365

/** Says that care is needed still, until another day. */
export function ReviewCare({ flag, onDone }: { flag: PersonCard['care'][number]; onDone(): void }) {
  const { desk } = useSaid()
  const { reviewCare: said } = useDeskSaid()
  const say = useSay()
  const [endsOn, setEndsOn] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct(`/api/register/care/${flag.id}/review`, {
    onDone: () => {
      say(said.done)
      onDone()
    },
  })
  const send = () => {
    setTried(true)
    if (endsOn !== '') act.mutate({ endsOn })
  }
  return (
    <ActForm label={said.send} hint={said.lead} busy={act.isPending} error={act.error} onSend={send}>
      <TextField
        label={desk.careEnds}
        hint={said.tooLong}
        type="date"
        min={dayAfter(localDay(nowMs()))}
        max={dayAfter(flag.startsOn, MOST_DAYS)}
        error={tried && endsOn === '' ? desk.careEndsMissing : undefined}
        value={endsOn}
        onChange={(event) => setEndsOn(event.target.value)}
      />
    </ActForm>
  )
}
