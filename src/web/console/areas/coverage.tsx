import { useMutation } from '@tanstack/react-query'
import type { AreaCoverage } from '../../../areas/contract.ts'
import type { MapArea } from '../../../areas/map.contract.ts'
import { call } from '../../api/call.ts'
import { Button } from '../../kit/button.tsx'
import { FormError } from '../../kit/form-error.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'

interface CoverageProps {
  readonly area: MapArea
  readonly areas: readonly MapArea[]
  readonly coverage: AreaCoverage | null
  /** What was found; the map beside draws it. */
  onCoverage(coverage: AreaCoverage): void
}

/** Whether the parts of an area cover it: gaps, overlaps and what lies outside, each with its size and whose it is. */
export function Coverage({ area, areas, coverage, onCoverage }: CoverageProps) {
  const { coverage: said } = useWords().consoleAreas
  const nameOf = useNameOf()
  const check = useMutation({
    mutationFn: () => call<AreaCoverage>('GET', `/api/areas/${area.id}/coverage`),
    onSuccess: onCoverage,
  })
  if (area.parts === 0) return null
  return (
    <section className="panel" aria-label={said.title(nameOf(area))}>
      <h2>{said.title(nameOf(area))}</h2>
      <FormError error={check.error} />
      <Button look="quiet" busy={check.isPending} onClick={() => check.mutate()}>
        {said.act}
      </Button>
      <div role="status">{coverage && <Found coverage={coverage} areas={areas} />}</div>
    </section>
  )
}

function Found({ coverage, areas }: { coverage: AreaCoverage; areas: readonly MapArea[] }) {
  const { common, consoleAreas } = useWords()
  const { coverage: said } = consoleAreas
  const nameOf = useNameOf()
  const names = (ids: readonly string[]) =>
    new Intl.ListFormat(common.language, { type: 'conjunction' }).format(
      areas.filter(({ id }) => ids.includes(id)).map(nameOf),
    )
  const words = ({ fault, areaIds }: AreaCoverage['features'][number]['properties']) =>
    fault === 'gap' ? said.gap : said[fault](names(areaIds))
  const { features } = coverage
  return (
    <>
      <p>{features.length === 0 ? said.good : said.found(features.length)}</p>
      {!coverage.gapsKnown && <p>{said.gapsUnknown}</p>}
      {coverage.withoutShape > 0 && <p>{said.withoutShape(coverage.withoutShape)}</p>}
      {features.length > 0 && (
        <ul className="area-card__rows" aria-label={said.listLabel}>
          {features.map(({ properties }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of ground have no name of their own
            <li key={at}>
              {words(properties)}
              <small> {said.size(properties.areaSquareMetres)}</small>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
