import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import type { Door } from '../../../matters/doors.contract.ts'
import type { AskQuestion, QuestionReceipt } from '../../../neighbours/contract.ts'
import { call } from '../../api/call.ts'
import { isRefusal } from '../../api/problem.ts'
import { useAct } from '../../api/use-read.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { TextArea } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { AskDoor } from './ask-door.tsx'
import { keepQuestion } from './kept-questions.ts'
import { useCommunityWords } from './use-community-words.ts'

const MOST = 500

type Question = Omit<AskQuestion, 'requestId'>

/** Asks the community something: a sentence, and who asks stays out of it. */
export function AskCard({ areaId }: { areaId: string }) {
  const { ask: said } = useCommunityWords()
  const say = useSay()
  const [words, setWords] = useState('')
  const [missing, setMissing] = useState(false)
  const [done, setDone] = useState(false)
  const ask = useAct<QuestionReceipt, Question>('/api/questions', {
    onDone: (_sent, { questionId, receiptCode }) => {
      keepQuestion({ id: questionId, code: receiptCode, communityId: areaId })
      setWords('')
      setDoor(null)
      setDone(true)
      say(said.done)
    },
  })
  const send = (doorSeen: boolean) => ask.mutate({ areaId, words: words.trim(), doorSeen })
  const [door, setDoor] = useState<Door | null>(null)
  const look = useMutation({
    mutationFn: () => call<{ door: Door | null }>('POST', '/api/doors', { words: words.trim() }),
    onSuccess: (found) => (found.door === null ? send(false) : setDoor(found.door)),
    // An offer: where it fails the question still goes, and its acceptance turns to the same doors itself.
    onError: () => send(false),
  })
  const busy = look.isPending || ask.isPending
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const nothing = words.trim().length < 2
    setMissing(nothing)
    if (!nothing && words.length <= MOST && !busy) look.mutate()
  }
  if (door !== null)
    return (
      <AskDoor
        door={door}
        busy={busy}
        error={ask.error}
        onAnyway={() => send(true)}
        onBack={() => setDoor(null)}
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
        {isRefusal(ask.error, 'complaint_first') && <Complaint busy={busy} onAnyway={() => send(true)} />}
        <Button type="submit" wide busy={busy}>
          {said.send}
        </Button>
        {done && <Asked />}
      </form>
    </Card>
  )
}

/** A complaint about those who would read the question: reported it goes past them. */
function Complaint({ busy, onAnyway }: { busy: boolean; onAnyway(): void }) {
  const { ask, door } = useCommunityWords()
  return (
    <>
      <Link className={buttonClass({ wide: true })} to="/report">
        {ask.toReport}
      </Link>
      <Button wide look="quiet" busy={busy} onClick={onAnyway}>
        {door.anyway}
      </Button>
    </>
  )
}

function Asked() {
  const { ask: said } = useCommunityWords()
  return (
    <p role="status">
      {said.done}
      <br />
      <small>{said.doneNext}</small>
    </p>
  )
}
