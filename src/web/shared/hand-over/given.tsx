import type { HandOver, HandOverReceipt } from '../../../cases/hand-over/contract.ts'
import { useAct } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Button } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useSay } from '../../kit/status.tsx'
import { usePreferences } from '../../preferences.tsx'
import { sayMoment } from '../../words/time.ts'
import { nameIn, placeIn } from '../names.ts'
import { useHandOverWords } from './use-hand-over-words.ts'

/** Which seat, by whom, when; who took it; and what was written besides. */
export function GivenFacts({ one }: { one: HandOver }) {
  const { words, language } = usePreferences()
  const said = useHandOverWords()
  const { seat, givenBy, givenAt, takenBy, takenAt, replacedAt } = one
  const at = (moment: string) => sayMoment(words, moment, nowMs())
  const where = seat.unit ? nameIn(language, seat.unit) : placeIn(language, seat.place)
  const taken = takenAt ? said.takenBy(takenBy ?? said.gone, at(takenAt)) : null
  const rest = replacedAt ? said.replaced : said.notTaken
  return (
    <>
      <p className="row__title">{words.common.facts(said.seats[seat.kind], where)}</p>
      <p>{words.common.facts(said.givenBy(givenBy ?? said.gone, at(givenAt)), taken ?? rest)}</p>
      {one.late && <p className="field__error">{said.late}</p>}
      {one.words !== null && <p className="hand-over__words">{said.sayWords(one.words)}</p>}
    </>
  )
}

/** One tap, and the shift is the reader's; or why it is not theirs to take. */
export function TakePart({ one }: { one: HandOver }) {
  const said = useHandOverWords()
  const say = useSay()
  const take = useAct<HandOverReceipt>(`/api/hand-overs/${one.id}/take`, { onDone: () => say(said.taken) })
  if (!one.canTake) return <p className="field__hint">{one.own ? said.ownWaits : said.othersWait}</p>
  return (
    <>
      <FormError error={take.error} />
      <Button wide big busy={take.isPending} onClick={() => take.mutate({})}>
        {said.take}
      </Button>
    </>
  )
}
