import { Link } from '@tanstack/react-router'
import type { BoardPage } from '../../../cases/story.contract.ts'
import { useRead, withQuery } from '../../api/use-read.ts'
import { Card } from '../../kit/card.tsx'
import { Shown } from '../../kit/shown.tsx'
import { EmptyCard } from '../../kit/states.tsx'
import { useWords } from '../../preferences.tsx'
import { type ChosenPlace, communityOf, nearestOf } from '../../shared/my-place.ts'
import { BoardLine } from '../board/board-line.tsx'

/** What others reported around the reader: their community where it is known, else the district. */
export function AroundCard({ place }: { place: ChosenPlace | null }) {
  const { around } = useWords().portal
  const community = communityOf(place)
  const reading = useRead<BoardPage>(
    withQuery('/api/board', { community: community?.id, near: nearestOf(place)?.id, limit: '4' }),
  )
  return (
    <Card
      title={around.title}
      more={
        <Link className="more-link" to="/board">
          {around.all}
        </Link>
      }
    >
      <Shown reading={reading} long>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyCard what={around.none} next={around.noneNext} />
          ) : (
            <ul className="rows">
              {rows.map((row) => (
                <BoardLine key={row.number} row={row} short />
              ))}
            </ul>
          )
        }
      </Shown>
    </Card>
  )
}
