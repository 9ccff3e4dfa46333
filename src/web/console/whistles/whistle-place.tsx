import { useState } from 'react'
import type { CaseStory } from '../../../cases/story.contract.ts'
import { Button } from '../../kit/button.tsx'
import { Field } from '../../kit/field.tsx'
import { useSayPlace } from '../../shared/my-place.ts'
import { placeIn } from '../../shared/names.ts'
import { LazyPlaceMap } from '../../shared/place-map/lazy-place-map.tsx'
import { AreaSelect } from '../people/area-select.tsx'
import { useReading } from '../words.ts'
import type { BlowPart } from './blow-form.tsx'

/** Where they are to come: a case says it; otherwise an area by its name, or a point on the map. */
export function WhistlePlace({ story, ...part }: BlowPart & { story: CaseStory | null }) {
  const { words, language } = useReading()
  const { blow: said } = words.consoleWhistles
  if (story === null) return <ChosenPlace {...part} />
  return (
    <p className="whistle-blow__case">
      <span className="field__label">{said.place}</span>
      {words.common.facts(placeIn(language, story.place), said.forCase(story.number))}
    </p>
  )
}

function ChosenPlace({ draft, lacks, change }: BlowPart) {
  const { blow: said } = useReading().words.consoleWhistles
  const { report } = useReading().words
  const sayPlace = useSayPlace()
  const [onMap, setOnMap] = useState(false)
  if (draft.placeName !== '')
    return (
      <p className="whistle-blow__case">
        <span className="field__label">{said.place}</span>
        {draft.placeName}{' '}
        <button
          type="button"
          className="text-button"
          onClick={() => change({ areaId: null, point: null, placeName: '' })}
        >
          {said.placeOther}
        </button>
      </p>
    )
  return (
    <>
      <Field
        label={said.place}
        hint={said.placeHint}
        error={lacks.includes('place') ? said.placeNeeded : undefined}
      >
        {({ id }) => (
          <AreaSelect
            id={id}
            value={draft.areaId}
            onChange={(areaId) => change({ areaId, point: null, placeName: '' })}
          />
        )}
      </Field>
      {onMap ? (
        <LazyPlaceMap
          start={null}
          onClose={() => setOnMap(false)}
          onTake={(place, at) => {
            change({
              areaId: place.id,
              point: at && { lon: at[0], lat: at[1] },
              placeName: sayPlace(place.steps),
            })
            setOnMap(false)
          }}
        />
      ) : (
        <Button look="quiet" onClick={() => setOnMap(true)}>
          {report.where.useMap}
        </Button>
      )}
    </>
  )
}
