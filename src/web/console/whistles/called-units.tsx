import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import type { CaseStory } from '../../../cases/story.contract.ts'
import type { UnitPage } from '../../../organisations/contract.ts'
import { call } from '../../api/call.ts'
import { withQuery } from '../../api/use-read.ts'
import { useNameOf } from '../../shared/names.ts'
import { type ChosenUnit, UnitSelect } from '../case/acts/unit-select.tsx'
import { useReading } from '../words.ts'
import type { BlowPart } from './blow-form.tsx'

/** Kinds of unit that a whistle calls: the first two are whistled, the last is invited. */
export const calledKinds = ['department', 'street_team', 'property_firm'] as const

/** Which units are called; those that have the case already are proposed. */
export function CalledUnits({ draft, lacks, change, story }: BlowPart & { story: CaseStory | null }) {
  const { blow: said } = useReading().words.consoleWhistles
  const id = useId()
  const known = useUnitsOf(story)
  const proposed = known !== undefined && draft.units.length === 0 ? known : []
  return (
    <div className="field">
      <label className="field__label" htmlFor={id}>
        {said.units}
      </label>
      <p className="field__hint">{said.unitsHint}</p>
      {lacks.includes('units') && <p className="field__error">{said.unitsNeeded}</p>}
      {lacks.includes('tooMany') && <p className="field__error">{said.unitsTooMany}</p>}
      <UnitSelect
        id={id}
        many
        kinds={calledKinds}
        value={draft.units}
        onChange={(units) => change({ units })}
      />
      {proposed.length > 0 && (
        <p>
          <button type="button" className="text-button" onClick={() => change({ units: proposed })}>
            {said.unitsOfCase}
          </button>
        </p>
      )}
    </div>
  )
}

/** The units of a case that a whistle may call. */
function useUnitsOf(story: CaseStory | null): readonly ChosenUnit[] | undefined {
  const nameOf = useNameOf()
  const parts = story?.parts ?? []
  const { data } = useQuery({
    queryKey: ['units', 'called', ...parts.map(({ unit }) => unit.id)],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        parts.map(({ unit }) =>
          call<UnitPage>('GET', withQuery('/api/units', { text: unit.zh.slice(0, 60) }), undefined, {
            signal,
          }),
        ),
      )
      const found = pages.flatMap(({ units }) => units)
      return parts.flatMap(({ unit }) => found.find(({ id }) => id === unit.id) ?? [])
    },
    enabled: parts.length > 0,
  })
  return data
    ?.filter(({ kind }) => (calledKinds as readonly string[]).includes(kind))
    .map((unit) => ({ value: unit.id, label: nameOf(unit) }))
}
