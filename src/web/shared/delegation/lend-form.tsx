import { type FormEvent, useState } from 'react'
import type { Colleagues, GiveDelegation, LentPost } from '../../../people/delegation/contract.ts'
import { useAct, useRead, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { SelectField, TextField } from '../../kit/field.tsx'
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
        <SelectField label={said.post} value={postId} onChoose={setPostId}>
          {posts.map((post) => (
            <option key={post.id} value={post.id}>
              {sayPost(post)}
            </option>
          ))}{' '}
        </SelectField>
      )}
      <Shown reading={reading}>
        {({ people }) => (
          <PersonAndDays key={postId} postId={postId} people={people} kinds={kinds} onClose={onClose} />
        )}
      </Shown>
    </>
  )
}

type People = Colleagues['people']

function PersonAndDays({
  postId,
  people,
  kinds,
  onClose,
}: {
  postId: string
  people: People
  kinds: PostWords
  onClose(): void
}) {
  const { words } = usePreferences()
  const said = useDelegationWords()
  const say = useSay()
  const today = localDay(nowMs())
  const [person, setPerson] = useState('')
  const [days, setDays] = useState<Days>({ startsOn: today, lastDay: '' })
  const [tried, setTried] = useState(false)
  const lend = useAct<object, Omit<GiveDelegation, 'requestId'>>('/api/delegations', {
    onDone: ({ toAccountId }) => {
      onClose()
      say(said.done(people.find(({ accountId }) => accountId === toAccountId)?.name ?? ''))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const wrong = wrongIn(days, today)
    if (person === '' || wrong.start || wrong.end || lend.isPending) return
    lend.mutate({ postId, toAccountId: person, startsOn: days.startsOn, endsOn: dayAfter(days.lastDay) })
  }
  const cancel = (
    <Button look="quiet" wide onClick={onClose}>
      {words.common.actions.cancel}
    </Button>
  )
  if (people.length === 0)
    return (
      <>
        <p>{said.nobodyFor}</p>
        {cancel}
      </>
    )
  return (
    <form onSubmit={submit} noValidate aria-label={said.open}>
      <PersonField
        people={people}
        kinds={kinds}
        value={person}
        isMissing={tried && person === ''}
        onChoose={setPerson}
      />
      <DayFields days={days} today={today} tried={tried} onDays={setDays} />
      <FormError error={lend.error} />
      <div className="form-acts">
        <Button type="submit" wide busy={lend.isPending}>
          {said.send}
        </Button>
        {cancel}
      </div>
    </form>
  )
}

function PersonField({
  people,
  kinds,
  value,
  isMissing,
  onChoose,
}: {
  people: People
  kinds: PostWords
  value: string
  isMissing: boolean
  onChoose(accountId: string): void
}) {
  const { words, language } = usePreferences()
  const said = useDelegationWords()
  const about = ({ name, posts: [post] }: People[number]) =>
    words.common.facts(
      name,
      post !== undefined && kinds[post.kind],
      post !== undefined && nameIn(language, post.area),
    )
  return (
    <SelectField
      label={said.person}
      error={isMissing ? said.personMissing : undefined}
      value={value}
      onChoose={onChoose}
    >
      <option value="">{said.personNone}</option>
      {people.map((one) => (
        <option key={one.accountId} value={one.accountId}>
          {about(one)}
        </option>
      ))}{' '}
    </SelectField>
  )
}

/** The first day and the last one, both included. */
interface Days {
  readonly startsOn: string
  readonly lastDay: string
}

const latestOf = ({ startsOn }: Days): string => (startsOn === '' ? '' : dayAfter(startsOn, daysAtMost - 1))

const wrongIn = (days: Days, today: string) => ({
  start: days.startsOn < today,
  end: days.lastDay < days.startsOn || days.lastDay > latestOf(days),
})

function DayFields({
  days,
  today,
  tried,
  onDays,
}: {
  days: Days
  today: string
  tried: boolean
  onDays(days: Days): void
}) {
  const said = useDelegationWords()
  const wrong = wrongIn(days, today)
  return (
    <>
      <TextField
        label={said.startsOn}
        type="date"
        min={today}
        value={days.startsOn}
        error={tried && wrong.start ? said.startWrong : undefined}
        onChange={(event) => onDays({ ...days, startsOn: event.target.value })}
      />
      <TextField
        label={said.lastDay}
        hint={said.lastDayHint(daysAtMost)}
        type="date"
        min={days.startsOn}
        max={latestOf(days)}
        value={days.lastDay}
        error={tried && wrong.end ? said.dayWrong(daysAtMost) : undefined}
        onChange={(event) => onDays({ ...days, lastDay: event.target.value })}
      />
    </>
  )
}
