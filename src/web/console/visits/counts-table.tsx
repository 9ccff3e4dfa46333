import type { ContactShare, VisitCounts } from '../../../visits/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useNameOf } from '../../shared/names.ts'
import { Wide } from '../wide.tsx'
import { useWords } from '../words.ts'

interface CountsProps {
  readonly areaId: string
  readonly month: string
  /** A part that is a community is opened; a grid is as near as counts go. */
  onOpen(areaId: string): void
}

/** How the plan stands by grid or community, and which share of the month's contacts was in person. */
export function CountsTable({ areaId, month, onOpen }: CountsProps) {
  const said = useWords().consoleVisits
  const reading = useRead<VisitCounts>(withQuery('/api/visits/counts', { areaId, month }))
  return (
    <Shown reading={reading} long>
      {(counts) =>
        counts.parts.length === 0 ? (
          <Empty what={said.noParts} next={said.noPartsNext} />
        ) : (
          <>
            <Parts counts={counts} areaId={areaId} onOpen={onOpen} />
            <p className="book__lead">{said.shareNote}</p>
          </>
        )
      }
    </Shown>
  )
}

function Parts({ counts, areaId, onOpen }: { counts: VisitCounts } & Omit<CountsProps, 'month'>) {
  const said = useWords().consoleVisits
  const nameOf = useNameOf()
  const households = (n: number | null) => (n === null ? said.fewHomes : said.households(n))
  return (
    <Wide label={said.counts}>
      <table className="register__counts">
        <thead>
          <tr>
            <th rowSpan={2} scope="col">
              {said.place}
            </th>
            <th colSpan={4} scope="colgroup">
              {said.today}
            </th>
            <th colSpan={2} scope="colgroup">
              {said.inMonth}
            </th>
          </tr>
          <tr>
            {[said.homes, said.due, said.overdue, said.declined, said.visited, said.share].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counts.parts.map(({ area, state, visited, share }) => (
            <tr key={area.id}>
              <th scope="row">
                {area.kind === 'community' && area.id !== areaId ? (
                  <button type="button" className="text-button" onClick={() => onOpen(area.id)}>
                    {nameOf(area)}
                  </button>
                ) : (
                  nameOf(area)
                )}
              </th>
              <td>{said.households(state.homes)}</td>
              <td>{said.households(state.due)}</td>
              <td>{said.households(state.overdue)}</td>
              <td>{households(state.declined)}</td>
              <td>{households(visited)}</td>
              <td>
                <Share share={share} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row" colSpan={6}>
              {said.whole}
            </th>
            <td>
              <Share share={counts.whole} />
            </td>
          </tr>
        </tbody>
      </table>
    </Wide>
  )
}

/** Numerator, denominator and what they make; too few are not said. */
export function Share({ share: { contacts, inPerson } }: { share: ContactShare }) {
  const said = useWords().consoleVisits
  if (contacts === null || inPerson === null) return said.few
  if (contacts === 0) return said.none0
  return said.ofWhich(inPerson, contacts, Math.round((100 * inPerson) / contacts))
}
