import { type FormEvent, useState } from 'react'
import type { ActReceipt, RateCase } from '../../../cases/acts.contract.ts'
import { satisfiedFrom } from '../../../cases/rating.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { Choices } from '../../kit/choice.tsx'
import { TextArea } from '../../kit/field.tsx'
import { goToHeading, goToProblem } from '../../kit/focus.ts'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { usePreferences } from '../../preferences.tsx'
import { ownStoryWords } from '../../words/own-story.ts'
import { actPath, type OwnWay, receiptOf } from './own-case.ts'

/**
 * Whether it is solved, and how satisfied its reporter is: not solved or not satisfied has it done again, once; `again`
 * says that it was, and that the centre decides.
 */
export function RateForm({ way, again }: { way: OwnWay; again: boolean }) {
  const { words: all, language } = usePreferences()
  const { rate } = all.follow
  const once = ownStoryWords[language].again
  const say = useSay()
  const [solved, setSolved] = useState<'yes' | 'no' | null>(null)
  const [rating, setRating] = useState<string | null>(null)
  const [words, setWords] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<ActReceipt, Omit<RateCase, 'requestId'>>(actPath(way, 'rate'), {
    receipt: receiptOf(way),
    onDone: (sent) => {
      const isGood = sent.solved && sent.rating >= satisfiedFrom
      say(isGood ? rate.thanks : again ? once.sent : rate.reopened)
      goToHeading()
    },
  })
  const reopens = solved === 'no' || (rating !== null && Number(rating) < satisfiedFrom)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (solved === null || rating === null) return goToProblem(event.currentTarget)
    const said = words.trim()
    act.mutate({ solved: solved === 'yes', rating: Number(rating), ...(said === '' ? {} : { words: said }) })
  }
  return (
    <Card title={rate.title}>
      <form onSubmit={submit} noValidate>
        <Choices<'yes' | 'no'>
          label={rate.solved}
          value={solved}
          onChoose={setSolved}
          {...(tried && solved === null ? { error: rate.missingSolved } : {})}
          options={[
            { value: 'yes', label: rate.yes },
            { value: 'no', label: rate.no, hint: again ? once.hint : rate.noHint },
          ]}
        />
        <Choices
          label={rate.rating}
          value={rating}
          onChoose={setRating}
          {...(tried && rating === null ? { error: rate.missingRating } : {})}
          options={rate.ratings
            .map((label, index) => ({
              value: String(index + 1),
              label,
              ...(index + 1 < satisfiedFrom ? { hint: again ? once.hint : rate.lowHint } : {}),
            }))
            .reverse()}
        />
        <TextArea
          label={rate.words}
          optional
          most={1000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        {reopens && <p className="field__hint">{again ? once.next : rate.reopens}</p>}
        <FormError error={act.error} />
        <Button type="submit" wide busy={act.isPending}>
          {rate.send}
        </Button>
      </form>
    </Card>
  )
}
