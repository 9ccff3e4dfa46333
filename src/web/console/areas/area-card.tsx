import type { AreaPath } from '../../../areas/contract.ts'
import type { MapArea } from '../../../areas/map.contract.ts'
import type { UnitPage } from '../../../organisations/contract.ts'
import type { GridWorkers } from '../../../people/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Button } from '../../kit/button.tsx'
import { useNameOf } from '../../shared/names.ts'
import { TeamPanel } from '../bodies/team-panel.tsx'
import { useWords } from '../words.ts'

/** An area as a book has it: what it is, its QR link, and the units and grid workers that hang there. */
export function AreaCard({ area, onInto }: { area: MapArea; onInto: (() => void) | null }) {
  const { consoleAreas: said } = useWords()
  const nameOf = useNameOf()
  const { data: path } = useRead<AreaPath>(`/api/areas/${area.id}`, { staleMs: 300_000 })
  const scanned = area.kind === 'grid' || area.kind === 'building'
  return (
    <section className="panel area-card" aria-label={nameOf(area)}>
      <h2>{nameOf(area)}</h2>
      <dl className="area-card__facts">
        <Fact term={said.card.kind}>{said.kinds[area.kind]}</Fact>
        <Fact term={said.card.code}>{area.code}</Fact>
        {area.parts > 0 && <Fact term={said.card.parts}>{said.card.some(area.parts)}</Fact>}
        {scanned && path && (
          <Fact term={said.card.place}>
            <a
              href={`/?place=${path.area.placeCode}`}
              target="_blank"
              rel="noreferrer"
              aria-label={said.qrOf(nameOf(area))}
            >
              {said.qr} {path.area.placeCode}
            </a>
          </Fact>
        )}
      </dl>
      <Hanging area={area} />
      {area.kind === 'grid' && <TeamPanel gridId={area.id} />}
      {onInto && (
        <Button look="quiet" onClick={onInto}>
          {said.into(nameOf(area))}
        </Button>
      )}
    </section>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Units that serve the area, and for a grid whoever residents call. */
function Hanging({ area }: { area: MapArea }) {
  const { card } = useWords().consoleAreas
  const nameOf = useNameOf()
  const { data: units } = useRead<UnitPage>(withQuery('/api/units', { areaId: area.id }), { staleMs: 60_000 })
  const { data: workers } = useRead<GridWorkers>(
    area.kind === 'grid' ? withQuery('/api/grid-worker', { areaId: area.id }) : null,
    { staleMs: 60_000 },
  )
  return (
    <>
      <h3>{card.units}</h3>
      {units?.units.length === 0 && <p className="areas__none">{card.noUnits}</p>}
      <ul className="area-card__rows">
        {units?.units.map((unit) => (
          <li key={unit.id}>
            <Called name={nameOf(unit)} phone={unit.phone} />
          </li>
        ))}
      </ul>
      {workers && (
        <>
          <h3>{card.workers}</h3>
          {workers.people.length === 0 && <p className="areas__none">{card.noWorkers}</p>}
          <ul className="area-card__rows">
            {workers.people.map(({ name, phone }) => (
              <li key={`${name} ${phone ?? ''}`}>
                <Called name={name} phone={phone} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** A name with its number beside it, which is never broken and which a phone may call. */
function Called({ name, phone }: { name: string; phone: string | null }) {
  const { card } = useWords().consoleAreas
  if (phone === null) return name
  return (
    <>
      {name}{' '}
      <a className="unbroken" href={`tel:${phone}`} aria-label={card.call(name, phone)}>
        {phone}
      </a>
    </>
  )
}
