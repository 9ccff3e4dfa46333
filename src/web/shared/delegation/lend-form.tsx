import { type FormEvent, useState } from 'react'
import type { Colleagues, GiveDelegation, LentPost } from '../../../people/delegation/contract.ts'
import { useAct, useRead, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { Field, TextField } from '../../kit/field.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { Shown } from '../../kit/shown.tsx'
import { useSay } from '../../kit/status.tsx'
import { usePreferences } from '../../preferences.tsx'
import { dayAfter, localDay } from '../../words/time.ts'
import { nameIn } from '../names.ts'
import { type PostWords, useSayLentPost } from './say-lent-post.ts'
import { useDelegationWords } from './use-delegation-words.ts'

/** As the server holds it; the shapes come as types only, so that no schema library reaches a phone. */
const daysAtMost = 60

/** Asks which post, who stands in, and for which days. */
export function LendForm({
  posts,
  kinds,
  onClose,
}: {
  posts: readonly LentPost[]
  kinds: PostWords
  onClose(): void
}) {
  const said = useDelegationWords()
  const sayPost = useSayLentPost(kinds)
  const [postId, setPostId] = useState(posts[0]!.id)
  const reading = useRead<Colleagues>(withQuery('/api/delegations/colleagues', { postId }))
  return (
    <>
      {posts.length > 1 && (
        <Field label={said.post}>
          {(control) => (
            <select
              {...control}
              className="input"
              value={postId}
              onChange={(event) => setPostId(event.target.value)}
            >
              {posts.map((post) => (
                <option key={post.id} value={post.id}>
                  {sayPost(post)}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Shown reading={reading}>
        {({ people }) => (
          <PersonAndDays key={postId} postId={postId} people={people} kinds={kinds} onClose={onClose} />
        )}
      </Shown>
    </>
  )
}

function PersonAndDays({
  postId,
  people,
  kinds,
  onClose,
}: {
  postId: string
  people: Colleagues['people']
  kinds: PostWords
  onClose(): void
}) {
  const { words, language } = usePreferences()
  const said = useDelegationWords()
  const say = useSay()
  const today = localDay(nowMs())
  const [person, setPerson] = useState('')
  const [startsOn, setStartsOn] = useState(today)
  const [lastDay, setLastDay] = useState('')
  const [tried, setTried] = useState(false)
  const lend = useAct<object, Omit<GiveDelegation, 'requestId'>>('/api/delegations', {
    onDone: ({ toAccountId }) => {
      onClose()
      say(said.done(people.find(({ accountId }) => accountId === toAccountId)?.name ?? ''))
    },
  })
  const latest = startsOn === '' ? '' : dayAfter(startsOn, daysAtMost - 1)
  const wrongStart = startsOn < today
  const wrongEnd = lastDay < startsOn || lastDay > latest
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (person === '' || wrongStart || wrongEnd || lend.isPending) return
    lend.mutate({ postId, toAccountId: person, startsOn, endsOn: dayAfter(lastDay) })
  }
  if (people.length === 0)
    return (
      <>
        <p>{said.nobodyFor}</p>
        <Button look="quiet" onClick={onClose}>
          {words.common.actions.cancel}
        </Button>
      </>
    )
  const about = ({ name, posts }: Colleagues['people'][number]) =>
    words.common.facts(
      name,
      ...posts.slice(0, 1).flatMap((post) => [kinds[post.kind], nameIn(language, post.area)]),
    )
  return (
    <form onSubmit={submit} noValidate aria-label={said.open}>
      <Field label={said.person} error={tried && person === '' ? said.personMissing : undefined}>
        {(control) => (
          <select
            {...control}
            className="input"
            value={person}
            onChange={(event) => setPerson(event.target.value)}
          >
            <option value="">{said.personNone}</option>
            {people.map((one) => (
              <option key={one.accountId} value={one.accountId}>
                {about(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <TextField
        label={said.startsOn}
        type="date"
        min={today}
        value={startsOn}
        error={tried && wrongStart ? said.startWrong : undefined}
        onChange={(event) => setStartsOn(event.target.value)}
      />
      <TextField
        label={said.lastDay}
        hint={said.lastDayHint(daysAtMost)}
        type="date"
        min={startsOn}
        max={latest}
        value={lastDay}
        error={tried && wrongEnd ? said.dayWrong(daysAtMost) : undefined}
        onChange={(event) => setLastDay(event.target.value)}
      />
      <FormError error={lend.error} />
      <div className="form-acts">
        <Button type="submit" wide busy={lend.isPending}>
          {said.send}
        </Button>
        <Button look="quiet" wide onClick={onClose}>
          {words.common.actions.cancel}
        </Button>
      </div>
    </form>
  )
}
