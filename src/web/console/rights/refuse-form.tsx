import { useState } from 'react'
import type { RightGround } from '../../../people/rights/contract.ts'
import { Choices } from '../../kit/choice.tsx'
import { TextArea } from '../../kit/field.tsx'
import { ActForm } from '../case/act-form.tsx'
import { ANSWER_MOST, type AnswerProps, useAnswer } from './use-answer.ts'
import { useSaid } from './use-said.ts'

/** Refuses a request: on a ground of the law, and with the reason in words, which the law asks for. */
export function RefuseForm(props: AnswerProps) {
  const said = useSaid()
  const { refusal } = said
  const [ground, setGround] = useState<RightGround | null>(null)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAnswer(props, said.refused)
  const answer = words.trim()
  const send = () => {
    setTried(true)
    if (ground !== null && answer !== '' && words.length <= ANSWER_MOST)
      act.mutate({ stage: 'refused', ground, answer })
  }
  return (
    <ActForm
      label={refusal.send}
      look="danger"
      hint={refusal.court}
      busy={act.isPending}
      error={act.error}
      onSend={send}
    >
      <Choices<RightGround>
        label={refusal.ground}
        {...(tried && ground === null ? { error: refusal.groundMissing } : {})}
        options={props.right.grounds.map((value) => ({
          value,
          label: said.grounds[value],
          hint: said.articles[value],
        }))}
        value={ground}
        onChoose={setGround}
      />
      <TextArea
        label={refusal.label}
        hint={refusal.hint}
        error={tried && answer === '' ? refusal.missing : undefined}
        most={ANSWER_MOST}
        rows={4}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </ActForm>
  )
}
