import '../../map/map-and-list.css'
import { useMemo, useState } from 'react'
import type { MapArea } from '../../../areas/map.contract.ts'
import type { BoardMap } from '../../../cases/map.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { MapList } from '../../map/map-list.tsx'
import { MapView } from '../../map/map-view.tsx'
import { drawnAreas, useMapAreas } from '../../map/use-map-areas.ts'
import { useMapWords } from '../../map/use-map-words.ts'
import { usePreferences } from '../../preferences.tsx'
import { useNameOf } from '../../shared/names.ts'
import { type Counted, countedAreas } from './counted-areas.ts'

export interface BoardOnMapProps {
  /** Code of a matter, or empty for all. */
  readonly matter: string
  /** The community whose cases the list below shows. */
  onCommunity(id: string): void
}

/** What is open and what is done in each community, as a map and as a list; never nearer than that. */
export default function BoardOnMap({ matter, onCommunity }: BoardOnMapProps) {
  const reading = useRead<BoardMap>(withQuery('/api/map/board', { matter }), { staleMs: 60_000 })
  const { data: ground } = useMapAreas(undefined, 'community')
  const { data: streets } = useMapAreas(undefined, 'street')
  const { board: said } = useMapWords()
  return (
    <Shown reading={reading}>
      {({ communities }) => {
        if (communities.length === 0) return <Empty what={said.none} />
        if (ground === undefined) return null
        const wider = [ground.under, ...(streets?.areas ?? [])]
        return (
          <Counts
            counted={countedAreas(communities, [...ground.areas, ...wider])}
            areas={ground.areas}
            outline={ground.under}
            onCommunity={onCommunity}
          />
        )
      }}
    </Shown>
  )
}

interface CountsProps extends Pick<BoardOnMapProps, 'onCommunity'> {
  readonly counted: readonly Counted[]
  readonly areas: readonly MapArea[]
  readonly outline: MapArea
}

function Counts({ counted, areas, outline, onCommunity }: CountsProps) {
  const { board: said } = useMapWords()
  const { language } = usePreferences()
  const nameOf = useNameOf()
  const [selected, setSelected] = useState<string | null>(null)
  const drawn = useMemo(() => {
    const weights = new Map(counted.map(({ area, weight }) => [area.id, weight]))
    return {
      areas: drawnAreas(areas, language).map((area) => ({ ...area, weight: weights.get(area.id) ?? 0 })),
      outline: outline.shape,
      selected,
    }
  }, [counted, areas, outline, language, selected])
  const chosen = counted.find(({ area }) => area.id === selected)
  const sum = (what: 'open' | 'done') => counted.reduce((all, each) => all + each[what], 0)
  const name = ({ area }: Counted) => (area.kind === 'community' ? nameOf(area) : said.wider(nameOf(area)))
  return (
    <section className="map-and-list">
      <p className="field__hint">{said.hint}</p>
      <p role="status">
        {chosen ? said.selected(name(chosen), chosen.open, chosen.done) : said.all(sum('open'), sum('done'))}
      </p>
      <MapView label={said.label} gentle drawn={drawn} box={null} onArea={setSelected} />
      <MapList
        label={said.listLabel}
        selected={selected}
        onSelect={setSelected}
        places={counted.map((each) => ({
          id: each.area.id,
          name: name(each),
          note: said.counts(each.open, each.done),
        }))}
      />
      {chosen && chosen.area.kind === 'community' && (
        <Button look="quiet" onClick={() => onCommunity(chosen.area.id)}>
          {said.only(nameOf(chosen.area))}
        </Button>
      )}
    </section>
  )
}
