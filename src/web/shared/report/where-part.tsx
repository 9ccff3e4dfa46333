import { useState } from 'react'
import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useWords } from '../../preferences.tsx'
import { type ChosenPlace, useMyPlace, useSayPlace } from '../my-place.ts'
import { LazyPlaceMap } from '../place-map/lazy-place-map.tsx'
import { FinerPlace, PlaceSearch } from '../place-search.tsx'
import { useWholeDistrict } from '../whole-district.ts'
import type { ReportDraft } from './report-draft.ts'
import { knowsPosition, usePosition } from './use-position.ts'

interface WhereProps {
  readonly draft: ReportDraft
  /** A desk that reports for a caller is not where the problem is. */
  readonly asksPosition?: boolean
  onChange(change: Partial<ReportDraft>): void
}

/** Where: the scanned or remembered place, a search by name, lists, the phone's position, words. None is forced. */
export function WherePart({ draft, asksPosition = true, onChange }: WhereProps) {
  const { report, common } = useWords()
  const { where } = report
  return (
    <fieldset className="field">
      <legend className="field__label">
        {where.label} <small>{common.field.optional}</small>
      </legend>
      {draft.place === null ? (
        <WaysToPlace asksPosition={asksPosition} onChange={onChange} />
      ) : (
        <Chosen draft={draft} place={draft.place} onChange={onChange} />
      )}
      <TextField
        label={where.address}
        optional
        hint={where.addressHint}
        maxLength={200}
        value={draft.address}
        onChange={(event) => onChange({ address: event.target.value })}
      />
    </fieldset>
  )
}

/** What takes one tap stands first; then a search; then lists, for whoever does not type. */
function WaysToPlace({ asksPosition, onChange }: Required<Omit<WhereProps, 'draft'>>) {
  const { where } = useWords().report
  const sayPlace = useSayPlace()
  const [mine] = useMyPlace()
  const district = useWholeDistrict()
  const position = usePosition((found, place) => onChange({ position: found, place }))
  const choose = (place: ChosenPlace) => onChange({ place, position: null })
  const [onMap, setOnMap] = useState(false)
  const problem = { denied: where.denied, outside: where.outside, idle: undefined, asking: undefined }[
    position.state
  ]
  return (
    <>
      <p className="field__hint">{where.hint}</p>
      <div className="report__ways">
        {asksPosition && mine !== null && (
          <Button look="quiet" onClick={() => choose(mine)}>
            {where.usual(sayPlace(mine.steps))}
          </Button>
        )}
        {asksPosition && knowsPosition() && (
          <Button look="quiet" aria-busy={position.state === 'asking'} onClick={position.ask}>
            {position.state === 'asking' ? where.locating : where.useMine}
          </Button>
        )}
        {!onMap && (
          <Button look="quiet" onClick={() => setOnMap(true)}>
            {where.useMap}
          </Button>
        )}
      </div>
      {onMap && (
        <LazyPlaceMap
          start={mine}
          onClose={() => setOnMap(false)}
          onTake={(place, at) =>
            onChange({ place, position: at && { lon: at[0], lat: at[1], metres: null } })
          }
        />
      )}
      {problem && (
        <p className="field__error" role="alert">
          {problem}
        </p>
      )}
      <PlaceSearch onChoose={choose} />
      {district && (
        <p className="report__lists">
          <button type="button" className="link-button" onClick={() => choose(district)}>
            {where.fromLists}
          </button>
        </p>
      )}
    </>
  )
}

function Chosen({ draft, place, onChange }: Pick<WhereProps, 'draft' | 'onChange'> & { place: ChosenPlace }) {
  const { where } = useWords().report
  const sayPlace = useSayPlace()
  const { position } = draft
  return (
    <>
      <div className="place" role="status">
        <span className="place__name">
          {sayPlace(place.steps)}
          {position && (
            <small> {position.metres === null ? where.onMap : where.located(position.metres)}</small>
          )}
        </span>
        <Button look="quiet" onClick={() => onChange({ place: null, position: null })}>
          {where.change}
        </Button>
      </div>
      {position === null && (
        <FinerPlace key={place.id} place={place} onChoose={(finer) => onChange({ place: finer })} />
      )}
    </>
  )
}
