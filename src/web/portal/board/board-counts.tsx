import '../community/community.css'
import type { ReactNode } from 'react'
import type { BoardCounts } from '../../../cases/story.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Card } from '../../kit/card.tsx'
import { useWords } from '../../preferences.tsx'

/** How much came in and was done lately, and what is open: each number with its unit. Room is kept until they are known. */
export function BoardCountsLine({
  community,
  matter,
  aside,
}: {
  community?: string
  matter?: string
  aside?: ReactNode
}) {
  const { counts } = useWords().portal.board
  const { data, error } = useRead<BoardCounts>(withQuery('/api/board/counts', { community, matter }), {
    staleMs: 60_000,
    keepLast: true,
  })
  // What stands below must not jump away from a finger when the numbers come.
  if (data === undefined) return error === null ? <div className="counts-coming" /> : null
  const { days, accepted, done, inTime, open, late } = data
  const nothing = accepted + done + open === 0
  if (nothing && !aside) return null
  return (
    <Card title={counts.title(days)} aside={aside}>
      {nothing ? (
        <p>{counts.none}</p>
      ) : (
        <ul className="counts">
          <li>{counts.accepted(accepted)}</li>
          <li>
            {counts.done(done)} {done > 0 && <small>{counts.inTime(inTime)}</small>}
          </li>
          <li>
            {counts.open(open)} {late > 0 && <small>{counts.late(late)}</small>}
          </li>
        </ul>
      )}
    </Card>
  )
}
