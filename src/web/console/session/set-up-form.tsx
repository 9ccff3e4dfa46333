import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { signIn, useAskAgain } from './me.ts'
import { accountNameOf, emptySetUp, type SetUpDraft, sendSetUp, setUpErrors } from './set-up.ts'

const fields: readonly {
  readonly key: keyof SetUpDraft
  readonly type?: string
  readonly complete?: string
  readonly optional?: true
}[] = [
  { key: 'districtNameZh' },
  { key: 'districtNameEn', optional: true },
  { key: 'districtCode' },
  { key: 'name', complete: 'name' },
  { key: 'accountName', complete: 'username', optional: true },
  { key: 'password', type: 'password', complete: 'new-password' },
  { key: 'passwordAgain', type: 'password', complete: 'new-password' },
]

/** The first steps in an empty installation: the district, and its first administrator. No draft: it holds a password. */
export function SetUpForm() {
  const words = useWords()
  const said = words.console.setUp
  const again = useAskAgain()
  const [draft, setDraft] = useState(emptySetUp)
  const [tried, setTried] = useState(false)
  const errors = setUpErrors(words, draft)
  useTitle(said.title)
  const send = useMutation({
    mutationFn: async () => {
      await sendSetUp(draft)
      await signIn(accountNameOf(draft), draft.password)
    },
    // Also when it failed: someone else may have set the district up a moment before.
    onSettled: (_done, error) => (error === null ? again.everything() : again.whoIAm()),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!send.isPending && Object.keys(errors).length === 0) send.mutate()
  }
  return (
    <form onSubmit={submit} noValidate>
      <h1>{said.title}</h1>
      <p className="plain__lead">{said.lead}</p>
      {fields.map(({ key, type, complete, optional }) => (
        <TextField
          key={key}
          label={said.fields[key].label}
          hint={said.fields[key].hint}
          type={type ?? 'text'}
          autoComplete={complete ?? 'off'}
          optional={optional}
          value={draft[key] ?? ''}
          error={tried ? errors[key] : undefined}
          onChange={(event) => setDraft({ ...draft, [key]: event.target.value })}
        />
      ))}
      <FormProblem error={send.error} />
      <Button type="submit" wide busy={send.isPending}>
        {said.act}
      </Button>
    </form>
  )
}
