import { useState } from 'react'
import type {
  AddPassed,
  AnswerPassed,
  PassedAnswer,
  PassedReceipt,
} from '../../../cases/passed-on/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { useAct } from '../../api/use-read.ts'
import { useSay } from '../../kit/status.tsx'
import { ActForm } from '../case/act-form.tsx'
import { PressOne } from '../press-one.tsx'
import { isSaid, SaidField } from '../whistles/said-field.tsx'
import { usePassedWords } from './use-passed-words.ts'

const answers: readonly PassedAnswer[] = ['taken_up', 'not_ours', 'needs_more']
const nothing = { words: '' }

/** The unit signs that it has it. */
export function ReceiveForm({ id }: { id: string }) {
  const { receive: said } = usePassedWords()
  const say = useSay()
  const act = useAct<PassedReceipt>(`/api/passed-on/${id}/receive`, { onDone: () => say(said.done) })
  return (
    <div className="no-print">
      <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={() => act.mutate({})} />
    </div>
  )
}

/** Taken up, not ours, or needs more. */
export function AnswerForms({ id }: { id: string }) {
  const { answer: said } = usePassedWords()
  const say = useSay()
  const [answer, setAnswer] = useState<PassedAnswer>('taken_up')
  const [draft, setDraft, forget] = useDraft(`passed-on.${id}`, nothing)
  const [tried, setTried] = useState(false)
  const act = useAct<PassedReceipt, Omit<AnswerPassed, 'requestId'>>(`/api/passed-on/${id}/answer`, {
    onDone: () => {
      forget()
      say(said.done)
    },
  })
  const send = () => {
    setTried(true)
    const words = draft.words.trim()
    if (words === '' ? answer === 'taken_up' : isSaid(words))
      act.mutate({ answer, ...(words === '' ? {} : { words }) })
  }
  return (
    <div className="no-print">
      <PressOne<PassedAnswer>
        label={said.label}
        options={answers.map((key) => ({ key, label: said[key] }))}
        value={answer}
        onChoose={setAnswer}
      />
      <ActForm
        label={said.send}
        look={answer === 'not_ours' ? 'danger' : 'main'}
        busy={act.isPending}
        error={act.error}
        onSend={send}
      >
        <SaidField
          label={said.words[answer]}
          needed={said.needed}
          optional={answer === 'taken_up'}
          value={draft.words}
          tried={tried}
          onChange={(words) => setDraft({ words })}
        />
      </ActForm>
    </div>
  )
}

/** Whoever passed it on gives what was asked for. */
export function AddForm({ id }: { id: string }) {
  const { add: said } = usePassedWords()
  const say = useSay()
  const [draft, setDraft, forget] = useDraft(`passed-on-add.${id}`, nothing)
  const [tried, setTried] = useState(false)
  const act = useAct<PassedReceipt, Omit<AddPassed, 'requestId'>>(`/api/passed-on/${id}/add`, {
    onDone: () => {
      forget()
      say(said.done)
    },
  })
  const send = () => {
    setTried(true)
    if (isSaid(draft.words)) act.mutate({ words: draft.words.trim() })
  }
  return (
    <div className="no-print">
      <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
        <SaidField
          label={said.words}
          needed={said.needed}
          value={draft.words}
          tried={tried}
          onChange={(words) => setDraft({ words })}
        />
      </ActForm>
    </div>
  )
}
