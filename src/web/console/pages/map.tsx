import '../areas/areas.css'
import '../books.css'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { Light } from '../../../cases/contract.ts'
import type { CaseMap } from '../../../cases/map.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { useTitle } from '../../kit/shell.tsx'
import { Loading, Refused } from '../../kit/states.tsx'
import { CasesOnMap } from '../case-map/case-map.tsx'
import { useWords } from '../words.ts'

const lights: readonly Light[] = ['red', 'yellow', 'green', 'none']

/** Where the open cases are that this desk may see. */
export default function MapPage() {
  const words = useWords()
  const { consoleMap: said } = words
  const raw: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const light = lights.find((one) => one === raw.light)
  const navigate = useNavigate()
  const { data, error, refetch } = useRead<CaseMap>(withQuery('/api/map/cases', { light }), {
    keepLast: true,
    staleMs: 60_000,
  })
  useTitle(said.title)
  return (
    <div className="book">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      <fieldset className="case-map__lights">
        <legend className="unseen">{said.lights}</legend>
        {[undefined, ...lights].map((one) => (
          <button
            key={one ?? 'all'}
            type="button"
            aria-pressed={one === light}
            onClick={() => void navigate({ to: '/map', search: one ? { light: one } : {} })}
          >
            {one === undefined ? said.all : words.cases.lights[one]}
          </button>
        ))}
      </fieldset>
      {data === undefined ? (
        error === null ? (
          <Loading />
        ) : (
          <Refused error={error} onRetry={() => void refetch()} />
        )
      ) : (
        <>
          <p role="status">
            {words.common.facts(said.count(data.cases.length), data.cut && said.cut(data.cases.length))}
          </p>
          {data.withoutPlace > 0 && <p>{said.withoutPlace(data.withoutPlace)}</p>}
          <CasesOnMap key={light ?? ''} found={data} />
        </>
      )}
    </div>
  )
}
