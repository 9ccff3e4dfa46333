import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useRef, useState } from 'react'
import type { Area } from '../../../areas/contract.ts'
import type { CaseStory } from '../../../cases/story.contract.ts'
import type { BlownWhistle, BlowWhistle, Situation, WhistleRules } from '../../../cases/whistle/contract.ts'
import { useDraft } from '../../api/draft.ts'
import { useAct } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Choices } from '../../kit/choice.tsx'
import { SelectField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { nameIn } from '../../shared/names.ts'
import { fullDuration } from '../../words/time.ts'
import { titleOf } from '../case/title-of.ts'
import { FormProblem } from '../form-problem.tsx'
import { useReading } from '../words.ts'
import { type BlowDraft, bodyOf, type Lacking, lackingIn, minutesOf, timesWithin } from './blow-draft.ts'
import { CalledUnits } from './called-units.tsx'
import { EmergencyFirst } from './emergency-first.tsx'
import { InWhoseName } from './in-whose-name.tsx'
import { SaidField } from './said-field.tsx'
import { WhistlePlace } from './whistle-place.tsx'
import { OwnRate } from './whistle-rates.tsx'

const empty: BlowDraft = {
  situation: null,
  areaId: null,
  placeName: '',
  point: null,
  units: [],
  words: '',
  inNameOf: null,
  minutes: null,
}

export interface BlowPart {
  readonly draft: BlowDraft
  /** What the draft lacks, once somebody has tried to send it. */
  readonly lacks: readonly Lacking[]
  change(change: Partial<BlowDraft>): void
}

/** The form that blows. Nothing is asked that a case says: where it is, and what it is about is filled in. */
export function BlowForm({
  rules,
  story,
  area = null,
}: {
  rules: WhistleRules
  story: CaseStory | null
  /** Where it is, as the page that led here knows. */
  area?: Area | null
}) {
  const { words, language } = useReading()
  const { blow: said } = words.consoleWhistles
  const navigate = useNavigate()
  const say = useSay()
  const form = useRef<HTMLFormElement>(null)
  const place = { areaId: area?.id ?? null, placeName: area === null ? '' : nameIn(language, area) }
  const start = story === null ? { ...empty, ...place } : { ...empty, words: titleOf(words, language, story) }
  const [draft, setDraft, forget] = useDraft<BlowDraft>(`whistle-blow.${story?.id ?? area?.id ?? ''}`, start)
  const [tried, setTried] = useState(false)
  const [blown, setBlown] = useState<BlownWhistle | null>(null)
  const act = useAct<BlownWhistle, Omit<BlowWhistle, 'requestId'>>('/api/whistles', {
    onDone: async (_, reply) => {
      forget()
      if (reply.lines.length > 0) return setBlown(reply)
      say(said.done[reply.stage === 'waiting' ? 'waiting' : 'sounding'])
      await navigate({ to: '/whistles/$id', params: { id: reply.whistleId } })
    },
  })
  const lacks = lackingIn(draft, story !== null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (lacks.length === 0 && !act.isPending) return act.mutate(bodyOf(draft, story?.id ?? null, rules))
    // After the errors are drawn: the reader is brought to the first.
    setTimeout(() =>
      form.current?.querySelector<HTMLElement>('[data-wrong] input, [aria-invalid="true"]')?.focus(),
    )
  }
  if (blown !== null) return <EmergencyFirst blown={blown} />
  const part: BlowPart = { draft, lacks: tried ? lacks : [], change: setDraft }
  return (
    <form
      ref={form}
      className="panel act-form whistle-blow"
      aria-label={said.title}
      onSubmit={submit}
      noValidate
    >
      <WhichSituation {...part} />
      <WhistlePlace {...part} story={story} />
      <CalledUnits {...part} story={story} />
      <SaidField
        label={said.words}
        hint={said.wordsHint}
        needed={said.wordsNeeded}
        rows={4}
        value={draft.words}
        tried={tried}
        onChange={(text) => setDraft({ words: text })}
      />
      <WithinWhat {...part} rules={rules} />
      <InWhoseName {...part} />
      <OwnRate />
      <FormProblem error={act.error} />
      <Button type="submit" busy={act.isPending}>
        {said.send}
      </Button>
    </form>
  )
}

function WhichSituation({ draft, lacks, change }: BlowPart) {
  const { blow: said, situations } = useReading().words.consoleWhistles
  return (
    <Choices<Situation>
      label={said.situation}
      options={(Object.keys(situations) as Situation[]).map((value) => ({
        value,
        label: situations[value],
        hint: said.situationHints[value],
      }))}
      value={draft.situation}
      {...(lacks.includes('situation') ? { error: said.situationNeeded } : {})}
      onChoose={(situation) => change({ situation })}
    />
  )
}

const clock = { measure: 'clock', minutesPerDay: 1440 } as const

/** By when they are to be there; beside it when they must sign and make contact, which the rules say. */
function WithinWhat({ draft, change, rules }: BlowPart & { rules: WhistleRules }) {
  const { words } = useReading()
  const { blow: said } = words.consoleWhistles
  const minutes = minutesOf(draft, rules)
  const emergency = draft.situation === 'emergency'
  const length = (of: number) => words.time.duration(fullDuration(of, clock))
  return (
    <SelectField
      label={said.within}
      hint={said.owed(
        length(emergency ? rules.emergencySignMinutes : rules.signMinutes),
        length(emergency ? rules.emergencyContactMinutes : rules.contactMinutes),
      )}
      value={String(minutes)}
      onChoose={(chosen) => change({ minutes: Number(chosen) })}
    >
      {timesWithin(rules).map((one) => (
        <option key={one} value={one}>
          {length(one)}
        </option>
      ))}
    </SelectField>
  )
}
