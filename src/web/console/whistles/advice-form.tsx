import { type FormEvent, useId, useState } from 'react'
import type { AdvicePage, FileAdvice, FiledAdvice, WhistlePage } from '../../../cases/whistle/contract.ts'
import { useAct, useReadPages, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Check, Choices } from '../../kit/choice.tsx'
import { useSay } from '../../kit/status.tsx'
import { placeIn } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { sayMoment } from '../../words/time.ts'
import { type ChosenUnit, UnitSelect } from '../case/acts/unit-select.tsx'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { useReading, useWords } from '../words.ts'
import { calledKinds } from './called-units.tsx'
import { sayCall } from './light-of.ts'
import { isSaid, SaidField } from './said-field.tsx'

type About = AdvicePage['rows'][number]['about']

interface Draft {
  readonly unitId: string | null
  readonly about: About | null
  readonly words: string
  readonly callIds: readonly string[]
}

/** Advice on a unit's officials; from a whistle, its unit and its call are filled in. */
export function AdviceForm({
  unitId,
  callId,
  onClose,
}: {
  unitId: string | null
  callId: string | null
  onClose(): void
}) {
  const { advice: said } = useWords().consoleWhistles
  const say = useSay()
  const [draft, setDraft] = useState<Draft>({
    unitId,
    about: null,
    words: '',
    callIds: callId === null ? [] : [callId],
  })
  const [tried, setTried] = useState(false)
  const act = useAct<FiledAdvice, Omit<FileAdvice, 'requestId'>>('/api/whistle-advice', {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const change = (changed: Partial<Draft>) => setDraft({ ...draft, ...changed })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const { unitId: of, about, words, callIds } = draft
    if (act.isPending || of === null || about === null || !isSaid(words) || callIds.length === 0) return
    act.mutate({ unitId: of, about, words: words.trim(), callIds: [...callIds] })
  }
  return (
    <form className="panel people__form" aria-label={said.file} onSubmit={submit} noValidate>
      <h2>{said.file}</h2>
      {unitId === null && (
        <OfUnit
          isMissing={tried && draft.unitId === null}
          onChoose={(chosen) => change({ unitId: chosen, callIds: [] })}
        />
      )}
      {draft.unitId !== null && (
        <Evidence
          unitId={draft.unitId}
          chosen={draft.callIds}
          isMissing={tried && draft.callIds.length === 0}
          onChoose={(callIds) => change({ callIds })}
        />
      )}
      <Choices<About>
        label={said.about}
        options={(Object.keys(said.abouts) as About[]).map((value) => ({ value, label: said.abouts[value] }))}
        value={draft.about}
        {...(tried && draft.about === null ? { error: said.aboutNeeded } : {})}
        onChoose={(about) => change({ about })}
      />
      <SaidField
        label={said.words}
        hint={said.wordsHint}
        needed={said.wordsNeeded}
        rows={4}
        value={draft.words}
        tried={tried}
        onChange={(words) => change({ words })}
      />
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={onClose} />
    </form>
  )
}

/** Property firms are invited, and nobody advises on theirs. */
const advisedKinds = calledKinds.filter((kind) => kind !== 'property_firm')

function OfUnit({ isMissing, onChoose }: { isMissing: boolean; onChoose(unitId: string | null): void }) {
  const { advice: said } = useWords().consoleWhistles
  const id = useId()
  const [units, setUnits] = useState<readonly ChosenUnit[]>([])
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {said.unit}
      </label>
      {isMissing && <p className="field__error">{said.unitNeeded}</p>}
      <UnitSelect
        id={id}
        kinds={advisedKinds}
        value={units}
        onChange={(chosen) => {
          setUnits(chosen)
          onChoose(chosen[0]?.value ?? null)
        }}
      />
    </div>
  )
}

/** The unit's answers to whistles in sight, of which the advice names those that it rests on. */
function Evidence({
  unitId,
  chosen,
  isMissing,
  onChoose,
}: {
  unitId: string
  chosen: readonly string[]
  isMissing: boolean
  onChoose(callIds: readonly string[]): void
}) {
  const { words, language } = useReading()
  const { advice: said, situations } = words.consoleWhistles
  const reading = useReadPages<WhistlePage>(withQuery('/api/whistles', { unitId }))
  return (
    <fieldset className="field">
      <legend className="field__label">{said.restsOn}</legend>
      {isMissing && <p className="field__error">{said.evidenceNeeded}</p>}
      <RowPages reading={reading} more={words.common.pager.more} none={<p>{said.noEvidence}</p>}>
        {(rows) =>
          rows.flatMap((row) =>
            row.calls
              .filter(({ unit }) => unit.id === unitId)
              .map((call) => (
                <Check
                  key={call.id}
                  checked={chosen.includes(call.id)}
                  onCheck={(on) =>
                    onChoose(on ? [...chosen, call.id] : chosen.filter((other) => other !== call.id))
                  }
                >
                  {words.common.labelled(
                    words.common.facts(situations[row.situation], sayMoment(words, row.blownAt, nowMs())),
                    sayCall(words, call),
                  )}
                  <small>{placeIn(language, row.place)}</small>
                </Check>
              )),
          )
        }
      </RowPages>
    </fieldset>
  )
}
