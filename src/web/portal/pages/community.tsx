import '../../shared/rows.css'
import '../community/community.css'
import { Link, useParams } from '@tanstack/react-router'
import type { CommunityCard } from '../../../neighbours/contract.ts'
import { useRead } from '../../api/use-read.ts'
import { buttonClass } from '../../kit/button.tsx'
import { Card } from '../../kit/card.tsx'
import { useTitle } from '../../kit/shell.tsx'
import { Shown } from '../../kit/shown.tsx'
import { usePreferences } from '../../preferences.tsx'
import { nameIn } from '../../shared/names.ts'
import { BoardCountsLine } from '../board/board-counts.tsx'
import { AnnouncementsCard } from '../community/announcements-card.tsx'
import { AnswersCard } from '../community/answers-card.tsx'
import { AskCard } from '../community/ask-card.tsx'
import { MyQuestionsCard } from '../community/my-questions-card.tsx'
import { ShareButton } from '../community/share-button.tsx'
import { useCommunityWords } from '../community/use-community-words.ts'
import { Duty, PersonRow } from '../home/worker-card.tsx'

/** A community's public page: who looks after it, what it tells, what it was asked, and how far its cases are. */
export default function CommunityPage() {
  const { title } = useCommunityWords()
  const { areaId } = useParams({ strict: false })
  const reading = useRead<CommunityCard>(`/api/communities/${encodeURIComponent(areaId ?? '')}`, {
    staleMs: 60_000,
  })
  return (
    <Shown reading={reading} heading={title}>
      {(card) => <Community card={card} />}
    </Shown>
  )
}

function Community({ card: { area, street, people } }: { card: CommunityCard }) {
  const said = useCommunityWords()
  const { words, language } = usePreferences()
  const name = nameIn(language, area)
  useTitle(name)
  return (
    <>
      <h1>{name}</h1>
      {street !== null && <p className="lead">{nameIn(language, street)}</p>}
      <div className="columns">
        <div>
          <AnnouncementsCard areaId={area.id} />
          <Card title={said.workers}>
            {people.length === 0 ? (
              <p>{said.noWorkers}</p>
            ) : (
              <>
                <Duty />
                <ul>
                  {people.map((person) => (
                    <PersonRow
                      key={`${person.grid.id} ${person.kind} ${person.name}`}
                      person={person}
                      grid={nameIn(language, person.grid)}
                    />
                  ))}
                </ul>
              </>
            )}
          </Card>
        </div>
        <div>
          <AnswersCard areaId={area.id} />
          <MyQuestionsCard communityId={area.id} />
          <AskCard areaId={area.id} />
          <BoardCountsLine community={area.id} />
        </div>
      </div>
      <div className="community__acts no-print">
        <Link className={buttonClass({ wide: true, look: 'quiet' })} to={`/board?community=${area.id}`}>
          {said.boardHere}
        </Link>
        <ShareButton title={words.common.labelled(name, said.announcements.title)} />
      </div>
    </>
  )
}
