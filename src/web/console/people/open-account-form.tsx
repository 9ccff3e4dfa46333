import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { OpenAccount } from '../../../people/contract.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Check } from '../../kit/choice.tsx'
import { TextField } from '../../kit/field.tsx'
import { localDay } from '../../words/time.ts'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { type AccountDraft, accountFaults, emptyAccount, openAccountBody } from './account-draft.ts'
import type { Opened } from './opened-card.tsx'
import { faultsIn } from './post-draft.ts'
import { PostFields } from './post-fields.tsx'
import { Roomy } from './roomy.tsx'
import { useOpenAccount } from './use-accounts.ts'

/** A new account with its first password and, mostly, its first post. No draft is kept: it holds a password. */
export function OpenAccountForm({ onOpened, onClose }: { onOpened(opened: Opened): void; onClose(): void }) {
  const { open: said } = useWords().consolePeople
  const form = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState(emptyAccount)
  const [tried, setTried] = useState(false)
  const today = localDay(nowMs())
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const open = useOpenAccount(({ accountName, name, password }: OpenAccount) =>
    onOpened({ accountName: accountName.trim(), name: name.trim(), password }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const body = openAccountBody(draft, today)
    if (body !== null && !open.isPending) return open.mutate(body)
    // After the errors are drawn: the reader is brought to the first.
    setTimeout(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  const change = (part: Partial<AccountDraft>) => setDraft({ ...draft, ...part })
  return (
    <Roomy>
      <form ref={form} className="panel people__form" aria-label={said.title} onSubmit={submit} noValidate>
        <h2>{said.title}</h2>
        <Who draft={draft} tried={tried} onChange={change} />
        <Check checked={draft.withPost} onCheck={(withPost) => change({ withPost })}>
          {said.withPost}
          <small>{said.withPostHint}</small>
        </Check>
        {draft.withPost && (
          <PostFields
            draft={draft.post}
            faults={tried ? faultsIn(draft.post, today) : []}
            today={today}
            onChange={(part) => change({ post: { ...draft.post, ...part } })}
          />
        )}
        <FormProblem error={open.error} />
        <div className="people__acts">
          <Button type="submit" busy={open.isPending}>
            {said.send}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {said.close}
          </Button>
        </div>
      </form>
    </Roomy>
  )
}

function Who({
  draft,
  tried,
  onChange,
}: {
  draft: AccountDraft
  tried: boolean
  onChange(change: Partial<AccountDraft>): void
}) {
  const { open: said } = useWords().consolePeople
  const faults = tried ? accountFaults(draft) : []
  return (
    <>
      <div className="people__pair">
        <TextField
          label={said.name}
          hint={said.nameHint}
          autoComplete="off"
          maxLength={40}
          value={draft.name}
          error={faults.includes('name') ? said.nameMissing : undefined}
          onChange={(event) => onChange({ name: event.target.value })}
        />
        <TextField
          label={said.accountName}
          hint={said.accountNameHint}
          optional
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={30}
          value={draft.accountName}
          error={faults.includes('accountName') ? said.accountNameWrong : undefined}
          onChange={(event) => onChange({ accountName: event.target.value })}
        />
      </div>
      <div className="people__password">
        <TextField
          label={said.password}
          hint={said.passwordHint}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={128}
          value={draft.password}
          error={faults.includes('password') ? said.passwordWrong : undefined}
          onChange={(event) => onChange({ password: event.target.value })}
        />
        <Button look="quiet" onClick={() => onChange({ password: emptyAccount().password })}>
          {said.another}
        </Button>
      </div>
    </>
  )
}
