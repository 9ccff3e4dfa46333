import { type FormEvent, useState } from 'react'
import type { ClaimRow, DecideClaim, Filed } from '../../../evaluation/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Check, Choices } from '../../kit/choice.tsx'
import { useSay } from '../../kit/status.tsx'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { isSaid, SaidField } from '../whistles/said-field.tsx'
import { useWords } from '../words.ts'

type Answer = 'granted' | 'dismissed'

/** The centre's decision on a claim; of an objection that is granted, what it takes out. */
export function DecideForm({ claim, onClose }: { claim: ClaimRow; onClose(): void }) {
  const { claims: said, claim: filing, unit } = useWords().consoleAssessment
  const say = useSay()
  const all = claim.subjects.map(({ subject }) => subject)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [out, setOut] = useState<readonly string[]>(all)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<Filed, Omit<DecideClaim, 'requestId'>>(`/api/assessment/claims/${claim.id}/decide`, {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (act.isPending || answer === null || !isSaid(words)) return
    const granted = answer === 'granted'
    act.mutate({ granted, takenOut: granted ? [...out] : [], words: words.trim() })
  }
  return (
    <form className="panel people__form" aria-label={said.decide} onSubmit={submit} noValidate>
      <Choices<Answer>
        label={said.answer}
        options={(['granted', 'dismissed'] as const).map((value) => ({ value, label: said[value] }))}
        value={answer}
        {...(tried && answer === null ? { error: said.choose } : {})}
        onChoose={setAnswer}
      />
      {answer === 'granted' && claim.kind === 'objection' && claim.subjects.length > 0 && (
        <fieldset className="field">
          <legend className="field__label">{said.takeOut}</legend>
          {claim.subjects.map(({ subject, number }) => (
            <Check
              key={subject}
              checked={out.includes(subject)}
              onCheck={(on) => setOut(on ? [...out, subject] : out.filter((other) => other !== subject))}
            >
              {number ?? unit.whistle}
            </Check>
          ))}
        </fieldset>
      )}
      <SaidField
        label={said.reply}
        needed={filing.needed}
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
