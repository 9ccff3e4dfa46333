import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { DispatchCase } from '../../../../cases/acts.contract.ts'
import type { Suggestions } from '../../../../cases/screening.contract.ts'
import { useDraft } from '../../../api/draft.ts'
import { nowMs } from '../../../clock.ts'
import { Choices } from '../../../kit/choice.tsx'
import { Loading, Refused } from '../../../kit/states.tsx'
import { nameIn } from '../../../shared/names.ts'
import { sayMoment } from '../../../words/time.ts'
import { useReading } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { useAct } from '../use-act.ts'
import { useSuggestions } from '../use-case.ts'
import type { ActFormProps } from './forms.ts'
import { isReason } from './reason.ts'
import { ReasonField } from './reason-forms.tsx'
import { type ChosenUnit, UnitSelect } from './unit-select.tsx'

interface Draft {
  readonly by: 'catalogue' | 'hand'
  readonly lead: readonly ChosenUnit[]
  readonly assist: readonly ChosenUnit[]
  readonly reason: string
}
const start: Draft = { by: 'catalogue', lead: [], assist: [], reason: '' }

type Body = Pick<DispatchCase, 'assistUnitIds'> & Partial<Pick<DispatchCase, 'leadUnitId' | 'reason'>>

/** 交办: to the unit that the catalogue names, or to another with a reason. */
export function DispatchForm({ story }: ActFormProps) {
  const { words, language } = useReading()
  const { dispatch: said } = words.consoleCase
  const [draft, setDraft, forget] = useDraft(`dispatch.${story.id}`, start)
  const [tried, setTried] = useState(false)
  const suggestions = useSuggestions(story.id)
  const act = useAct<Body>(story.id, 'dispatch', forget)
  const assistId = useId()
  if (suggestions.data === undefined)
    return suggestions.error === null ? (
      <Loading />
    ) : (
      <Refused error={suggestions.error} onRetry={() => void suggestions.refetch()} />
    )
  const { answering, precedent } = suggestions.data
  const byHand = draft.by === 'hand' || answering === null
  const lead = draft.lead[0]
  const send = () => {
    setTried(true)
    const assistUnitIds = draft.assist.map(({ value }) => value)
    if (!byHand) act.mutate({ body: { assistUnitIds } })
    else if (lead !== undefined && isReason(draft.reason))
      act.mutate({ body: { leadUnitId: lead.value, assistUnitIds, reason: draft.reason.trim() } })
  }
  return (
    <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
      {answering === null ? (
        <p className="act-form__hint">{said.noneNamed}</p>
      ) : (
        <Choices
          label={said.lead}
          options={[
            {
              value: 'catalogue',
              label: nameIn(language, answering),
              hint:
                precedent === null
                  ? said.byCatalogue
                  : said.byPrecedent(sayMoment(words, precedent.decidedAt, nowMs())),
            },
            { value: 'hand', label: said.otherUnit, hint: said.byHand },
          ]}
          value={draft.by}
          onChoose={(by) => setDraft({ by })}
        />
      )}
      {precedent !== null && <PrecedentSource precedent={precedent} />}
      {byHand && (
        <ByHand
          label={answering === null ? said.lead : said.otherUnit}
          lead={draft.lead}
          reason={draft.reason}
          tried={tried}
          onChange={setDraft}
        />
      )}
      <div className="field">
        <label className="field__label" htmlFor={assistId}>
          {said.assist} <small>{words.common.field.optional}</small>
        </label>
        <UnitSelect id={assistId} many value={draft.assist} onChange={(assist) => setDraft({ assist })} />
      </div>
    </ActForm>
  )
}

/** Why the centre named the unit, and where it said so. */
function PrecedentSource({ precedent }: { precedent: NonNullable<Suggestions['precedent']> }) {
  const { dispatch: said } = useReading().words.consoleCase
  return (
    <p className="act-form__hint">
      {precedent.reason !== null && said.precedent(precedent.reason)}{' '}
      {precedent.number !== null && (
        <Link to="/cases/$id" params={{ id: precedent.caseId }}>
          {said.precedentCase(precedent.number)}
        </Link>
      )}
    </p>
  )
}

function ByHand({
  label,
  lead,
  reason,
  tried,
  onChange,
}: Pick<Draft, 'lead' | 'reason'> & {
  label: string
  tried: boolean
  onChange(change: Partial<Draft>): void
}) {
  const { words } = useReading()
  const { dispatch: said } = words.consoleCase
  const id = useId()
  return (
    <>
      <div className="field">
        <label className="field__label" htmlFor={id}>
          {label}
        </label>
        {tried && lead.length === 0 && <p className="field__error">{said.unitNeeded}</p>}
        <UnitSelect id={id} value={lead} onChange={(units) => onChange({ lead: units })} />
      </div>
      <ReasonField
        label={said.reason}
        value={reason}
        tried={tried}
        onChange={(text) => onChange({ reason: text })}
      />
    </>
  )
}
