import { useState } from 'react'
import type { DeclineQuestion, DeclineReason, DeskQuestion, Done } from '../../../neighbours/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Choices } from '../../kit/choice.tsx'
import { TextArea } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { ActForm } from '../case/act-form.tsx'
import { useSaid } from './use-said.ts'

const reasons: readonly DeclineReason[] = ['report_it', 'not_ours', 'personal', 'repeated', 'abusive']
const MOST = 500

/** Says to whoever asked why there is no answer, and where to turn instead. */
export function DeclineForm({ question }: { question: DeskQuestion }) {
  const { decline: said } = useSaid()
  const say = useSay()
  const [because, setBecause] = useState<DeclineReason | null>(null)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<Done, Omit<DeclineQuestion, 'requestId'>>(`/api/questions/${question.id}/decline`, {
    onDone: () => say(said.done),
  })
  const missing = words.trim().length < 2
  const send = () => {
    setTried(true)
    if (because !== null && !missing && words.length <= MOST) act.mutate({ because, words: words.trim() })
  }
  return (
    <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
      <Choices<DeclineReason>
        label={said.because}
        {...(tried && because === null ? { error: said.becauseMissing } : {})}
        options={reasons.map((value) => {
          const { label, hint } = said.reasons[value]
          return hint === '' ? { value, label } : { value, label, hint }
        })}
        value={because}
        onChoose={setBecause}
      />
      <TextArea
        label={said.label}
        hint={said.hint}
        error={tried && missing ? said.missing : undefined}
        most={MOST}
        rows={3}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </ActForm>
  )
}
