import { useState } from 'react'
import { TextArea } from '../../kit/field.tsx'
import { ActForm } from '../case/act-form.tsx'
import { Ways } from '../ways.tsx'
import { EraseForm } from './erase-form.tsx'
import { RefuseForm } from './refuse-form.tsx'
import { ANSWER_MOST, type AnswerProps, useAnswer } from './use-answer.ts'
import { useSaid } from './use-said.ts'

/** The two answers that the law knows, each with its form. */
export function AnswerPanel(props: AnswerProps) {
  const said = useSaid()
  const { kind } = props.right
  const asked = said.kinds[kind]
  const grant = () => (kind === 'erase' ? <EraseForm {...props} /> : <GrantForm {...props} kind={kind} />)
  return (
    <section aria-label={said.ways}>
      <Ways
        ways={[
          { key: 'grant', label: said.grant, spoken: said.grantOf(asked), part: grant },
          {
            key: 'refuse',
            label: said.refuse,
            spoken: said.refuseOf(asked),
            part: () => <RefuseForm {...props} />,
          },
        ]}
      />
    </section>
  )
}

/** Grants a correction that was made in the register, or a copy that the person takes themselves. */
function GrantForm({ kind, ...props }: AnswerProps & { readonly kind: 'correct' | 'copy' }) {
  const said = useSaid()
  const [words, setWords] = useState('')
  const act = useAnswer(props, said.granted)
  const send = () => {
    if (words.length <= ANSWER_MOST) act.mutate({ stage: 'granted', answer: words.trim() || null })
  }
  return (
    <ActForm label={said[kind].send} busy={act.isPending} error={act.error} onSend={send}>
      {kind === 'correct' ? <p>{said.correct.first}</p> : <WhatCopyHolds right={props.right} />}
      <TextArea
        label={said.toPerson}
        hint={said[kind].toPersonHint}
        optional
        most={ANSWER_MOST}
        rows={3}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
    </ActForm>
  )
}

function WhatCopyHolds({ right: { personId } }: Pick<AnswerProps, 'right'>) {
  const { copy } = useSaid()
  return (
    <>
      <p>{copy.lead}</p>
      <ul className="rights__holds">
        {[...(personId === null ? [] : copy.entry), ...copy.account].map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  )
}
