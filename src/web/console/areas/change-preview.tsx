import { useMemo } from 'react'
import type { AreaChangeFault, ChangedShape } from '../../../areas/change.contract.ts'
import type { AreaChangeEffects } from '../../../cases/map.contract.ts'
import { MapView } from '../../map/map-view.tsx'
import { drawnAreas, useMapAreas } from '../../map/use-map-areas.ts'
import { usePreferences } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'
import { boxAround } from './box-around.ts'

/** What a change of areas would do: numbers with their units, old and new outlines, and what is refused. */
export function ChangePreview({ effects }: { effects: AreaChangeEffects }) {
  const { change: said } = useWords().consoleAreas
  const { added, changed, moved, same, faults, shapes } = effects
  return (
    <section className="change" role="status" aria-label={said.preview}>
      <h3>{said.preview}</h3>
      {added + changed + moved === 0 && <p>{said.nothing}</p>}
      <ul className="area-card__rows">
        {added > 0 && <li>{said.added(added)}</li>}
        {changed > 0 && <li>{said.changed(changed)}</li>}
        {moved > 0 && <li>{said.moved(moved)}</li>}
        {same > 0 && <li>{said.same(same)}</li>}
        {effects.groundSquareMetres > 0 && <li>{said.ground(effects.groundSquareMetres)}</li>}
        {effects.casesMoving > 0 && <li>{said.cases(effects.casesMoving)}</li>}
        {effects.casesOnGround > 0 && <li>{said.onGround(effects.casesOnGround)}</li>}
        {effects.workersMoving > 0 && <li>{said.workers(effects.workersMoving)}</li>}
      </ul>
      <Inside inside={effects.inside} />
      {shapes.length > 0 && <Shapes shapes={shapes} cut={effects.shapesCut} />}
      {faults.length > 0 && <Faults faults={faults} />}
    </section>
  )
}

const kinds: readonly AreaChangeKind[] = ['street', 'community', 'grid', 'estate', 'building']
type AreaChangeKind = keyof AreaChangeEffects['inside']

function Inside({ inside }: Pick<AreaChangeEffects, 'inside'>) {
  const { change: said } = useWords().consoleAreas
  const counted = kinds.flatMap((kind) => {
    const n = inside[kind] ?? 0
    return n > 0 ? [{ kind, words: said.insideKinds[kind](n) }] : []
  })
  if (counted.length === 0) return null
  return (
    <>
      <h4>{said.inside}</h4>
      <ul className="area-card__rows">
        {counted.map(({ kind, words }) => (
          <li key={kind}>{words}</li>
        ))}
      </ul>
    </>
  )
}

function Shapes({ shapes, cut }: { shapes: readonly ChangedShape[]; cut: number }) {
  const { consoleAreas } = useWords()
  const { change: said } = consoleAreas
  const { language } = usePreferences()
  const nameOf = useNameOf()
  const { data: ground } = useMapAreas(undefined, 'community')
  const drawn = useMemo(
    () => ({
      areas: drawnAreas(ground?.areas ?? [], language),
      outline: ground?.under.shape ?? null,
      before: shapes.flatMap(({ before }) => (before ? [before] : [])),
      after: shapes.flatMap(({ after }) => (after ? [after] : [])),
    }),
    [ground, language, shapes],
  )
  const box = useMemo(() => boxAround([...drawn.before, ...drawn.after]), [drawn])
  const size = (squareMetres: number | null) =>
    squareMetres === null ? said.sizeNone : said.size(squareMetres)
  return (
    <>
      <p>{said.legend}</p>
      <MapView label={said.mapLabel} drawn={drawn} box={box} />
      <h4>{said.shapes}</h4>
      <ul className="area-card__rows">
        {shapes.map((shape) => (
          <li key={shape.code}>
            {nameOf(shape)}{' '}
            <small>
              {said.was(size(shape.beforeSquareMetres))} → {said.willBe(size(shape.afterSquareMetres))}
            </small>
          </li>
        ))}
      </ul>
      {cut > 0 && <p>{said.cut(cut)}</p>}
    </>
  )
}

function Faults({ faults }: { faults: readonly AreaChangeFault[] }) {
  const { change: said } = useWords().consoleAreas
  return (
    <>
      <h4>{said.faults}</h4>
      <ul className="area-card__rows">
        {faults.map(({ row, field, code, reason }) => (
          <li key={`${row ?? ''} ${field ?? ''} ${code ?? ''}`}>
            {said.faultOf(
              row === null ? (code ?? '') : said.row(row),
              reason === null ? said.rowWhy[wrongPart(field)] : said.reasons[reason],
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Which part of a row is wrong, by the field as the file names it. */
function wrongPart(field: string | null): 'code' | 'name' | 'kind' | 'parent' | 'shape' | 'other' {
  if (field?.startsWith('geometry')) return 'shape'
  return (['code', 'name', 'kind', 'parent'] as const).find((part) => part === field) ?? 'other'
}
