import { useState } from 'react'
import type { EndWhistle } from '../../../cases/whistle/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { useSay } from '../../kit/status.tsx'
import { ActForm } from '../case/act-form.tsx'
import { useWords } from '../words.ts'
import { isSaid, SaidField } from './said-field.tsx'
import { useWhistleAct } from './use-whistles.ts'

const nothing = { result: '' }

/** Ends a whistle with one result for all. */
export function EndForm({ id }: { id: string }) {
  const { end: said, done } = useWords().consoleWhistles
  const say = useSay()
  const [{ result }, setDraft, forget] = useDraft(`whistle-end.${id}`, nothing)
  const [tried, setTried] = useState(false)
  const act = useWhistleAct<Omit<EndWhistle, 'requestId'>>(`/api/whistles/${id}/end`, () => {
    forget()
    say(done.end)
  })
  const send = () => {
    setTried(true)
    if (isSaid(result)) act.mutate({ result: result.trim() })
  }
  return (
    <section className="panel no-print" aria-label={said.title}>
      <h2>{said.title}</h2>
      <ActForm label={said.send} hint={said.hint} busy={act.isPending} error={act.error} onSend={send}>
        <SaidField
          label={said.result}
          needed={said.needed}
          value={result}
          tried={tried}
          onChange={(text) => setDraft({ result: text })}
        />
      </ActForm>
    </section>
  )
}
