import { type FormEvent, useState } from 'react'
import type { ClaimRow, FileClaim, Filed } from '../../../evaluation/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { useSay } from '../../kit/status.tsx'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { isSaid, SaidField } from '../whistles/said-field.tsx'
import { useWords } from '../words.ts'

interface ClaimFormProps {
  readonly kind: ClaimRow['kind']
  readonly unitId: string
  readonly month: string
  readonly subjects: readonly string[]
  onClose(): void
}

/** Asks that a case be taken out of a unit's month, or objects to its score. */
export function ClaimForm({ kind, unitId, month, subjects, onClose }: ClaimFormProps) {
  const { claim: said } = useWords().consoleAssessment
  const say = useSay()
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<Filed, Omit<FileClaim, 'requestId'>>('/api/assessment/claims', {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!act.isPending && isSaid(words))
      act.mutate({ kind, unitId, month, subjects: [...subjects], words: words.trim() })
  }
  const label = kind === 'exclusion' ? said.exclude : said.object
  return (
    <form className="panel people__form" aria-label={label} onSubmit={submit} noValidate>
      <SaidField
        label={said.words}
        hint={kind === 'exclusion' ? said.excludeHint : said.objectHint}
        needed={said.needed}
        rows={3}
        value={words}
        tried={tried}
        onChange={setWords}
      />
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={onClose} />
    </form>
  )
}
