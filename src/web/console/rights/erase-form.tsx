import { useState } from 'react'
import { ActDialog } from '../act-dialog.tsx'
import { ActForm } from '../case/act-form.tsx'
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
  return (
    <ActDialog
      wide
      title={erase.title}
      onClose={onClose}
      label={erase.send}
      look="danger"
      act={act}
      onConfirm={() => act.mutate({ stage: 'granted', answer: null })}
    >
      <p>{erase.warning}</p>
      <Lines title={erase.goes} lines={[...(isInRegister ? erase.goesEntry : []), ...erase.goesAccount]} />
      <Lines title={erase.stays} lines={[...(isInRegister ? erase.staysEntry : []), ...erase.staysAccount]} />
    </ActDialog>
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
