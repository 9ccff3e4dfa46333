import { type FormEvent, useState } from 'react'
import type { Filed } from '../../../evaluation/contract.ts'
import type { GiveMark, MarkPage } from '../../../evaluation/marks.contract.ts'
import { useAct } from '../../api/use-read.ts'
import { Choices } from '../../kit/choice.tsx'
import { SelectField } from '../../kit/field.tsx'
import { useSay } from '../../kit/status.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { FormActs } from '../form-acts.tsx'
import { FormProblem } from '../form-problem.tsx'
import { SaidField } from '../whistles/said-field.tsx'
import { useReading, useWords } from '../words.ts'

type Five = '1' | '2' | '3' | '4' | '5'
type Support = Omit<Extract<GiveMark, { kind: 'support' }>, 'requestId'>

/** How a department supports a street or community, once a month. */
export function MarkForm({ areas, units, onClose }: Pick<MarkPage, 'areas' | 'units'> & { onClose(): void }) {
  const { words, language } = useReading()
  const { marks: said } = words.consoleAssessment
  const nameOf = useNameOf()
  const say = useSay()
  const [areaId, setAreaId] = useState(areas[0]?.areaId ?? '')
  const [unitId, setUnitId] = useState('')
  const [five, setFive] = useState<Five | null>(null)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const act = useAct<Filed, Support>('/api/assessment/marks', {
    onDone: () => {
      say(said.done)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (act.isPending || unitId === '' || five === null || text.length > 500) return
    const mark: Support = { kind: 'support', unitId, areaId, support: Number(five) }
    act.mutate(text.trim() === '' ? mark : { ...mark, words: text.trim() })
  }
  return (
    <form className="panel people__form" aria-label={said.give} onSubmit={submit} noValidate>
      <h2>{said.give}</h2>
      {areas.length > 1 && (
        <SelectField label={said.area} value={areaId} onChoose={setAreaId}>
          {areas.map((area) => (
            <option key={area.areaId} value={area.areaId}>
              {placeIn(language, area)}
            </option>
          ))}
        </SelectField>
      )}
      <SelectField
        label={said.unit}
        value={unitId}
        error={tried && unitId === '' ? said.unitNeeded : undefined}
        onChoose={setUnitId}
      >
        <option value="">{said.choose}</option>
        {units.map((unit) => (
          <option key={unit.id} value={unit.id}>
            {nameOf(unit)}
          </option>
        ))}
      </SelectField>
      <FiveField five={five} isMissing={tried && five === null} onChoose={setFive} />
      <SaidField
        label={said.words}
        needed={said.needed}
        optional
        value={text}
        tried={tried}
        onChange={setText}
      />
      <FormProblem error={act.error} />
      <FormActs label={said.send} busy={act.isPending} onCancel={onClose} />
    </form>
  )
}

interface FiveFieldProps {
  readonly five: Five | null
  readonly isMissing: boolean
  onChoose(five: Five): void
}

function FiveField({ five, isMissing, onChoose }: FiveFieldProps) {
  const { marks: said } = useWords().consoleAssessment
  return (
    <Choices<Five>
      label={said.support}
      options={(['1', '2', '3', '4', '5'] as const).map((value) => ({ value, label: said.fives[value] }))}
      value={five}
      {...(isMissing ? { error: said.supportNeeded } : {})}
      onChoose={onChoose}
    />
  )
}
