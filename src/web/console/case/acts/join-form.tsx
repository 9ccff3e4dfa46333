import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { TextField } from '../../../kit/field.tsx'
import { findByNumber } from '../../desk/use-desk.ts'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { ConfirmJoin, Duplicates } from './duplicates.tsx'
import type { ActFormProps } from './forms.ts'

/** 并单: to one that was found, or to a number that the desk knows. */
export function JoinForm({ story }: ActFormProps) {
  const { join: said } = useWords().consoleCase
  const [number, setNumber] = useState('')
  const find = useMutation({ mutationFn: () => findByNumber(number.trim()) })
  const found = find.data?.rows[0]
  const send = () => {
    if (number.trim() !== '') find.mutate()
  }
  return (
    <div className="panel__pair">
      <ActForm label={said.find} busy={find.isPending} error={find.error} onSend={send}>
        <TextField
          label={said.number}
          value={number}
          error={find.data !== undefined && found === undefined ? said.notFound : undefined}
          onChange={(event) => {
            setNumber(event.target.value)
            find.reset()
          }}
        />
      </ActForm>
      <Duplicates story={story} />
      {found !== undefined && <ConfirmJoin caseId={story.id} into={found} onClose={() => find.reset()} />}
    </div>
  )
}
