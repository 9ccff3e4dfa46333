import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { AreaCoverage, AreaPath } from '../../../areas/contract.ts'
import type { MapArea, MapAreas } from '../../../areas/map.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Empty, Loading, Refused } from '../../kit/states.tsx'
import { MapList } from '../../map/map-list.tsx'
import { MapView } from '../../map/map-view.tsx'
import { drawnAreas, useMapAreas } from '../../map/use-map-areas.ts'
import { usePreferences } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import type { ConsoleWords } from '../../words/console.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'
import { AreaCard } from './area-card.tsx'
import { AreaLife } from './area-life.tsx'
import type { AreaSearch } from './area-search.ts'
import { BoundaryChange } from './boundary-change.tsx'
import { boxAround } from './box-around.ts'
import { Coverage } from './coverage.tsx'

interface BookProps {
  readonly search: AreaSearch
  go(search: AreaSearch): Promise<void>
}

/** The map of an area and its parts as a list beside each other: what is selected in one is selected in the other. */
export function AreaBook({ search, go }: BookProps) {
  const { data, error, refetch } = useMapAreas(search.in)
  if (data === undefined)
    return error === null ? <Loading /> : <Refused error={error} onRetry={() => void refetch()} />
  return <Book key={data.under.id} page={data} search={search} go={go} />
}

function Book({ page, search, go }: BookProps & { page: MapAreas }) {
  const me = useSignedIn()
  const { under, areas } = page
  const selected = areas.find(({ id }) => id === search.area) ?? null
  const [coverage, setCoverage] = useState<AreaCoverage | null>(null)
  return (
    <>
      <Way under={under} go={go} />
      <AreaSheets under={under} />
      {areas.length === 0 && under.kind === 'district' ? (
        <NoAreas />
      ) : (
        <ListAndMap page={page} selected={selected} coverage={coverage} search={search} go={go} />
      )}
      <div className="beside">
        <AreaCard
          area={selected ?? under}
          onInto={selected && selected.parts > 0 ? () => void go({ in: selected.id }) : null}
        />
        {mayDo(me, 'area.manage') && (
          <div>
            <AreaLife
              key={(selected ?? under).id}
              area={selected ?? under}
              onEnded={() => go(selected ? { in: under.id } : {})}
            />
            <Coverage area={under} areas={areas} coverage={coverage} onCoverage={setCoverage} />
            <BoundaryChange />
          </div>
        )}
      </div>
    </>
  )
}

interface ListAndMapProps extends BookProps {
  readonly page: MapAreas
  readonly selected: MapArea | null
  readonly coverage: AreaCoverage | null
}

function ListAndMap({ page, selected, coverage, search, go }: ListAndMapProps) {
  const words = useWords()
  const { consoleAreas: said } = words
  const { language } = usePreferences()
  const nameOf = useNameOf()
  const { under, areas, box } = page
  const drawn = useMemo(
    () => ({
      areas: drawnAreas(areas, language),
      outline: under.shape,
      selected: search.area ?? null,
      faults:
        coverage?.features.map(({ properties, geometry }) => ({
          fault: properties.fault,
          shape: geometry,
        })) ?? [],
    }),
    [areas, under, language, search.area, coverage],
  )
  const select = (area: string) => go({ ...(search.in ? { in: search.in } : {}), area })
  // A second tap on what is selected goes into it.
  const choose = (id: string) => (id === selected?.id && selected.parts > 0 ? go({ in: id }) : select(id))
  return (
    <div className="area-book">
      <div className="area-book__list panel">
        {areas.length === 0 ? (
          <p className="areas__none">{said.noParts}</p>
        ) : (
          <MapList
            label={said.listLabel(nameOf(under))}
            selected={search.area ?? null}
            onSelect={select}
            places={areas.map((area) => ({ id: area.id, name: nameOf(area), note: noteOf(area, words) }))}
          />
        )}
      </div>
      <MapView
        label={said.mapLabel(nameOf(under))}
        drawn={drawn}
        box={(selected?.shape && boxAround([selected.shape])) ?? box}
        onArea={choose}
      />
    </div>
  )
}

/** Before the first list of areas came in. */
function NoAreas() {
  const { consoleAreas: said } = useWords()
  return (
    <Empty what={said.nothing} next={said.nothingNext}>
      {mayDo(useSignedIn(), 'area.manage') && (
        <Link to="/import" search={{ kind: 'areas' }} className={buttonClass({ look: 'quiet' })}>
          {said.toImport}
        </Link>
      )}
    </Empty>
  )
}

const noteOf = ({ kind, parts, shape }: MapArea, { common, consoleAreas: said }: ConsoleWords): string =>
  common.facts(said.kinds[kind], parts > 0 && said.parts(parts), shape === null && said.noShape)

/** The way down to an area; each step leads back to it. */
function Way({ under, go }: { under: MapArea; go(search: AreaSearch): unknown }) {
  const { consoleAreas: said } = useWords()
  const nameOf = useNameOf()
  const { data } = useRead<AreaPath>(`/api/areas/${under.id}`, { staleMs: 300_000 })
  const above = data?.steps.slice(0, -1) ?? []
  return (
    <nav className="area-way" aria-label={said.way}>
      <ol>
        {above.map((step) => (
          <li key={step.id}>
            <button type="button" className="text-button" onClick={() => go({ in: step.id, area: under.id })}>
              {nameOf(step)}
            </button>
          </li>
        ))}
        <li aria-current="page">{nameOf(under)}</li>
      </ol>
    </nav>
  )
}

/** The areas to take away: those of this area as a list, the boundaries always of the whole district. */
function AreaSheets({ under }: { under: MapArea }) {
  const { consoleAreas: said } = useWords()
  const { language } = usePreferences()
  if (!mayDo(useSignedIn(), 'export.run')) return null
  return (
    <p className="area-sheets no-print">
      <a
        className="text-button"
        href={withQuery('/api/areas/sheet', { areaId: under.id, language })}
        download
      >
        {said.sheet}
      </a>{' '}
      <a className="text-button" href="/api/areas/file" download>
        {said.geoJson}
      </a>
    </p>
  )
}
