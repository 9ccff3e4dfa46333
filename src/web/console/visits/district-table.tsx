import type { DistrictVisits } from '../../../visits/contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Shown } from '../../kit/shown.tsx'
import { Empty } from '../../kit/states.tsx'
import { useNameOf } from '../../shared/names.ts'
import { Wide } from '../wide.tsx'
import { useWords } from '../words.ts'
import { Share } from './counts-table.tsx'

/** The whole district by street: how often somebody came to a door in the month, and which share of contacts was in person. */
export function DistrictTable({ month, onOpen }: { month: string; onOpen(areaId: string): void }) {
  const said = useWords().consoleVisits
  const nameOf = useNameOf()
  const reading = useRead<DistrictVisits>(withQuery('/api/visits/district', { month }))
  const times = (n: number | null) => (n === null ? said.few : said.times(n))
  return (
    <Shown reading={reading} long>
      {({ parts, whole }) =>
        parts.length === 0 ? (
          <Empty what={said.noParts} next={said.noPartsNext} />
        ) : (
          <>
            <Wide label={said.counts}>
              <table className="register__counts">
                <thead>
                  <tr>
                    {[said.street, said.atDoor, said.share].map((head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {parts.map(({ area, atDoor, share }) => (
                    <tr key={area.id}>
                      <th scope="row">
                        <button type="button" className="text-button" onClick={() => onOpen(area.id)}>
                          {nameOf(area)}
                        </button>
                      </th>
                      <td>{times(atDoor)}</td>
                      <td>
                        <Share share={share} />
                      </td>
                    </tr>
                  ))}
                  <tr>
                    <th scope="row">{said.whole}</th>
                    <td>{times(whole.atDoor)}</td>
                    <td>
                      <Share share={whole.share} />
                    </td>
                  </tr>
                </tbody>
              </table>
            </Wide>
            <p className="book__lead">{said.shareNote}</p>
          </>
        )
      }
    </Shown>
  )
}
