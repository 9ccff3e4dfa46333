import { type FormEvent, useState } from 'react'
import type { AskQuestion, QuestionReceipt } from '../../../neighbours/contract.ts'
import { isRefusal, Problem } from '../../api/problem.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { AskDoor } from './ask-door.tsx'
import { keepQuestion } from './kept-questions.ts'
import { useCommunityWords } from './use-community-words.ts'

const MOST = 500

type Asked = Omit<AskQuestion, 'requestId'>

/** Asks the community something: a sentence, and who asks stays out of it. */
export function AskCard({ areaId }: { areaId: string }) {
  const { ask: said } = useCommunityWords()
  const say = useSay()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const [done, setDone] = useState(false)
  const ask = useAct<QuestionReceipt, Asked>('/api/questions', {
    onDone: (_sent, { questionId, receiptCode }) => {
      keepQuestion({ id: questionId, code: receiptCode, communityId: areaId })
      setWords('')
      setDone(true)
      say(said.done)
    },
  })
  const send = (doorSeen: boolean) => ask.mutate({ areaId, words: words.trim(), doorSeen })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const nothing = words.trim().length < 2
    setMissing(nothing)
    if (!nothing && words.length <= MOST && !ask.isPending) send(false)
  }
  const turned = isRefusal(ask.error, 'emergency_first') || isRefusal(ask.error, 'channel_first')
  if (turned && ask.error instanceof Problem)
    return (
      <AskDoor
        problem={ask.error}
        busy={ask.isPending}
        onAnyway={() => send(true)}
        onBack={() => ask.reset()}
      />
    )
  return (
    <Card title={said.title}>
      <form onSubmit={submit} noValidate>
        <TextArea
          label={said.label}
          hint={said.hint}
          placeholder={said.placeholder}
          error={missing ? said.missing : undefined}
          most={MOST}
          rows={3}
          value={words}
          onChange={(event) => {
            setWords(event.target.value)
            setDone(false)
          }}
        />
        <p>
          <small>{said.privacy}</small>
        </p>
        <FormError error={ask.error} />
        <Button type="submit" wide busy={ask.isPending}>
          {said.send}
        </Button>
        {done && (
          <p role="status">
            {said.done}
            <br />
            <small>{said.doneNext}</small>
          </p>
        )}
      </form>
    </Card>
  )
}
