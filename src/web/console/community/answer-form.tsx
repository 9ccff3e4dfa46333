import { useState } from 'react'
import type { AnswerQuestion, DeskQuestion, Done } from '../../../neighbours/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Choices } from '../../kit/choice.tsx'
import { TextArea } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { ActForm } from '../case/act-form.tsx'
import { useSaid } from './use-said.ts'

const MOST = { answer: 1000, question: 300 }
type Readers = 'everyone' | 'asker'

/**
 * Answers a question. What everybody is to read of it is written anew: the asker's own words are never its draft, since
 * what they say of themselves would slip out with them.
 */
export function AnswerForm({ question }: { question: DeskQuestion }) {
  const { answer: said } = useSaid()
  const say = useSay()
  const [answer, setAnswer] = useState('')
  const [readers, setReaders] = useState<Readers | null>(null)
  const [shown, setShown] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<Done, Omit<AnswerQuestion, 'requestId'>>(`/api/questions/${question.id}/answer`, {
    onDone: () => say(said.done),
  })
  const isShort = (text: string) => text.trim().length < 2
  const publicMissing = readers === 'everyone' && (isShort(shown) || shown.length > MOST.question)
  const send = () => {
    setTried(true)
    if (isShort(answer) || answer.length > MOST.answer || readers === null || publicMissing) return
    act.mutate({ answer: answer.trim(), publicQuestion: readers === 'everyone' ? shown.trim() : null })
  }
  return (
    <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
      <TextArea
        label={said.label}
        hint={said.hint}
        error={tried && isShort(answer) ? said.missing : undefined}
        most={MOST.answer}
        rows={4}
        value={answer}
        onChange={(event) => setAnswer(event.target.value)}
      />
      <Choices<Readers>
        label={said.who}
        {...(tried && readers === null ? { error: said.whoMissing } : {})}
        options={[
          { value: 'everyone', label: said.everyone, hint: said.everyoneHint },
          { value: 'asker', label: said.asker },
        ]}
        value={readers}
        onChoose={setReaders}
      />
      {readers === 'everyone' && (
        <TextArea
          label={said.question}
          hint={said.questionHint}
          error={tried && isShort(shown) ? said.questionMissing : undefined}
          most={MOST.question}
          rows={2}
          value={shown}
          onChange={(event) => setShown(event.target.value)}
        />
      )}
    </ActForm>
  )
}
