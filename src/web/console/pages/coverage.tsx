import '../books.css'
import '../bodies/bodies.css'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Coverage, Lack, Lacking } from '../../../people/offices/coverage.contract.ts'
import { useRead, useReadPages, withQuery } from '../../api/use-read.ts'
import { buttonClass } from '../../kit/button.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { RowPages } from '../../shared/row-pages.tsx'
import { PartiesPanel } from '../bodies/parties-panel.tsx'
import { TeamPanel } from '../bodies/team-panel.tsx'
import { mayDo, useSignedIn } from '../session/me.ts'
import { Wide } from '../wide.tsx'
import { useReading, useWords } from '../words.ts'

interface Asked {
  readonly in?: string | undefined
  readonly of?: string | undefined
  readonly lack?: Lack | undefined
}

/** How far grids and estates are covered by organisations, each figure opened down to the places behind it. */
export default function CoveragePage() {
  const { words, language } = useReading()
  const { coverage: said } = words.consoleLinks
  const me = useSignedIn()
  const navigate = useNavigate()
  const asked = useSearch({ strict: false }) as Asked
  const go = (next: Asked) => void navigate({ to: '/coverage', search: { ...next } })
  useTitle(said.title)
  return (
    <div className="book bodies">
      <h1>{said.title}</h1>
      <p className="book__lead">{said.lead}</p>
      {mayDo(me, 'export.run') && (
        <p className="no-print">
          <a
            className="text-button"
            href={withQuery('/api/coverage/sheet', { language, areaId: asked.in })}
            download
          >
            {said.sheet}
          </a>
        </p>
      )}
      {asked.lack === undefined ? (
        <Figures asked={asked} go={go} />
      ) : (
        <Places asked={asked} lack={asked.lack} go={go} />
      )}
    </div>
  )
}

interface PartProps {
  readonly asked: Asked
  go(next: Asked): void
}

function Figures({ asked, go }: PartProps) {
  const { coverage: said } = useWords().consoleLinks
  const nameOf = useNameOf()
  const reading = useRead<Coverage>(withQuery('/api/coverage', { areaId: asked.in }))
  const heads = [said.area, said.grids, said.estates, ...Object.values(said.lacks)]
  return (
    <Shown reading={reading}>
      {({ area, way, whole, parts }) => {
        const up = way[way.length - 1]
        if (up === undefined && whole.grids + whole.estates === 0)
          return (
            <Empty what={said.noneAtAll} next={said.noneAtAllNext}>
              <Link to="/areas" className={buttonClass({ look: 'quiet' })}>
                {said.toAreas}
              </Link>
            </Empty>
          )
        return (
          <>
            {up && (
              <p className="no-print">
                <button
                  type="button"
                  className="text-button"
                  onClick={() => go(way.length > 1 ? { in: up.id } : {})}
                >
                  {said.up(nameOf(up))}
                </button>
              </p>
            )}
            <p>{said.partyShare(whole.grids - whole.lacking.grid_party, whole.grids)}</p>
            <Wide label={said.title}>
              <table className="bodies__table">
                <thead>
                  <tr>
                    {heads.map((head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {parts.map((row) => (
                    <AreaRow key={row.area.id} row={row} asked={asked} go={go} />
                  ))}
                  <AreaRow row={{ area, ...whole }} isWhole asked={asked} go={go} />
                </tbody>
              </table>
            </Wide>
          </>
        )
      }}
    </Shown>
  )
}

type Row = Coverage['parts'][number]

/** The figures of one area; each that is not nought opens the places behind it. */
function AreaRow({ row, isWhole = false, asked, go }: PartProps & { row: Row; isWhole?: boolean }) {
  const { coverage: said } = useWords().consoleLinks
  const nameOf = useNameOf()
  const name = nameOf(row.area)
  const isLowest = row.area.kind === 'grid' || row.area.kind === 'estate'
  return (
    <tr>
      <th scope="row">
        {isWhole && said.whole(name)}
        {!isWhole && isLowest && name}
        {!isWhole && !isLowest && (
          <button type="button" className="text-button" onClick={() => go({ in: row.area.id })}>
            {name}
          </button>
        )}
      </th>
      <td>{row.grids}</td>
      <td>{row.estates}</td>
      {(Object.keys(said.lacks) as Lack[]).map((lack) => {
        const n = row.lacking[lack]
        return (
          <td key={lack}>
            {n === 0 ? (
              n
            ) : (
              <button
                type="button"
                className="text-button"
                aria-label={said.open(said.lacks[lack], n, name)}
                onClick={() => go({ in: asked.in, of: row.area.id, lack })}
              >
                {n}
              </button>
            )}
          </td>
        )
      })}
    </tr>
  )
}

type Place = Lacking['rows'][number]

function Places({ asked, lack, go }: PartProps & { lack: Lack }) {
  const { words, language } = useReading()
  const { coverage: said } = words.consoleLinks
  const reading = useReadPages<Lacking>(
    withQuery('/api/coverage/lacking', { what: lack, areaId: asked.of ?? asked.in }),
  )
  return (
    <>
      <p className="no-print">
        <button type="button" className="text-button" onClick={() => go({ in: asked.in })}>
          {said.back}
        </button>
      </p>
      <h2>{said.lacks[lack]}</h2>
      <RowPages<Place>
        reading={reading}
        more={words.consoleBodies.more}
        none={<Empty what={said.none} next={said.noneNext} />}
      >
        {(rows) => (
          <>
            <p role="status">{said.of(reading.data?.pages[0]?.of ?? rows.length)}</p>
            <ul className="bodies__rows">
              {rows.map((row) => (
                <PlaceLine
                  key={row.area.id}
                  row={row}
                  place={placeIn(language, { names: [...row.way, row.area] })}
                />
              ))}
            </ul>
          </>
        )}
      </RowPages>
    </>
  )
}

function PlaceLine({ row, place }: { row: Place; place: string }) {
  const { four, team } = useWords().consoleLinks
  const [open, setOpen] = useState(false)
  const isEstate = row.area.kind === 'estate'
  return (
    <li>
      {place}{' '}
      <button type="button" className="text-button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {isEstate ? four.open : team.open}
      </button>
      {open && (isEstate ? <PartiesPanel estateId={row.area.id} /> : <TeamPanel gridId={row.area.id} />)}
    </li>
  )
}
