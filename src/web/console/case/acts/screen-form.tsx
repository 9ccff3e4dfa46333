import { useId, useState } from 'react'
import type { ScreenCase } from '../../../../cases/acts.contract.ts'
import { useDraft } from '../../../api/draft.ts'
import { Check } from '../../../kit/choice.tsx'
import { nameIn } from '../../../shared/names.ts'
import { useMatters } from '../../books.ts'
import { MatterSelect } from '../../matter-select.tsx'
import { useReading } from '../../words.ts'
import { ActForm } from '../act-form.tsx'
import { useAct } from '../use-act.ts'
import { useSuggestions } from '../use-case.ts'
import { Duplicates } from './duplicates.tsx'
import type { ActFormProps } from './forms.ts'
import { isSummary, SummaryField } from './summary-field.tsx'

const start: { matter: string | null; summary: string; publish: boolean } = {
  matter: null,
  summary: '',
  publish: true,
}

/** 甄别: which matter, and what the public may read; possible duplicates stand beside it. */
export function ScreenForm({ story }: ActFormProps) {
  const { words } = useReading()
  const { screen: said } = words.consoleCase
  const [draft, setDraft, forget] = useDraft(`screen.${story.id}`, start)
  const [tried, setTried] = useState(false)
  const { data: matters } = useMatters()
  const act = useAct<Omit<ScreenCase, 'requestId'>>(story.id, 'screen', forget)
  const matter = matters?.find(({ code }) => code === draft.matter) ?? null
  const confidential = story.confidential || matter?.confidential === true
  const publish = draft.publish && !confidential
  const summary = draft.summary.trim()
  const summaryFits = summary === '' ? !publish : isSummary(summary)
  const send = () => {
    setTried(true)
    if (draft.matter === null || !summaryFits) return
    act.mutate({ body: { matter: draft.matter, publish, ...(summary === '' ? {} : { summary }) } })
  }
  return (
    <div className="panel__screen">
      <ActForm label={said.send} busy={act.isPending} error={act.error} onSend={send}>
        <MatterField
          caseId={story.id}
          value={draft.matter}
          error={tried && draft.matter === null ? said.matterNeeded : undefined}
          onChoose={(code) => setDraft({ matter: code })}
        />
        {confidential ? (
          <p className="act-form__hint">{said.confidential}</p>
        ) : (
          <Check checked={draft.publish} onCheck={(on) => setDraft({ publish: on })}>
            {said.publish}
          </Check>
        )}
        <SummaryField
          value={draft.summary}
          tried={tried && !summaryFits}
          onChange={(text) => setDraft({ summary: text })}
        />
      </ActForm>
      <Duplicates story={story} />
    </div>
  )
}

/** What the words point to, each with why; or any other entry of the catalogue. */
function MatterField({
  caseId,
  value,
  error,
  onChoose,
}: {
  caseId: string
  value: string | null
  error: string | undefined
  onChoose(code: string | null): void
}) {
  const { words, language } = useReading()
  const { screen: said } = words.consoleCase
  const { data: suggestions } = useSuggestions(caseId)
  const id = useId()
  const { matters: suggested = [], learned = null } = suggestions ?? {}
  return (
    <div className="field">
      {suggested.length > 0 && (
        <fieldset className="suggested">
          <legend className="field__label">{said.suggested}</legend>
          {suggested.map((matter) => (
            <button
              key={matter.code}
              type="button"
              aria-pressed={matter.code === value}
              onClick={() => onChoose(matter.code)}
            >
              {nameIn(language, matter)}
              <small>
                {words.common.facts(
                  matter.likelyPercent !== null && said.likely(inTens(matter.likelyPercent)),
                  said.because(matter.because),
                )}
              </small>
            </button>
          ))}
          {learned && suggested.some(({ likelyPercent }) => likelyPercent !== null) && (
            <p className="act-form__hint">{said.learned(learned)}</p>
          )}
        </fieldset>
      )}
      <label className="field__label" htmlFor={id}>
        {said.matter}
      </label>
      {error && <p className="field__error">{error}</p>}
      <MatterSelect
        id={id}
        className="whole-width"
        placeholder={said.matterPlaceholder}
        value={value ?? undefined}
        onChange={(code) => onChoose(code ?? null)}
      />
    </div>
  )
}

/** No more exactly than it is known: in tens, from 10 to 90. */
const inTens = (percent: number): number => Math.min(90, Math.max(10, Math.round(percent / 10) * 10))
