import { useState } from 'react'
import type { ReviewListing } from '../../../../cases/acts.contract.ts'
import { useDraft } from '../../../api/draft.ts'
import { nowMs } from '../../../clock.ts'
import { TextField } from '../../../kit/field.tsx'
import { useNameOf } from '../../../shared/names.ts'
import { dayAfter, localDay } from '../../../words/time.ts'
import { useWords } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { useAct } from '../use-act.ts'
import type { ActFormProps } from './forms.ts'
import { isReason } from './reason.ts'
import { ReasonField } from './reason-forms.tsx'

const start = { reviewOn: '', reason: '' }

/** 挂账复查: one form for each unit whose part is listed; to strike it off (销账) is to resume it. */
export function ReviewForm({ story }: ActFormProps) {
  const nameOf = useNameOf()
  const listed = story.parts.filter(({ listing }) => listing !== null)
  return listed.map(({ unit, listing }) => (
    <ReviewOf
      key={unit.id}
      caseId={story.id}
      unitId={unit.id}
      condition={listing?.condition ?? null}
      unit={listed.length > 1 ? nameOf(unit) : null}
    />
  ))
}

/** Listed on until another day, with the reason. */
export function ReviewOf({
  caseId,
  unitId,
  condition,
  unit = null,
  latestReviewOn,
  onDone = () => {},
}: {
  caseId: string
  unitId: string
  /** What it waits for, where the page does not say so already. */
  condition?: string | null
  unit?: string | null
  latestReviewOn?: string
  onDone?(): void
}) {
  const { review: said } = useWords().consoleCase
  const [draft, setDraft, forget] = useDraft(`review.${caseId}.${unitId}`, start)
  const [tried, setTried] = useState(false)
  const act = useAct<Omit<ReviewListing, 'requestId'>>(caseId, 'review', () => {
    forget()
    onDone()
  })
  const send = () => {
    setTried(true)
    if (draft.reviewOn === '' || !isReason(draft.reason)) return
    act.mutate({ body: { unitId, reviewOn: draft.reviewOn, reason: draft.reason.trim() } })
  }
  return (
    <ActForm
      label={said.send}
      hint={unit === null ? said.hint : said.hintOf(unit)}
      busy={act.isPending}
      error={act.error}
      onSend={send}
    >
      {condition !== undefined && <p>{condition === null ? said.noCondition : said.condition(condition)}</p>}
      <TextField
        label={said.reviewOn}
        type="date"
        min={dayAfter(localDay(nowMs()))}
        max={latestReviewOn}
        value={draft.reviewOn}
        error={tried && draft.reviewOn === '' ? said.reviewOnNeeded : undefined}
        onChange={(event) => setDraft({ reviewOn: event.target.value })}
      />
      <ReasonField
        label={said.reason}
        value={draft.reason}
        tried={tried}
        onChange={(reason) => setDraft({ reason })}
      />
    </ActForm>
  )
}
