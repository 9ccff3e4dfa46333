import { type FormEvent, useState } from 'react'
import type { AccountRow, GivenPost, GivePost } from '../../../people/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { useSay } from '../../kit/status.tsx'
import { localDay } from '../../words/time.ts'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useWords } from '../words.ts'
import { emptyPost, faultsIn, newPost } from './post-draft.ts'
import { PostFields } from './post-fields.tsx'
import { Roomy } from './roomy.tsx'

/** Another post for somebody who has an account. */
export function GivePostForm({ account, onClose }: { account: AccountRow; onClose(): void }) {
  const { consolePeople } = useWords()
  const { give: said } = consolePeople
  const say = useSay()
  const [draft, setDraft] = useState(emptyPost)
  const [tried, setTried] = useState(false)
  const today = localDay(nowMs())
  const give = useAct<GivenPost, GivePost>('/api/posts', {
    onDone: () => {
      onClose()
      say(said.done(account.name))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const post = newPost(draft, today)
    if (post !== null && !give.isPending) give.mutate({ accountId: account.id, ...post })
  }
  return (
    <Roomy>
      <form className="people__form" aria-label={said.openOf(account.name)} onSubmit={submit} noValidate>
        <PostFields
          draft={draft}
          faults={tried ? faultsIn(draft, today) : []}
          today={today}
          onChange={(change) => setDraft({ ...draft, ...change })}
        />
        <FormProblem error={give.error} />
        <FormActs label={said.send} busy={give.isPending} onCancel={onClose} />
      </form>
    </Roomy>
  )
}
