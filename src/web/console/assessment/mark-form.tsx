import { useState } from 'react'
import type { MarkPage } from '../../../evaluation/marks.contract.ts'
import { Choices } from '../../kit/choice.tsx'
import { SelectField } from '../../kit/field.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { useReading, useWords } from '../words.ts'
import { type Mark, MarkFrame } from './mark-frame.tsx'

type Five = '1' | '2' | '3' | '4' | '5'

/** How a department supports a street or community, once a month. */
export function MarkForm({ areas, units, onClose }: Pick<MarkPage, 'areas' | 'units'> & { onClose(): void }) {
  const { words, language } = useReading()
  const { marks: said } = words.consoleAssessment
  const nameOf = useNameOf()
  const [areaId, setAreaId] = useState(areas[0]?.areaId ?? '')
  const [unitId, setUnitId] = useState('')
  const [five, setFive] = useState<Five | null>(null)
  const mark: Mark<'support'> | null =
    unitId === '' || five === null ? null : { kind: 'support', unitId, areaId, support: Number(five) }
  return (
    <MarkFrame className="panel people__form" label={said.give} mark={mark} onClose={onClose}>
      {(tried) => (
        <>
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
        </>
      )}
    </MarkFrame>
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
