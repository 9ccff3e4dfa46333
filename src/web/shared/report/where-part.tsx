import { Button } from '../../kit/button.tsx'
import { TextField } from '../../kit/field.tsx'
import { useWords } from '../../preferences.tsx'
import { useSayPlace } from '../my-place.ts'
import { FinerPlace, PlaceSearch } from '../place-search.tsx'
import type { ReportDraft } from './report-draft.ts'
import { knowsPosition, usePosition } from './use-position.ts'

/** Where: the scanned or remembered place, a search by name, the phone's position, words. None of them is forced. */
export function WherePart({
  draft,
  asksPosition = true,
  onChange,
}: {
  draft: ReportDraft
  /** A desk that reports for a caller is not where the problem is. */
  asksPosition?: boolean
  onChange(change: Partial<ReportDraft>): void
}) {
  const { report, common } = useWords()
  const { where } = report
  const sayPlace = useSayPlace()
  const position = usePosition((found, place) => onChange({ position: found, place }))
  const { place } = draft
  const problem = { denied: where.denied, outside: where.outside, idle: undefined, asking: undefined }[
    position.state
  ]
  return (
    <fieldset className="field">
      <legend className="field__label">
        {where.label} <small>{common.field.optional}</small>
      </legend>
      <p className="field__hint">{where.hint}</p>
      {place === null ? (
        <>
          <PlaceSearch onChoose={(chosen) => onChange({ place: chosen, position: null })} />
          {asksPosition && knowsPosition() && (
            <p className="report__position">
              <Button look="quiet" aria-busy={position.state === 'asking'} onClick={position.ask}>
                {position.state === 'asking' ? where.locating : where.useMine}
              </Button>
            </p>
          )}
          {problem && (
            <p className="field__error" role="alert">
              {problem}
            </p>
          )}
        </>
      ) : (
        <>
          <div className="place" role="status">
            <span className="place__name">
              {sayPlace(place.steps)}
              {draft.position && <small> {where.located(draft.position.metres)}</small>}
            </span>
            <Button look="quiet" onClick={() => onChange({ place: null, position: null })}>
              {where.change}
            </Button>
          </div>
          {draft.position === null && (
            <FinerPlace key={place.id} place={place} onChoose={(finer) => onChange({ place: finer })} />
          )}
        </>
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
