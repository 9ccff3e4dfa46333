import { Link, useNavigate } from '@tanstack/react-router'
import type { ChangeEvent } from 'react'
import type { FieldRow } from '../../../cases/field-day.contract.ts'
import { Button, buttonClass } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useWords } from '../../preferences.tsx'
import { carryPhotos } from '../case/carried-photos.ts'
import { useArrive } from '../case/use-arrive.ts'
import { useCaseAct } from '../case/use-case-act.ts'

interface StepProps {
  readonly row: FieldRow
  readonly title: string
}

/** The next step right on the card, under the thumb. Nothing where another unit has the case in hand. */
export function StepButtons(step: StepProps) {
  if (step.row.next === 'sign') return <SignOrArrive {...step} />
  if (step.row.next === 'arrive') return <ArriveOrPhoto {...step} />
  return step.row.next === 'handle' ? <NoteOrFinish {...step} /> : null
}

function SignOrArrive({ row, title }: StepProps) {
  const { today } = useWords().field
  const sign = useCaseAct(row.id, 'sign', today.stepDone.sign)
  return (
    <>
      <FormError error={sign.error} />
      <div className="steps">
        <ArriveButton row={row} title={title} />
        <Button busy={sign.isPending} aria-label={today.signFor(title)} onClick={() => sign.mutate({})}>
          {today.sign}
        </Button>
      </div>
    </>
  )
}

function ArriveOrPhoto(step: StepProps) {
  return (
    <div className="steps">
      <ArriveButton {...step} />
      <PhotoButton {...step} act="note" />
    </div>
  )
}

function NoteOrFinish(step: StepProps) {
  return (
    <div className="steps">
      {step.row.needsPhoto ? <PhotoButton {...step} act="resolve" /> : <FinishLink {...step} />}
      <PhotoButton {...step} act="note" />
    </div>
  )
}

function FinishLink({ row, title }: StepProps) {
  const { today } = useWords().field
  return (
    <Link
      to={`/case/${row.id}/resolve`}
      className={buttonClass({ look: 'quiet' })}
      aria-label={today.resolveFor(title)}
    >
      {today.resolve}
    </Link>
  )
}

function ArriveButton({ row, title }: StepProps) {
  const { today } = useWords().field
  const arrive = useArrive(row.id)
  return (
    <span className="steps__step">
      <Button
        wide
        look="quiet"
        busy={arrive.isPending}
        aria-label={today.arriveAt(title)}
        onClick={() => arrive.mutate({})}
      >
        {today.arrive}
      </Button>
      <FormError error={arrive.error} />
    </span>
  )
}

/** Opens the camera at once; what it took is carried to the page where it is noted, or the case finished. */
function PhotoButton({ row, title, act }: StepProps & { readonly act: 'note' | 'resolve' }) {
  const { today } = useWords().field
  const finishes = act === 'resolve'
  const navigate = useNavigate()
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = Array.from(event.target.files ?? [])
    if (files.length === 0) return
    carryPhotos(`${act}.${row.id}`, files)
    navigate({ to: `/case/${row.id}/${act}` })
  }
  return (
    <label className={`${buttonClass({ look: finishes ? 'quiet' : 'main' })} steps__photo`}>
      <span aria-hidden="true">{finishes ? today.photoResolve : today.photo}</span>
      <input
        className="unseen"
        type="file"
        accept="image/*"
        capture="environment"
        aria-label={finishes ? today.photoResolveOf(title) : today.photoOf(title)}
        onChange={take}
      />
    </label>
  )
}
