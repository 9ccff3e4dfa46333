import { useState } from 'react'
import { Dialog } from '../../kit/dialog.tsx'
import { ActForm } from '../case/act-form.tsx'
import { ConfirmActs } from '../confirm-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { type AnswerProps, useAnswer } from './use-answer.ts'
import { useSaid } from './use-said.ts'

/** Grants an erasure: first what goes and what stays, then one button that cannot be taken back. */
export function EraseForm(props: AnswerProps) {
  const { erase } = useSaid()
  const [asking, setAsking] = useState(false)
  return (
    <>
      <ActForm label={erase.open} look="danger" busy={false} error={null} onSend={() => setAsking(true)}>
        <p>{erase.lead}</p>
      </ActForm>
      {asking && <AskErase {...props} onClose={() => setAsking(false)} />}
    </>
  )
}

function AskErase({ onClose, ...props }: AnswerProps & { onClose(): void }) {
  const { erase } = useSaid()
  const act = useAnswer(props, erase.done)
  const isInRegister = props.right.personId !== null
  const send = () => {
    if (!act.isPending) act.mutate({ stage: 'granted', answer: null })
  }
  return (
    <Dialog
      wide
      title={erase.title}
      onClose={onClose}
      acts={
        <ConfirmActs
          label={erase.send}
          look="danger"
          busy={act.isPending}
          onConfirm={send}
          onCancel={onClose}
        />
      }
    >
      <p>{erase.warning}</p>
      <Lines title={erase.goes} lines={[...(isInRegister ? erase.goesEntry : []), ...erase.goesAccount]} />
      <Lines title={erase.stays} lines={[...(isInRegister ? erase.staysEntry : []), ...erase.staysAccount]} />
      <FormProblem error={act.error} />
    </Dialog>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul className="rights__holds">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
