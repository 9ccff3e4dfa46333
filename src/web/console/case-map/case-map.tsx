import './case-map.css'
import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { CaseMap, MappedCase } from '../../../cases/map.contract.ts'
import { Light } from '../../kit/light.tsx'
import { Empty } from '../../kit/states.tsx'
import { MapList } from '../../map/map-list.tsx'
import { MapView } from '../../map/map-view.tsx'
import { drawnAreas, useMapAreas } from '../../map/use-map-areas.ts'
import { usePreferences } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { useWords } from '../words.ts'

/** Open cases on the map and as a list; a tap on several at one place leaves these alone in the list. */
export function CasesOnMap({ found }: { found: CaseMap }) {
  const { consoleMap: said } = useWords()
  const { language } = usePreferences()
  const { data: ground } = useMapAreas(undefined, 'community')
  const [here, setHere] = useState<readonly string[] | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const { cases } = found
  const listed = here === null ? cases : cases.filter(({ id }) => here.includes(id))
  const chosen = cases.find(({ id }) => id === selected) ?? null
  const drawn = useMemo(
    () => ({
      areas: drawnAreas(ground?.areas ?? [], language),
      outline: ground?.under.shape ?? null,
      cases,
      point: chosen?.at ?? null,
    }),
    [ground, language, cases, chosen],
  )
  const around = useMemo(() => boxOf(chosen ? [chosen] : cases), [chosen, cases])
  return (
    <>
      <div className="area-book">
        <div className="area-book__list panel">
          {here !== null && (
            <p className="case-map__open">
              {said.at(listed.length)}{' '}
              <button type="button" className="text-button" onClick={() => setHere(null)}>
                {said.back}
              </button>
            </p>
          )}
          {listed.length === 0 ? (
            <Empty what={said.none} next={said.noneNext} />
          ) : (
            <MapList
              label={said.listLabel}
              selected={selected}
              onSelect={setSelected}
              places={listed.map((each) => ({ id: each.id, name: <CaseLine found={each} /> }))}
            />
          )}
        </div>
        <MapView
          label={said.mapLabel}
          drawn={drawn}
          box={around}
          onCases={(ids) => {
            setHere(ids.length > 1 ? ids : null)
            setSelected(ids.length === 1 ? (ids[0] ?? null) : null)
          }}
        />
      </div>
      {chosen && <Chosen found={chosen} />}
    </>
  )
}

function CaseLine({ found }: { found: MappedCase }) {
  const words = useWords()
  const nameOf = useNameOf()
  const { light, matter, summary } = found
  return (
    <span className="case-map__row">
      <Light light={light} />
      {matter ? nameOf(matter) : words.console.desk.notScreened}
      {summary !== null && <small>{summary}</small>}
    </span>
  )
}

function Chosen({ found }: { found: MappedCase }) {
  const { consoleMap: said, cases, common } = useWords()
  const { id, number, summary, stage, exact } = found
  return (
    <section className="panel" aria-label={number}>
      <CaseLine found={found} />
      <p>{common.facts(cases.stages[stage], exact ? said.exact : said.middle)}</p>
      <Link to="/cases/$id" params={{ id }} aria-description={summary ?? undefined}>
        {said.open(number)}
      </Link>
    </section>
  )
}

/** Half a kilometre around a single case, so that its streets are seen too. */
const leastDegrees = 0.005

function boxOf(cases: readonly MappedCase[]): [number, number, number, number] | null {
  if (cases.length === 0) return null
  const [lons, lats] = [cases.map(({ at }) => at[0]), cases.map(({ at }) => at[1])]
  return [
    Math.min(...lons) - leastDegrees,
    Math.min(...lats) - leastDegrees,
    Math.max(...lons) + leastDegrees,
    Math.max(...lats) + leastDegrees,
  ]
}
