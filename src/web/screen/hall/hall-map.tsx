import './hall-map.css'
import { useEffect, useMemo, useState } from 'react'
import type { CaseMap } from '../../../cases/map.contract.ts'
import type { Wall } from '../../../cases/wall/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Light } from '../../kit/light.tsx'
import { MapView } from '../../map/map-view.tsx'
import { drawnAreas, useMapAreas } from '../../map/use-map-areas.ts'
import { nameIn } from '../../shared/names.ts'
import { totalOf } from '../../shared/wall/behind.ts'
import { ToCase } from '../ways.tsx'
import { useReading } from '../words.ts'

/** By what the parts of the area can be shaded. */
const shades = {
  open: ({ open }: Wall['parts'][number]) => totalOf(open),
  late: ({ open }: Wall['parts'][number]) => open.red,
  today: ({ day }: Wall['parts'][number]) => day.accepted ?? 0,
} as const
type Shade = keyof typeof shades

/** Cases on the map are read anew so often while the wall changes. */
const everyMs = 15_000
/** So many of one place are named; the console's map has them all. */
const mostNamed = 8

/** Open cases where they are, alone or together, over the parts of the area in shades of what is asked for. */
export function HallMap({ wall, goTo }: { wall: Wall; goTo(areaId: string): void }) {
  const { words, language } = useReading()
  const { screen: said } = words
  const areaId = wall.area.id
  const [shade, setShade] = useState<Shade>('open')
  const [here, setHere] = useState<readonly string[]>([])
  const {
    data: found,
    error,
    refetch,
  } = useRead<CaseMap>(withQuery('/api/map/cases', { areaId }), {
    keepLast: true,
    staleMs: everyMs,
  })
  const { data: ground } = useMapAreas(areaId)
  useEffect(() => {
    const timer = window.setInterval(() => {
      if (!document.hidden) void refetch()
    }, everyMs)
    return () => window.clearInterval(timer)
  }, [refetch])
  const counts = useMemo(
    () => new Map(wall.parts.map((part) => [part.area.id, shades[shade](part)])),
    [wall.parts, shade],
  )
  const most = Math.max(0, ...counts.values())
  const drawn = useMemo(
    () => ({
      areas: drawnAreas(ground?.areas ?? [], language).map((area) => ({
        ...area,
        weight: most === 0 ? 0 : (counts.get(area.id) ?? 0) / most,
      })),
      outline: ground?.under.shape ?? null,
      cases: found?.cases ?? [],
    }),
    [ground, language, counts, most, found],
  )
  // Of a grid no figures of days are kept.
  const offered = (Object.keys(shades) as Shade[]).filter(
    (one) => one !== 'today' || wall.area.kind !== 'community',
  )
  const chosen = (found?.cases ?? []).filter(({ id }) => here.includes(id))
  const canShade = (ground?.areas ?? []).some(({ id, shape }) => shape !== null && counts.has(id))
  return (
    <div className="panel hall__map">
      <fieldset className="hall__shades">
        <legend>{said.shadeBy}</legend>
        {offered.map((one) => (
          <button key={one} type="button" aria-pressed={one === shade} onClick={() => setShade(one)}>
            {said.shades[one]}
          </button>
        ))}
        <small>{canShade ? said.legend(most) : said.legendNone}</small>
        {error !== null && <small role="status">{said.mapOld}</small>}
        {found?.cut && <small>{said.cut(found.cases.length)}</small>}
      </fieldset>
      <MapView
        label={said.map}
        drawn={drawn}
        box={ground?.box ?? null}
        onArea={(id) => id !== null && id !== areaId && counts.has(id) && goTo(id)}
        onCases={(ids) => setHere(ids)}
      />
      {chosen.length > 0 && <Here cases={chosen} onClose={() => setHere([])} />}
    </div>
  )
}

/** What lies together at one place. */
function Here({ cases, onClose }: { cases: CaseMap['cases']; onClose(): void }) {
  const { words, language } = useReading()
  const { screen: said } = words
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      event.preventDefault()
      onClose()
    }
    document.addEventListener('keydown', close)
    return () => document.removeEventListener('keydown', close)
  }, [onClose])
  return (
    <div className="hall__here" role="status">
      <h3>{said.here(cases.length)}</h3>
      <ul>
        {cases.slice(0, mostNamed).map(({ id, light, matter, summary }) => (
          <li key={id}>
            <Light light={light} />
            <ToCase id={id}>
              {summary ?? (matter ? nameIn(language, matter) : words.consoleOverview.notScreened)}
            </ToCase>
          </li>
        ))}
      </ul>
      <Button look="quiet" onClick={onClose}>
        {said.close}
      </Button>
    </div>
  )
}
