import { Link } from '@tanstack/react-router'
import type { AreaPath } from '../../../areas/contract.ts'
import type { HomePage, RegisterCounts } from '../../../people/register/read.contract.ts'
import { useRead, useReadPages, withQuery } from '../../api/use-read.ts'
import { nowMs } from '../../clock.ts'
import { Pager } from '../../kit/pager.tsx'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { usePreferences } from '../../preferences.tsx'
import { placeIn, useNameOf } from '../../shared/names.ts'
import { useSaid } from '../../shared/register/use-said.ts'
import { sayDay } from '../../words/time.ts'
import { mayDo, useSignedIn } from '../session/me.ts'
import { useWords } from '../words.ts'
import { AddHome } from './add-home.tsx'

interface TreeProps {
  readonly areaId: string
  /** The widest area that the reader looks after. */
  readonly topId: string
  onArea(areaId: string): void
}

/** An area with what its parts count; at a building its homes. */
export function RegisterTree({ areaId, topId, onArea }: TreeProps) {
  const { desk } = useSaid()
  const me = useSignedIn()
  const nameOf = useNameOf()
  const { language } = usePreferences()
  const place = useRead<AreaPath>(`/api/areas/${encodeURIComponent(areaId)}`)
  return (
    <Shown reading={place}>
      {({ area, steps }) => (
        <>
          <div className="register__at">
            <h2>{nameOf(area)}</h2>
            {area.id !== topId && area.parentId !== null && (
              <button type="button" className="text-button" onClick={() => onArea(area.parentId!)}>
                {desk.up}
              </button>
            )}
          </div>
          <p className="book__lead">{placeIn(language, { names: steps.slice(1, -1) })}</p>
          {area.kind !== 'building' && <Counts areaId={area.id} onArea={onArea} />}
          {(area.kind === 'building' || area.kind === 'estate') && mayDo(me, 'register.see') && (
            <Homes buildingId={area.id} inBuilding={area.kind === 'building'} />
          )}
        </>
      )}
    </Shown>
  )
}

function Counts({ areaId, onArea }: { areaId: string; onArea(areaId: string): void }) {
  const { desk } = useSaid()
  const reading = useRead<RegisterCounts>(withQuery('/api/register/counts', { areaId }))
  return (
    <Shown reading={reading}>
      {(counts) =>
        counts.parts.length === 0 ? (
          <Empty what={desk.noCounts} next={desk.noCountsNext} />
        ) : (
          <>
            <Parts parts={counts.parts} areaId={areaId} onArea={onArea} />
            <Care counts={counts} />
          </>
        )
      }
    </Shown>
  )
}

function Parts({
  parts,
  areaId,
  onArea,
}: {
  parts: RegisterCounts['parts']
  areaId: string
  onArea(areaId: string): void
}) {
  const { desk } = useSaid()
  const nameOf = useNameOf()
  return (
    <section className="panel wide" aria-label={desk.counts}>
      <table className="register__counts">
        <thead>
          <tr>
            <th scope="col">{desk.place}</th>
            <th scope="col">{desk.homes}</th>
            <th scope="col">{desk.empty}</th>
            <th scope="col">{desk.living}</th>
            <th scope="col">{desk.renting}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(({ area, homes, empty, living, renting }) => (
            <tr key={area.id}>
              <th scope="row">
                {area.id === areaId ? (
                  nameOf(area)
                ) : (
                  <button type="button" className="text-button" onClick={() => onArea(area.id)}>
                    {nameOf(area)}
                  </button>
                )}
              </th>
              <td>{desk.homesUnit(homes)}</td>
              <td>{desk.homesUnit(empty)}</td>
              <td>{desk.peopleUnit(living)}</td>
              <td>{desk.peopleUnit(renting)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** How many have a care flag, by kind; too few are not said. */
function Care({ counts: { care, careWhole } }: { counts: RegisterCounts }) {
  const said = useSaid()
  const { desk } = said
  const shown = care?.filter(({ count }) => count !== 0) ?? []
  if (shown.length === 0) return null
  const say = (count: number | null) => (count === null ? desk.careFew : desk.peopleUnit(count))
  return (
    <section className="panel" aria-label={desk.careCounts}>
      <h3>{desk.careCounts}</h3>
      <dl className="figures">
        {shown.map(({ kind, count }) => (
          <div key={kind}>
            <dt>{said.care[kind]}</dt>
            <dd>{say(count)}</dd>
          </div>
        ))}
        <div>
          <dt>{desk.careAll}</dt>
          <dd>{say(careWhole)}</dd>
        </div>
      </dl>
    </section>
  )
}

/** The homes of a building, or those that stand in an estate and in none of its buildings: these may well be none. */
function Homes({ buildingId, inBuilding }: { buildingId: string; inBuilding: boolean }) {
  const said = useSaid()
  const { door, desk } = said
  const words = useWords()
  const me = useSignedIn()
  const reading = useReadPages<HomePage>(withQuery('/api/register/homes', { buildingId }))
  return (
    <section aria-label={desk.list}>
      <Shown reading={reading}>
        {({ pages }) => {
          const homes = pages.flatMap(({ rows }) => rows)
          if (homes.length === 0) return inBuilding && <Empty what={door.noHomes} />
          return (
            <>
              <ul className="register__homes">
                {homes.map(({ id, label, use, living, confirmedOn }) => (
                  <li key={id}>
                    <Link to={`/register/homes/${id}`}>{label}</Link>
                    <small>
                      {words.common.facts(
                        use !== 'dwelling' && said.uses[use],
                        said.living(living),
                        confirmedOn !== null && said.confirmed(sayDay(words, confirmedOn, nowMs())),
                      )}
                    </small>
                  </li>
                ))}
              </ul>
              <Pager
                shown={homes.length}
                hasMore={reading.hasNextPage}
                busy={reading.isFetchingNextPage}
                count={door.homeCount(homes.length, reading.hasNextPage)}
                onMore={() => void reading.fetchNextPage()}
              />
            </>
          )
        }}
      </Shown>
      {mayDo(me, 'register.update') && <AddHome buildingId={buildingId} />}
    </section>
  )
}
